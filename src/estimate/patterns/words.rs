//! Popular passwords and words, plain or in disguise: capitals, substitutions (`p4ssw0rd`), reversed.

use crate::estimate::PartKind;
use crate::estimate::model::{BIT, BOUNDARY, Model};
use crate::estimate::search::{Disguise, Found};
use crate::estimate::text::{self, Char, OTHER, Text};

/// The first substitution of a word, and each further one.
const SUBSTITUTION: u32 = 2 * BIT;
const FURTHER: u32 = BIT / 2;
/// A word that is written from its end.
const REVERSED: u32 = 3 * BIT;
/// Shorter words are not looked for in reverse.
const SHORTEST_REVERSED: usize = 4;

pub(super) fn find(model: &Model<'_>, text: &Text, found: &mut Vec<Found>) {
    for start in 0..text.len() {
        starting(model, text, start, |end, cost, disguise| {
            found.push(Found { kind: PartKind::Word, start, end, cost, disguise });
        });
    }
    let (reversed, length) = (text.reversed(), text.len());
    for start in 0..length {
        starting(model, &reversed, start, |end, cost, disguise| {
            if end - start >= SHORTEST_REVERSED {
                let disguise = Disguise { reversed: true, ..disguise };
                let (start, end) = (length - end, length - start);
                found.push(Found { kind: PartKind::Word, start, end, cost: cost + REVERSED, disguise });
            }
        });
    }
}

/// The words that begin at a place.
fn starting(model: &Model<'_>, text: &[Char], start: usize, mut found: impl FnMut(usize, u32, Disguise)) {
    let here = &text[start..];
    let first = here[0];
    // The letters that it may stand for: itself, and at most two more.
    let mut letters = [first.symbol, text::unleet(first.char), BOUNDARY];
    if text::stands_for(first.char, 12) {
        letters[2] = 12;
    }
    for letter in letters {
        if letter == OTHER || letter == BOUNDARY {
            continue;
        }
        let matches = |place: usize, symbol: u8| {
            here.get(place).is_some_and(|char| char.symbol == symbol || text::stands_for(char.char, symbol))
        };
        model.words(letter, matches, |word| {
            let (extra, disguise) = disguised(&here[..word.length], &word.symbols[..word.length]);
            found(start + word.length, word.cost + extra, disguise);
        });
    }
}

/// What a word's disguise costs.
fn disguised(written: &[Char], word: &[u8]) -> (u32, Disguise) {
    let substitutions = written.iter().zip(word).filter(|(char, symbol)| char.symbol != **symbol).count() as u32;
    let case: u32 = (0..written.len()).map(|index| text::case_cost(written, index)).sum();
    let accents: u32 = written.iter().filter(|char| char.symbol != OTHER).map(|char| char.extra).sum();
    let cost = case + accents + if substitutions > 0 { SUBSTITUTION + (substitutions - 1) * FURTHER } else { 0 };
    (cost, Disguise { capitals: case > 0, substituted: substitutions > 0, reversed: false })
}
