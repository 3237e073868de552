//! Writes a model in the form that `src/estimate/model.rs` reads.

use super::ngrams::Ngrams;
use crate::model::{GUESSES, SAMPLE, SHARED, SYMBOLS};
use crate::text::letter;

/// Packs n-grams, the table of guess numbers and words; the draft that passwords are drawn from has no words.
pub(super) fn pack(ngrams: &Ngrams, guesses: &[u16], words: &[(Vec<u8>, u8)]) -> Vec<u8> {
    let (mut costs, mut backoffs, mut children, mut places) = (vec![], vec![], vec![], vec![]);
    let (mut child_symbols, mut child_costs) = (vec![], vec![]);
    for (index, (&pair, &(cost, backoff))) in ngrams.pairs.iter().enumerate() {
        if index % SAMPLE == 0 {
            places.extend(u16::try_from(child_costs.len()).expect("fewer than 65,536 triples").to_le_bytes());
        }
        let before = child_costs.len();
        for (symbol, cost) in ngrams.children(pair) {
            child_symbols.push(symbol);
            child_costs.push(half_bits(cost));
        }
        costs.push(half_bits(cost));
        backoffs.push(half_bits(backoff));
        children.push((child_costs.len() - before) as u8);
    }
    let (groups, word_text) = front_coded(words);

    let mut file = Vec::new();
    let lengths = [child_costs.len(), word_text.len(), words.len()];
    for length in lengths {
        file.extend(u16::try_from(length).expect("shorter than 65,536").to_le_bytes());
    }
    for step in 0..GUESSES {
        file.extend(guesses.get(step).copied().unwrap_or(0).to_le_bytes());
    }
    for array in [costs, backoffs, children, places, child_symbols, child_costs, groups, word_text] {
        file.extend(array);
    }
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
