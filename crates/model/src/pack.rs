//! Writes a model in the form that `src/estimate/model.rs` reads.

use super::ngrams::{Kept, Ngrams};
use crate::alphabet::{SYMBOLS, letter};
use crate::cost::BIT;
use crate::model::{GUESSES, ORDER, SAMPLE, SHARED, STEP};

/// Packs n-grams, the table of guess numbers and words; the draft that passwords are drawn from has no words.
pub(super) fn pack(ngrams: &Ngrams, guesses: &[u16], words: &[(Vec<u8>, u8)]) -> Vec<u8> {
    let (groups, word_text) = front_coded(words);
    let mut file = Vec::new();
    let mut lengths: Vec<usize> = ngrams.0[1..].iter().map(Vec::len).collect();
    lengths.extend([word_text.len(), words.len()]);
    for length in lengths {
        file.extend(u16::try_from(length).expect("shorter than 65,536").to_le_bytes());
    }
    for step in 0..GUESSES {
        file.extend(guesses.get(step).copied().unwrap_or(0).to_le_bytes());
    }
    for (place, level) in ngrams.0.iter().enumerate() {
        if place > 0 {
            file.extend(level.iter().map(|kept| kept.character()));
        }
        let cost = |kept: &Kept| if place + 1 < ORDER { steps(kept.cost) } else { whole_bits(kept.cost) };
        file.extend(level.iter().map(cost));
        if place + 1 < ORDER {
            file.extend(level.iter().map(|kept| kept.children as u8));
            file.extend(level.iter().map(|kept| steps(kept.backoff)));
            let mut first = 0;
            for (index, kept) in level.iter().enumerate() {
                if index % SAMPLE == 0 {
                    file.extend((first as u16).to_le_bytes());
                }
                first += kept.children;
            }
        }
    }
    file.extend(groups);
    file.extend(word_text);
    file.extend(words.iter().map(|(_, cost)| cost));
    file
}

/// Bits in the steps of a stored cost.
fn steps(cost: f64) -> u8 {
    (cost * f64::from(BIT) / f64::from(STEP) + 0.5).clamp(0.0, 255.0) as u8
}

/// The same, of whole bits: for the many costs of the longest n-grams, which compress better so and lose nothing.
fn whole_bits(cost: f64) -> u8 {
    steps((cost + 0.5).floor())
}

/// Sorted words, by their first two symbols: how many and how long, and their letters.
fn front_coded(words: &[(Vec<u8>, u8)]) -> (Vec<u8>, Vec<u8>) {
    let (mut numbers, mut places): ([Vec<u8>; 4], _) = (Default::default(), Vec::new());
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
            let [words_low, words_high] = ((before - words_before) as u16).to_le_bytes();
            let [letters_low, letters_high] = ((text.len() - text_before) as u16).to_le_bytes();
            for (numbers, byte) in numbers.iter_mut().zip([words_low, words_high, letters_low, letters_high]) {
                numbers.push(byte);
            }
        }
    }
    let [words_low, words_high, letters_low, letters_high] = numbers;
    ([words_low, words_high, letters_low, letters_high, places].concat(), text)
}
