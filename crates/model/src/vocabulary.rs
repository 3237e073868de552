//! Builds the packs: of a language's words and names, those of which the model thinks too well.

use crate::alphabet;
use crate::model::{MAX_WORD, Model, SHARED};
use crate::sources::{Language, Lists};
use crate::{Context, muster, text};
use passmuster::estimate::Pack;
use std::collections::{BTreeSet, HashSet};

/// The tiers of a pack: down to which rank of its lists, and what a word costs there, in quarter bits.
const TIERS: [(usize, u8); 2] = [(4_000, 12 * 4), (usize::MAX, 14 * 4)];
/// Shorter words are left to the n-grams.
const SHORTEST: usize = 5;
/// A word is kept that would get as many guesses as this, log10, with the tail that people add most often: the score
/// that most sites demand, and a little more, for a pack of 40 kB does better with more names than with closer ones.
const TOO_STRONG: f64 = 8.55;
const TAIL: &str = "1!";

/// A language's pack, by a model without packs.
///
/// Short words come first, and a word is left out where those before it make it cheap: `governments` for `government`,
/// `weihnachtsbaum` for `weihnachts` and `baum`.
pub fn pack(language: &Language, lists: &Lists, model: &[u8]) -> Vec<u8> {
    let model = Model::new(model);
    let mut seen = HashSet::new();
    let mut by_length = vec![Vec::new(); MAX_WORD + 1];
    for (rank, word) in lists.vocabulary(language) {
        if let Some(word) = letters(word).filter(|word| seen.insert(word.clone())) {
            by_length[word.len()].push((rank, word));
        }
    }
    let (mut words, mut pack) = (Vec::new(), file(language.tag, &[]));
    for candidates in by_length {
        let known = Pack::from_bytes(pack).expect("it was written as it is read");
        let context = Context::default().with_packs([known]);
        words.extend(candidates.into_iter().filter(|(_, word)| {
            let mut typed = format!("{word}{TAIL}").replace('.', "-");
            typed[..1].make_ascii_uppercase();
            muster::with_model(&model, &typed, &context).guesses_log10 >= TOO_STRONG
        }));
        pack = file(language.tag, &words);
    }
    pack
}

/// The pack of these words, by their ranks.
fn file(tag: &str, words: &[(usize, String)]) -> Vec<u8> {
    let mut file = vec![1, tag.len() as u8];
    file.extend(tag.bytes());
    file.push(TIERS.len() as u8);
    let mut from = 0;
    for (to, cost) in TIERS {
        let tier = words.iter().filter(|(rank, _)| (from..to).contains(rank)).map(|(_, word)| word.as_str());
        let text = front_coded(&tier.collect::<BTreeSet<_>>());
        file.push(cost);
        file.extend(u32::try_from(text.len()).expect("shorter than 4 GiB").to_le_bytes());
        file.extend(text);
        from = to;
    }
    file
}

/// A word in small letters without accents, with points for hyphens and apostrophes; `None` where it has any other
/// character, or is too short or too long.
fn letters(word: &str) -> Option<String> {
    let letter = |char: &text::Char| match char.char {
        '-' | '\'' | '\u{2019}' | ' ' => Some('.'),
        _ => Some(char.symbol).filter(|&symbol| text::is_latin(symbol)).map(alphabet::letter).map(char::from),
    };
    let letters: String = text::Text::new(word).iter().map(letter).collect::<Option<_>>()?;
    let fits = (SHORTEST..=MAX_WORD).contains(&letters.len()) && !letters.starts_with('.');
    fits.then_some(letters)
}

fn front_coded(words: &BTreeSet<&str>) -> Vec<u8> {
    let (mut text, mut previous) = (Vec::new(), "");
    for word in words {
        let shared = word.bytes().zip(previous.bytes()).take_while(|(a, b)| a == b).count();
        text.push(SHARED | (previous.len() - shared) as u8);
        text.extend(&word.as_bytes()[shared..]);
        previous = word;
    }
    text
}
