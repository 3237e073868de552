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
use super::alphabet::{self, BOUNDARY, OTHER};
use super::cost::BIT;
use super::model::{Model, State};
use super::text::{self, Char};

/// A part that a pattern finder found: characters `start` to `end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    pub kind: PartKind,
    pub start: usize,
    pub end: usize,
    pub cost: u32,
    /// How it differs from what is known.
    pub variation: Variation,
}

/// How a known word was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Variation {
    pub capitals: bool,
    pub substituted: bool,
    pub reversed: bool,
}

/// The cheapest segmentation.
pub(super) struct Segmentation {
    pub cost: u32,
    pub parts: Vec<Match>,
}

/// What it costs that something else goes before a word, before what is the owner's or was there before, and before any
/// other part.
const WORD_JOINT: u32 = 7 * BIT / 2;
const OWN_JOINT: u32 = 2 * BIT;
const JOINT: u32 = 5 * BIT;
/// What it costs that a password begins with a pattern rather than with a word or characters.
const OPENING: u32 = 5 * BIT;
/// A pattern of digits that is torn out of a longer run of digits, for each side: any long number has some.
const TORN: u32 = 4 * BIT;
/// The end of a password after a part or a symbol.
const END: u32 = 2 * BIT;
/// The n-grams know short numbers, dates and years. Behind so many digits each further one costs this much at least,
/// a little less than the log2 10 of one that was drawn.
const LONG_NUMBER: usize = 6;
const FURTHER_DIGIT: u32 = 3 * BIT;
/// A letter that is written as a digit or a symbol.
const SUBSTITUTION: u32 = 3 * BIT;
/// What it costs to begin to read characters as small letters, and as letters with substitutions.
const FOLDED: u32 = BIT;
const SUBSTITUTED: u32 = 5 * BIT;

/// The cheapest way to a place.
#[derive(Clone, Copy)]
struct Step {
    cost: u32,
    /// The part that ends here; a character for none.
    part: Option<u32>,
    /// The same where the password ends here, its end included.
    ended: u32,
    ended_part: Option<u32>,
}

impl Step {
    const NONE: Self = Self { cost: u32::MAX, part: None, ended: u32::MAX, ended_part: None };

    /// Takes another way where it is cheaper, for going on and for ending.
    fn improve(&mut self, cost: u32, end: u32, part: Option<u32>) {
        if cost < self.cost {
            (self.cost, self.part) = (cost, part);
        }
        let ended = cost.saturating_add(end);
        if ended < self.ended {
            (self.ended, self.ended_part) = (ended, part);
        }
    }
}

/// What a pattern comes up by chance for: so much less than drawing its characters costs, one in two thousand.
const CHANCE: u32 = 11 * BIT;
/// What drawing a letter or a symbol costs, and a digit.
const DRAWN: u32 = 75;
const DRAWN_DIGIT: u32 = 53;

/// Whether a part tells about a password: it does not come up by chance where somebody types on.
fn tells(text: &[Char], part: &Match) -> bool {
    let drawn: u32 = text[part.start..part.end]
        .iter()
        .map(|char| if text::is_digit(char.symbol) { DRAWN_DIGIT } else { DRAWN })
        .sum();
    matches!(part.kind, PartKind::Personal | PartKind::CurrentPassword) || part.cost + CHANCE <= drawn
}

/// After so many characters most patterns are found, though only the whole of each is in the list.
const SHORTEST: usize = 5;

/// Keeps a password from becoming cheaper by a character more, but where that completes what tells. `held` has the
/// cost of the password up to each place before this one, its end included.
fn hold(text: &[Char], cheapest: &mut [Step], place: usize, found: &[Match], held: &mut Vec<u32>) {
    // A part that comes up by chance is no cheaper than what it was a character before it was one.
    let chance = |part: Option<u32>| {
        let part = part.map(|index| &found[index as usize]).filter(|part| !tells(text, part))?;
        Some((part.start + SHORTEST).min(part.end - 1))
    };
    if let Some(before) = chance(cheapest[place].part) {
        cheapest[place].cost = cheapest[place].cost.max(cheapest[before].cost);
    }
    let least = match cheapest[place].ended_part {
        None => held[place - 1],
        part => chance(part).map_or(0, |before| held[before]),
    };
    held.push(least.max(cheapest[place].ended));
}

/// Finds the cheapest segmentation of a text with what was found in it.
#[inline(never)]
pub(super) fn cheapest(model: &Model<'_>, text: &[Char], found: &[Match]) -> Segmentation {
    let length = text.len();
    let readings = readings(model, text);
    let mut found = found.to_vec();
    unlisted_words(text, &readings, &mut found);
    // The parts that start at a place, as a list: the last one found, and for each the one found before.
    let mut starting = vec![None; length];
    let mut before = vec![None; found.len()];
    for (index, part) in found.iter().enumerate() {
        before[index] = starting[part.start].replace(index as u32);
    }

    let mut cheapest = vec![Step::NONE; length + 1];
    cheapest[0].cost = 0;
    let mut held = Vec::with_capacity(length + 1);
    held.push(0);
    // What it costs to be here in the midst of each reading.
    let mut here = [u32::MAX; 3];
    let mut digits = 0;
    for start in 0..length {
        if start > 0 {
            hold(text, &mut cheapest, start, &found, &mut held);
        }
        let cost = cheapest[start].cost;
        digits = if text::is_digit(text[start].symbol) { digits + 1 } else { 0 };
        for ((reading, opening), here) in readings.iter().zip([0, FOLDED, SUBSTITUTED]).zip(&mut here) {
            let mut character = reading.costs[start];
            if digits > LONG_NUMBER {
                character = character.max(FURTHER_DIGIT);
            }
            *here = cost.saturating_add(opening).min(*here).saturating_add(character);
            cheapest[start + 1].improve(*here, reading.ends[start], None);
        }
        let mut next = starting[start];
        while let Some(index) = next {
            let part = &found[index as usize];
            next = before[index as usize];
            let joint = match part.kind {
                PartKind::Characters => 0,
                PartKind::Word | PartKind::DictionaryWord if start > 0 => WORD_JOINT,
                PartKind::Repeat | PartKind::Personal | PartKind::CurrentPassword if start > 0 => OWN_JOINT,
                _ if start > 0 => JOINT,
                PartKind::Word | PartKind::DictionaryWord | PartKind::Personal | PartKind::CurrentPassword => 0,
                _ => OPENING,
            };
            let torn = torn_sides(text, part) * TORN;
            let last = if start > 0 || part.kind == PartKind::Characters { END } else { 0 };
            cheapest[part.end].improve(cost.saturating_add(part.cost + joint + torn), last, Some(index));
        }
    }
    if length > 0 {
        hold(text, &mut cheapest, length, &found, &mut held);
        (cheapest[length].cost, cheapest[length].part) = (held[length], cheapest[length].ended_part);
    }
    let mut segmentation = Segmentation { cost: cheapest[length].cost, parts: Vec::new() };
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
                Match { kind: PartKind::Characters, start, end: place, cost, variation: Variation::default() }
            }
        };
        place = part.start;
        segmentation.parts.push(part);
    }
    segmentation.parts.reverse();
    // A word that is not listed, and what stands beside it.
    segmentation.parts.dedup_by(|after, before| {
        let characters = before.kind == PartKind::Characters && after.kind == PartKind::Characters;
        if characters {
            (before.end, before.cost) = (after.end, before.cost + after.cost);
        }
        characters
    });
    segmentation
}

/// The fewest letters of a word that is not listed.
const SHORTEST_WORD: usize = 6;
/// What attackers' lists cost that hold the words, names and titles of a language: log2 of four million.
const LISTS: u32 = 22 * BIT;
/// A word of eight letters costs so much a letter at most, and 3/16 of a bit less for each two further letters; with so
/// much less it is certainly taken for a word. Letters that were drawn cost five to seven bits each.
const LETTER: i32 = 79 * BIT as i32 / 16;
const FURTHER_LETTERS: i32 = 3 * BIT as i32 / 16;
const CERTAIN: i32 = 7 * BIT as i32 / 16;

/// Runs of letters that read like a word, which attackers' lists may hold though ours do not: what they cost beyond
/// [`LISTS`] counts less than a quarter.
///
/// More letters never cost less, though they may make a run read more like a word.
fn unlisted_words(text: &[Char], readings: &[Reading], found: &mut Vec<Match>) {
    let costs = &readings.get(1).unwrap_or(&readings[0]).costs;
    let mut start = 0;
    while start < text.len() {
        let length = text[start..].iter().take_while(|char| text::is_latin(char.symbol)).count();
        if length >= SHORTEST_WORD {
            let (mut spelt, mut cost) = (0_u32, 0);
            for (letters, letter) in (1..).zip(&costs[start..start + length]) {
                spelt += letter;
                let most = LETTER - (letters - 8) * FURTHER_LETTERS / 2;
                let likeness = (most - spelt as i32 / letters).clamp(0, CERTAIN) as u32;
                let beyond = spelt.saturating_sub(LISTS);
                cost = cost.max(spelt - beyond * likeness / CERTAIN as u32 * 10 / 13);
            }
            let (kind, variation) = (PartKind::Characters, Variation::default());
            found.push(Match { kind, start, end: start + length, cost, variation });
        }
        start += length.max(1);
    }
}

/// At how many of its sides a pattern of digits goes on in digits.
fn torn_sides(text: &[Char], part: &Match) -> u32 {
    let whole = matches!(part.kind, PartKind::Personal | PartKind::CurrentPassword | PartKind::Repeat);
    let digit = |index: usize| text.get(index).is_some_and(|char| text::is_digit(char.symbol));
    let left = part.start > 0 && digit(part.start - 1) && digit(part.start);
    let right = digit(part.end) && digit(part.end - 1);
    if whole { 0 } else { u32::from(left) + u32::from(right) }
}

/// The ways to read characters, each with what its characters cost: as they are typed; as small letters, and what
/// capitals cost; and as the letters that digits and symbols are written for. The others only where they differ.
fn readings(model: &Model<'_>, text: &[Char]) -> Vec<Reading> {
    let folded = |char: &Char| alphabet::small(char.symbol).unwrap_or(char.typed);
    let letter = |char: &Char| alphabet::small(char.letter).unwrap_or_else(|| folded(char));
    let mut readings = vec![reading(model, text, |_, char| (char.typed, 0))];
    let (capitals, letters) = (text.iter().any(|char| char.upper), text.iter().any(|char| char.letter != BOUNDARY));
    if capitals || letters {
        readings.push(reading(model, text, |index, char| (folded(char), text::case_cost(text, index))));
    }
    if letters {
        readings.push(reading(model, text, |index, char| {
            let substitution = if char.letter == BOUNDARY { 0 } else { SUBSTITUTION };
            (letter(char), text::case_cost(text, index) + substitution)
        }));
    }
    readings
}

/// What each character costs in a reading, and the end after each.
struct Reading {
    costs: Vec<u32>,
    ends: Vec<u32>,
}

fn reading(model: &Model<'_>, text: &[Char], read: impl Fn(usize, &Char) -> (u8, u32)) -> Reading {
    let tail = tail(text);
    let mut state = State::START;
    let (mut costs, mut ends) = (Vec::with_capacity(text.len()), Vec::with_capacity(text.len()));
    for (index, char) in text.iter().enumerate() {
        let (character, extra) = read(index, char);
        let cost = if character == OTHER {
            state = State::UNKNOWN;
            0
        } else {
            let (cost, next) = model.step(state, character);
            state = next;
            if index >= tail { cost.min(text::symbol_cost(char.char)) } else { cost }
        };
        costs.push(cost + extra + char.extra);
        ends.push(if character == OTHER { END } else { model.step(state, BOUNDARY).0 });
    }
    Reading { costs, ends }
}

/// Where the one or two symbols begin that people end a word with, perhaps after a short number: `Hanover1!`. They know
/// few. Where there are none, the length of the text.
fn tail(text: &[Char]) -> usize {
    let ends = |text: &[Char], holds: fn(&Char) -> bool| text.iter().rev().take_while(|char| holds(char)).count();
    let symbols = ends(text, |char| !char.char.is_ascii_alphanumeric() && char.char.is_ascii());
    let (before, _) = text.split_at(text.len() - symbols);
    let digits = ends(before, |char| text::is_digit(char.symbol));
    let letters = ends(&before[..before.len() - digits], |char| text::is_latin(char.symbol));
    if symbols <= 2 && digits <= 4 && letters >= 5 { text.len() - symbols } else { text.len() }
}
