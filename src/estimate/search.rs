//! The cheapest way to write a password.
//!
//! A password is spelt with parts: characters at the model's cost, and what the pattern finders found. Of all
//! ways to lay parts end to end, the cheapest tells what an attacker would try first. It is found from the
//! left, one place at a time, in time linear in the length and the number of parts found:
//!
//! ```text
//! cheapest[end] = min( cheapest[end − 1] + cost of the last character,
//!                      cheapest[start] + cost of a part from start to end, for every such part )
//! ```

use super::PartKind;
use super::model::{BIT, BOUNDARY, Model, State};
use super::text::{self, Char, OTHER};

/// A part that a pattern finder found: characters `start` to `end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub kind: PartKind,
    pub start: usize,
    pub end: usize,
    pub cost: u32,
    /// How it differs from what is known.
    pub disguise: Disguise,
}

/// How a known word was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Disguise {
    pub capitals: bool,
    pub substituted: bool,
    pub reversed: bool,
}

/// The cheapest spelling.
pub(super) struct Spelling {
    pub cost: u32,
    pub parts: Vec<Found>,
}

/// What it costs that something else goes before a word, and before any other part.
const WORD_JOINT: u32 = 7 * BIT / 2;
const JOINT: u32 = 2 * BIT;
/// What it costs that a password begins with a pattern rather than with a word or characters.
const OPENING: u32 = 5 * BIT;
/// A pattern of digits that is torn out of a longer run of digits, for each side: any long number has some.
const TORN: u32 = 4 * BIT;
/// The end of a password after a part or a symbol.
const END: u32 = BIT;
/// The n-grams know short numbers, dates and years. Behind so many digits each further one costs this much at least,
/// a little less than the log2 10 of one that was drawn.
const LONG_NUMBER: usize = 6;
const FURTHER_DIGIT: u32 = 3 * BIT;
/// A letter that is written as a digit or a symbol.
const SUBSTITUTION: u32 = 3 * BIT;

/// The cheapest way to a place.
#[derive(Clone, Copy)]
struct Step {
    cost: u32,
    /// The part that ends here; a character for none.
    part: Option<u32>,
}

/// What a pattern comes up by chance for: so much less than drawing its characters costs, one in two thousand.
const CHANCE: u32 = 11 * BIT;
/// What drawing a letter or a symbol costs, and a digit.
const DRAWN: u32 = 75;
const DRAWN_DIGIT: u32 = 53;

/// Whether a part tells about a password: it does not come up by chance where somebody types on.
fn tells(text: &[Char], part: &Found) -> bool {
    let drawn: u32 = text[part.start..part.end]
        .iter()
        .map(|char| if text::is_digit(char.symbol) { DRAWN_DIGIT } else { DRAWN })
        .sum();
    matches!(part.kind, PartKind::Personal | PartKind::CurrentPassword) || part.cost + CHANCE <= drawn
}

/// After so many characters most patterns are found, though only the whole of each is in the list.
const SHORTEST: usize = 5;

/// Keeps a password from becoming cheaper by a character more, but where that completes what tells. `held` has the
/// cost of the password up to each place before this one, its end included; `ends` is what the end costs here, after a
/// character and after a part.
fn hold(text: &[Char], cheapest: &mut [Step], place: usize, ends: [u32; 2], found: &[Found], held: &mut Vec<u32>) {
    let (least, end) = match cheapest[place].part.map(|index| &found[index as usize]) {
        None => (held.last().copied().unwrap_or(0), ends[0]),
        Some(part) if tells(text, part) => (0, ends[1]),
        Some(part) => {
            let before = (part.start + SHORTEST).min(part.end - 1);
            cheapest[place].cost = cheapest[place].cost.max(cheapest[before].cost);
            (held[before], ends[1])
        }
    };
    held.push(least.max(cheapest[place].cost.saturating_add(end)));
}

/// Finds the cheapest spelling of a text with what was found in it.
#[inline(never)]
pub(super) fn cheapest(model: &Model<'_>, text: &[Char], found: &[Found]) -> Spelling {
    let length = text.len();
    let (characters, ends) = character_costs(model, text);
    // The parts that start at a place, as a list: the last one found, and for each the one found before.
    let mut starting = vec![None; length];
    let mut before = vec![None; found.len()];
    for (index, part) in found.iter().enumerate() {
        before[index] = starting[part.start].replace(index as u32);
    }

    let mut cheapest = vec![Step { cost: u32::MAX, part: None }; length + 1];
    cheapest[0].cost = 0;
    let mut held = Vec::with_capacity(length + 1);
    held.push(0);
    for start in 0..length {
        if start > 0 {
            hold(text, &mut cheapest, start, [ends[start - 1], END], found, &mut held);
        }
        let here = cheapest[start].cost;
        let last = if start + 1 == length { ends[start] } else { 0 };
        let after_character = here.saturating_add(characters[start] + last);
        if after_character < cheapest[start + 1].cost {
            cheapest[start + 1] = Step { cost: after_character, part: None };
        }
        let mut next = starting[start];
        while let Some(index) = next {
            let part = &found[index as usize];
            next = before[index as usize];
            let joint = match part.kind {
                PartKind::Word | PartKind::DictionaryWord if start > 0 => WORD_JOINT,
                _ if start > 0 => JOINT,
                PartKind::Word | PartKind::DictionaryWord | PartKind::Personal | PartKind::CurrentPassword => 0,
                _ => OPENING,
            };
            let torn = torn_sides(text, part) * TORN;
            let last = if part.end == length && start > 0 { END } else { 0 };
            let cost = here.saturating_add(part.cost + joint + torn + last);
            if cost < cheapest[part.end].cost {
                cheapest[part.end] = Step { cost, part: Some(index) };
            }
        }
    }
    if length > 0 {
        // The end is in the cost by now.
        hold(text, &mut cheapest, length, [0, 0], found, &mut held);
        cheapest[length].cost = held[length];
    }
    let mut spelling = Spelling { cost: cheapest[length].cost, parts: Vec::new() };
    let mut place = length;
    while place > 0 {
        let part = match cheapest[place].part {
            Some(index) => found[index as usize],
            None => {
                let mut start = place;
                while start > 0 && cheapest[start].part.is_none() {
                    start -= 1;
                }
                let cost = cheapest[place].cost - cheapest[start].cost;
                Found { kind: PartKind::Characters, start, end: place, cost, disguise: Disguise::default() }
            }
        };
        place = part.start;
        spelling.parts.push(part);
    }
    spelling.parts.reverse();
    spelling
}

/// At how many of its sides a pattern of digits goes on in digits.
fn torn_sides(text: &[Char], part: &Found) -> u32 {
    let whole = matches!(part.kind, PartKind::Personal | PartKind::CurrentPassword | PartKind::Repeat);
    let digit = |index: usize| text.get(index).is_some_and(|char| text::is_digit(char.symbol));
    let left = part.start > 0 && digit(part.start - 1) && digit(part.start);
    let right = digit(part.end) && digit(part.end - 1);
    if whole { 0 } else { u32::from(left) + u32::from(right) }
}

/// What each character costs after those before it, and the end after each.
fn character_costs(model: &Model<'_>, text: &[Char]) -> (Vec<u32>, Vec<u32>) {
    let (mut plain, mut letters) = (State::START, State::START);
    let end = |state| model.step(state, BOUNDARY).0;
    let (mut costs, mut ends) = (Vec::with_capacity(text.len()), Vec::with_capacity(text.len()));
    let mut digits = 0;
    for (index, char) in text.iter().enumerate() {
        let case = text::case_cost(text, index);
        let letter = char.letter;
        let mut cost = if char.symbol == OTHER {
            plain = State::START;
            char.extra
        } else {
            let (cost, next) = model.step(plain, char.symbol);
            plain = next;
            cost + char.extra
        };
        if letter != BOUNDARY {
            let (as_letter, next) = model.step(letters, letter);
            letters = next;
            cost = cost.min(as_letter + SUBSTITUTION);
        } else if char.symbol == OTHER {
            letters = State::START;
        } else {
            let (as_letter, next) = model.step(letters, char.symbol);
            letters = next;
            cost = cost.min(as_letter + char.extra);
        }
        digits = if text::is_digit(char.symbol) { digits + 1 } else { 0 };
        if digits > LONG_NUMBER {
            cost = cost.max(FURTHER_DIGIT);
        }
        costs.push(cost + case);
        ends.push(if char.symbol == OTHER { END } else { end(plain).min(end(letters)) });
    }
    (costs, ends)
}
