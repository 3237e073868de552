//! Popular passwords and the words of the context's languages, plain or as variations: capitals, substitutions (`p4ssw0rd`), reversed.

use crate::estimate::PartKind;
use crate::estimate::alphabet::{BOUNDARY, OTHER};
use crate::estimate::cost::BIT;
use crate::estimate::model::Model;
use crate::estimate::pack::Pack;
use crate::estimate::search::{Match, Variation};
use crate::estimate::text::{self, Char, I, L, Text};

/// The first substitution of a word, and each further one.
const SUBSTITUTION: u32 = 2 * BIT;
const FURTHER: u32 = BIT / 2;
/// A word that is written from its end.
const REVERSED: u32 = 3 * BIT;
/// Shorter words are not looked for in reverse.
const SHORTEST_REVERSED: usize = 4;

#[inline(never)]
pub(super) fn find(model: &Model<'_>, packs: &[Pack], text: &Text, found: &mut Vec<Match>) {
    let (backwards, length) = (text.reversed(), text.len());
    for (text, reversed) in [(text, false), (&backwards, true)] {
        for start in 0..length {
            starting(model, packs, text, start, |kind, end, cost, variation| {
                let variation = Variation { reversed, ..variation };
                if !reversed {
                    found.push(Match { kind, start, end, cost, variation });
                } else if end - start >= SHORTEST_REVERSED {
                    let (start, end) = (length - end, length - start);
                    found.push(Match { kind, start, end, cost: cost + REVERSED, variation });
                }
            });
        }
    }
}

/// The words that begin at a place.
pub(super) fn starting(
    model: &Model<'_>,
    packs: &[Pack],
    text: &[Char],
    start: usize,
    mut found: impl FnMut(PartKind, usize, u32, Variation),
) {
    let here = &text[start..];
    let [first, second, ..] = here else { return };
    let matches = |place: usize, symbol: u8| {
        here.get(place).is_some_and(|char| spelt(*char) == symbol || text::stands_for(*char, symbol))
    };
    let mut word = |kind, symbols: &[u8], cost| {
        let (extra, variation) = disguised(&here[..symbols.len()], symbols);
        found(kind, start + symbols.len(), cost + extra, variation);
    };
    for first in readings(*first) {
        for second in readings(*second) {
            model.words([first, second], matches, |known| {
                word(PartKind::Word, &known.symbols[..known.length], known.cost);
            });
            for pack in packs {
                for third in here.get(2).into_iter().flat_map(|third| readings(*third)) {
                    pack.words([first, second, third], matches, |known| {
                        word(PartKind::DictionaryWord, known.symbols, known.cost);
                    });
                }
            }
        }
    }
}

/// The fewest digits that are read as the keys of a phone, and what it costs to write a word so.
const SHORTEST_KEYED: usize = 5;
const KEYED: u32 = 8 * BIT;
/// The key of each letter.
const KEYS: &[u8; 26] = b"22233344455566677778889999";

/// Runs of digits that spell words on the keys of a phone: `43556` is `hello`.
pub(super) fn find_keyed(model: &Model<'_>, packs: &[Pack], text: &Text, found: &mut Vec<Match>) {
    let key = |symbol: u8| KEYS.get(usize::from(symbol).wrapping_sub(1)).copied();
    let mut start = 0;
    while start < text.len() {
        let length = text[start..].iter().take_while(|char| matches!(char.char, '2'..='9')).count();
        let run = &text[start..start + length];
        // What it costs to write the digits up to each place as words.
        let mut cheapest = vec![u32::MAX; length + 1];
        cheapest[0] = KEYED;
        for place in 0..if length >= SHORTEST_KEYED { length - 1 } else { 0 } {
            let here = cheapest[place];
            if here == u32::MAX {
                continue;
            }
            let letters = |place: usize| {
                (1..=26).filter(move |&symbol| {
                    run.get(place).is_some_and(|char| key(symbol).map(char::from) == Some(char.char))
                })
            };
            let matches = |at: usize, symbol: u8| {
                run.get(place + at).is_some_and(|char| key(symbol).map(char::from) == Some(char.char))
            };
            let mut word = |length: usize, cost: u32| {
                let end = &mut cheapest[place + length];
                *end = (*end).min(here + cost);
            };
            for first in letters(place) {
                for second in letters(place + 1) {
                    model.words([first, second], matches, |known| word(known.length, known.cost));
                    for pack in packs {
                        for third in letters(place + 2) {
                            pack.words([first, second, third], matches, |known| word(known.symbols.len(), known.cost));
                        }
                    }
                }
            }
        }
        if length > 0 && cheapest[length] < u32::MAX {
            let (kind, end, variation) = (PartKind::Word, start + length, Variation::default());
            found.push(Match { kind, start, end, cost: cheapest[length], variation });
        }
        start += length.max(1);
    }
}

/// A character in the spelling of words, where [`BOUNDARY`] is any character without a symbol.
fn spelt(char: Char) -> u8 {
    if char.symbol == OTHER { BOUNDARY } else { char.symbol }
}

/// The symbols that a character may stand for: its own, and at most two letters.
fn readings(char: Char) -> impl Iterator<Item = u8> {
    let letter = if char.letter == BOUNDARY { OTHER } else { char.letter };
    let l = if char.letter == I { L } else { OTHER };
    [spelt(char), letter, l].into_iter().filter(|&symbol| symbol != OTHER)
}

/// What a word's variation costs.
fn disguised(written: &[Char], word: &[u8]) -> (u32, Variation) {
    let substitutions = written.iter().zip(word).filter(|(char, symbol)| spelt(**char) != **symbol).count() as u32;
    let case: u32 = (0..written.len()).map(|index| text::case_cost(written, index)).sum();
    let accents: u32 = written.iter().filter(|char| char.symbol != OTHER).map(|char| char.extra).sum();
    let cost = case + accents + if substitutions > 0 { SUBSTITUTION + (substitutions - 1) * FURTHER } else { 0 };
    (cost, Variation { capitals: case > 0, substituted: substitutions > 0, reversed: false })
}
