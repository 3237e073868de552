//! Repeats: a character or a group of characters, again and again.
//!
//! What is repeated has been paid for where it stood first; a repeat says only "the last so many characters
//! again, so many times". `abcabcabc` is `abc` and a repeat of it; `passwordpassword` is a doubled word.

use super::log2;
use crate::estimate::PartKind;
use crate::estimate::cost::BIT;
use crate::estimate::search::{Match, Variation};
use crate::estimate::text::{self, Char, Text};

/// The longest group that is looked for. It bounds the work, and a longer one is strong by itself.
const LONGEST_GROUP: usize = 64;
/// The cost of repeating at all.
const REPEAT: u32 = 3 * BIT;
/// The cost of a repeat whose case differs from what it repeats.
const OTHER_CASE: u32 = 2 * BIT;

/// The cost of a repeat in which letters are written as digits or symbols, or the other way round.
const SUBSTITUTED: u32 = 4 * BIT;
/// The fewest characters that are repeated after something else, the most of that, and what it costs.
const SHORTEST_APART: usize = 4;
const LONGEST_BETWEEN: usize = 3;
const APART: u32 = BIT;

#[inline(never)]
pub(super) fn find(text: &Text, found: &mut Vec<Match>) {
    for group in 1..=LONGEST_GROUP.min((text.len() + LONGEST_BETWEEN) / 2) {
        let mut start = group;
        while start < text.len() {
            let again = (start..text.len()).take_while(|&index| same(text[index], text[index - group])).count();
            let whole = again / group * group;
            // Two of a kind are spelling; three are a repeat.
            if whole >= 2 {
                let exact = (start..start + again).all(|index| text[index].char == text[index - group].char);
                let case = if exact { 0 } else { OTHER_CASE };
                for length in [whole, again] {
                    let cost = REPEAT + log2(length.div_ceil(group)) + log2(group.min(4)) + case;
                    found.push(Match {
                        kind: PartKind::Repeat,
                        start,
                        end: start + length,
                        cost,
                        variation: Variation::default(),
                    });
                    if whole == again {
                        break;
                    }
                }
            }
            // Something else between, once or more: `walrus-walrus`.
            if again >= SHORTEST_APART && again < group && group - again <= LONGEST_BETWEEN {
                let same_case = |index: usize| text::lower(text[index].char) == text::lower(text[index - group].char);
                let exact = (start..start + again).all(|index| text[index].char == text[index - group].char);
                let other = match (exact, (start..start + again).all(same_case)) {
                    (true, _) => 0,
                    (_, true) => OTHER_CASE,
                    _ => SUBSTITUTED,
                };
                // What stands between is part of it: people know few ways to part two of the same.
                let between = &text[start - (group - again)..start];
                let cost = REPEAT + APART + other + between.iter().map(between_cost).sum::<u32>();
                let (begin, end, variation) = (start - between.len(), start + again, Variation::default());
                found.push(Match { kind: PartKind::Repeat, start: begin, end, cost, variation });
            }
            start += again + 1;
        }
    }
}

/// What a character costs that parts two of the same.
fn between_cost(char: &Char) -> u32 {
    match char.char {
        '-' | '.' | '_' | ' ' | '+' | '&' | '!' | '/' | '@' | '#' => 3 * BIT,
        '0'..='9' => 4 * BIT,
        _ => 6 * BIT,
    }
}

/// Whether two characters are the same but for their case, or may be written for each other.
fn same(a: Char, b: Char) -> bool {
    a.char == b.char || text::folded(&a) == text::folded(&b)
}
