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
/// The fewest characters that are repeated after something else, and the most of that.
const SHORTEST_APART: usize = 4;
const LONGEST_BETWEEN: usize = 5;
/// The words that people put between two of the same, and what one costs.
const CONNECTIVES: &str = "and und et y e en i og och or vs";
const CONNECTED: u32 = 7 * BIT;

#[inline(never)]
pub(super) fn find(text: &Text, found: &mut Vec<Match>) {
    let read: Vec<[char; 3]> = text.iter().map(read).collect();
    for group in 1..=LONGEST_GROUP.min((text.len() + LONGEST_BETWEEN) / 2) {
        let mut start = group;
        while start < text.len() {
            let again =
                (start..text.len()).take_while(|&index| same(&read[index], &read[index - group], group)).count();
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
            for between in 1..=LONGEST_BETWEEN.min(group.saturating_sub(SHORTEST_APART)) {
                let copies = (again + between) / group;
                if copies == 0 || (again < group && again + between > group) {
                    continue;
                }
                let (begin, end) = (start - between, start + copies * group - between);
                let repeated = || (start..end).map(|index| (text[index].char, text[index - group].char));
                let other = match (
                    repeated().all(|(a, b)| a == b),
                    repeated().all(|(a, b)| text::lower(a) == text::lower(b)),
                ) {
                    (true, _) => 0,
                    (_, true) => OTHER_CASE,
                    _ => SUBSTITUTED,
                };
                // What stands between is part of it: people know few ways to part two of the same.
                let cost = REPEAT + log2(copies) + other + between_cost(&text[begin..start]);
                found.push(Match { kind: PartKind::Repeat, start: begin, end, cost, variation: Variation::default() });
            }
            start += again + 1;
        }
    }
}

/// What it costs to part two of the same by these characters.
fn between_cost(between: &[Char]) -> u32 {
    let word = between.iter().filter(|char| char.char != ' ' && char.char != '-').map(|char| char.char);
    if between.len() > 2 && CONNECTIVES.split(' ').any(|connective| word.clone().eq(connective.chars())) {
        return CONNECTED;
    }
    let character = |char: &Char| match char.char {
        '-' | '.' | '_' | ' ' | '+' | '&' | '!' | '/' | '@' | '#' => 3 * BIT,
        '0'..='9' => 4 * BIT,
        _ => 6 * BIT,
    };
    between.iter().map(character).sum()
}

/// A character without its case and what it is written for, and without Shift.
fn read(char: &Char) -> [char; 3] {
    const SHIFTED: &[u8; 10] = b")!@#$%^&*(";
    let digit = SHIFTED.iter().position(|&shifted| char::from(shifted) == char.char);
    [char.char, text::folded(char), digit.map_or(char.char, |digit| char::from(b'0' + digit as u8))]
}

/// Whether two characters are the same in one of their readings. In short groups a digit is seldom a symbol's.
fn same(a: &[char; 3], b: &[char; 3], group: usize) -> bool {
    a[0] == b[0] || a[1] == b[1] || (group >= SHORTEST_APART && a[2] == b[2])
}
