//! Writes a model in the form that [`model`](crate::estimate::model) reads.

use super::ngrams::Ngrams;
use crate::estimate::model::{GUESSES, SAMPLE, SHARED, SYMBOLS};
use crate::estimate::text::letter;

/// Packs n-grams, the table of guess numbers and words; the draft that passwords are drawn from has no words.
pub(super) fn pack(ngrams: &Ngrams, guesses: &[u16], words: &[(Vec<u8>, u8)]) -> Vec<u8> {
    // The nodes of each level, in the order of their parents.
    let mut parents: Vec<u32> = ngrams.0[0].keys().copied().collect();
    let mut levels = Vec::new();
    for length in 2..=5 {
        let leaf = length == 5;
        let (mut costs, mut backoffs, mut children, mut places) = (vec![], vec![], vec![], vec![]);
        let mut symbols = Vec::new();
        let mut next = Vec::new();
        for (index, &node) in parents.iter().enumerate() {
            let kept = ngrams.0[length - 2][&node];
            symbols.push((node & 63) as u8);
            costs.push(half_bits(kept.cost));
            if !leaf {
                if index % SAMPLE == 0 {
                    places.extend(u16::try_from(next.len()).expect("fewer than 65,536 n-grams").to_le_bytes());
                }
                let before = next.len();
                next.extend(ngrams.children(node, length).map(|(child, ..)| child));
                backoffs.push(half_bits(kept.backoff));
                children.push((next.len() - before) as u8);
            }
        }
        if length == 2 {
            symbols.clear();
        }
        levels.push([symbols, costs, backoffs, children, places]);
        parents = next;
    }
    let (groups, word_text) = front_coded(words);

    let mut file = Vec::new();
    let lengths = [levels[1][1].len(), levels[2][1].len(), levels[3][1].len(), word_text.len(), words.len()];
    for length in lengths {
        file.extend(u16::try_from(length).expect("shorter than 65,536").to_le_bytes());
    }
    for step in 0..GUESSES {
        file.extend(guesses.get(step).copied().unwrap_or(0).to_le_bytes());
    }
    file.extend(levels.into_iter().flatten().flatten());
    file.extend(groups);
    file.extend(word_text);
    file.extend(words.iter().map(|(_, cost)| cost));
    file
}

fn half_bits(cost: f64) -> u8 {
    (cost * 2.0 + 0.5).clamp(0.0, 255.0) as u8
}

/// Sorted words, by their first two symbols: how many and how long, and their letters.
fn front_coded(words: &[(Vec<u8>, u8)]) -> (Vec<u8>, Vec<u8>) {
    let (mut counts, mut low, mut high, mut places) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut text, mut before, mut rest) = (Vec::new(), 0, words.iter().peekable());
    for first in 0..SYMBOLS as u8 {
        for place in [before, text.len()] {
            places.extend(u16::try_from(place).expect("fewer than 65,536 words and letters").to_le_bytes());
        }
        for second in 0..SYMBOLS as u8 {
            let (words_before, text_before) = (before, text.len());
            let mut previous: &[u8] = &[];
            while let Some((word, _)) = rest.next_if(|(word, _)| word[..2] == [first, second]) {
                let shared = word[2..].iter().zip(previous).take_while(|(a, b)| a == b).count();
                text.push(SHARED | shared as u8);
                text.extend(word[2 + shared..].iter().map(|&symbol| letter(symbol)));
                previous = &word[2..];
                before += 1;
            }
            counts.push(u8::try_from(before - words_before).expect("fewer than 256 words in a group"));
            let [length_low, length_high] = ((text.len() - text_before) as u16).to_le_bytes();
            low.push(length_low);
            high.push(length_high);
        }
    }
    ([counts, low, high, places].concat(), text)
}
