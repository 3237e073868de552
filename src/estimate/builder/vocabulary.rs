//! Builds the packs: of a language's words and names, those of which the model thinks too well.

use super::super::model::{MAX_WORD, Model, SHARED};
use super::super::{Context, muster, text};
use super::sources::{Language, Lists};
use std::collections::HashSet;

/// The tiers of a pack: down to which rank of its lists, and what a word costs there, in quarter bits.
const TIERS: [(usize, u8); 2] = [(4_000, 12 * 4), (usize::MAX, 15 * 4)];
/// Shorter words are left to the n-grams.
const SHORTEST: usize = 5;
/// A word is kept that would get as many guesses as this, log10, with the tail that people add most often: the score
/// that most sites demand, and a little less.
const TOO_STRONG: f64 = 7.7;
const TAIL: &str = "1!";
/// A pack's text, raw. What brotli makes of it is a third to a half.
const MOST_BYTES: usize = 84_000;

/// A language's pack, by a model without packs.
pub fn pack(language: &Language, lists: &Lists, model: &[u8]) -> Vec<u8> {
    let model = Model::new(model);
    let context = Context::default();
    let mut seen = HashSet::new();
    let mut tiers = TIERS.map(|_| Vec::new());
    let mut bytes = 0;
    for (rank, word) in lists.vocabulary(language) {
        let Some(word) = letters(word).filter(|word| seen.insert(word.clone())) else { continue };
        let mut typed = word.clone();
        typed[..1].make_ascii_uppercase();
        typed.push_str(TAIL);
        if muster::with_model(&model, &typed, &context).guesses_log10 < TOO_STRONG {
            continue;
        }
        // What is added to the word before it, as far as that can be known before all words are there.
        bytes += word.len() * 6 / 10;
        if bytes > MOST_BYTES {
            break;
        }
        let tier = TIERS.iter().position(|&(most, _)| rank < most).unwrap_or(TIERS.len() - 1);
        tiers[tier].push(word);
    }
    let mut file = vec![1, language.tag.len() as u8];
    file.extend(language.tag.bytes());
    file.push(TIERS.len() as u8);
    for (mut words, (_, cost)) in tiers.into_iter().zip(TIERS) {
        words.sort();
        let text = front_coded(&words);
        file.push(cost);
        file.extend(u32::try_from(text.len()).expect("shorter than 4 GiB").to_le_bytes());
        file.extend(text);
    }
    file
}

/// A word in small letters without accents; `None` where a character has none, or it is too short or too long.
fn letters(word: &str) -> Option<String> {
    let letter =
        |char: &text::Char| Some(char.symbol).filter(|&symbol| symbol != text::OTHER).map(text::letter).map(char::from);
    let letters: String = text::Text::new(word).iter().map(letter).collect::<Option<_>>()?;
    let fits = (SHORTEST..=MAX_WORD).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_lowercase());
    fits.then_some(letters)
}

fn front_coded(words: &[String]) -> Vec<u8> {
    let (mut text, mut previous) = (Vec::new(), "");
    for word in words {
        let shared = word.bytes().zip(previous.bytes()).take_while(|(a, b)| a == b).count();
        text.push(SHARED | (previous.len() - shared) as u8);
        text.extend(&word.as_bytes()[shared..]);
        previous = word;
    }
    text
}
