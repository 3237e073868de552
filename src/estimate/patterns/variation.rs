//! Patterns with something between their characters, which hides them from a finder that reads on.
//!
//! ```text
//! z-y-x-w-v   m o n k e y   pas-swo-rd     what separates is left out
//! mxoxnxkxexy   1..2..3..4                 every second or third character is kept, where the others stay the same
//! mmoonnkkeeyy                             one of two or three equal ones is kept
//! m1o2n3k4e5y6                             two texts, a character of each in turn
//! ```
//!
//! What is left is given to the finders again. A part counts if something was left out of its midst.

use super::{keyboard, log2, personal, sequence, words};
use crate::estimate::cost::BIT;
use crate::estimate::model::Model;
use crate::estimate::search::{self, Match, Variation};
use crate::estimate::text::{self, Char, Text};
use crate::estimate::{Context, PartKind};

/// The fewest characters that are kept.
const SHORTEST: usize = 3;
/// What it costs to separate, to double, and to zip two texts.
const SEPARATED: u32 = 4 * BIT;
const DOUBLED: u32 = 3 * BIT;
const ZIPPED: u32 = 5 * BIT;

pub(super) fn find(model: &Model<'_>, text: &Text, context: &Context, found: &mut Vec<Match>) {
    let mut look = |places: &[usize], width: usize, extra: u32| {
        if places.len() < SHORTEST {
            return;
        }
        let kept = Text::of(places.iter().map(|&place| text[place]).collect());
        for part in parts(model, &kept, context) {
            let (start, last) = (places[part.start], places[part.end - 1]);
            // A part of characters that stand together has been found already.
            if last + width > start + part.end - part.start {
                let left_out = last + width - start - (part.end - part.start);
                let cost = part.cost + extra + log2(left_out);
                found.push(Match { start, end: last + width, cost, ..part });
            }
        }
    };

    let kept: Vec<usize> = (0..text.len()).filter(|&place| !separates(text[place])).collect();
    if kept.len() < text.len() {
        look(&kept, 1, SEPARATED);
    }
    for period in [2, 3] {
        // Where the characters between stay the same: where the run begins tells which are kept.
        let between = |place: usize| {
            place + period < text.len()
                && (1..period).all(|ahead| {
                    let next = place + period + ahead;
                    next >= text.len() || text[place + ahead].char == text[next].char
                })
        };
        runs(text.len(), period, between, |start, count| {
            let places: Vec<usize> = (0..=count).map(|index| start + index * period).collect();
            look(&places, 1, SEPARATED + 2 * BIT);
        });
        let equal = |place: usize| {
            place + period <= text.len() && (1..period).all(|ahead| text[place].char == text[place + ahead].char)
        };
        runs(text.len(), period, equal, |start, count| {
            let places: Vec<usize> = (0..count).map(|index| start + index * period).collect();
            look(&places, period, DOUBLED);
        });
    }
    zipped(model, text, context, found);
}

/// Hands the longest runs of places at a distance of `period` for each of which something holds.
fn runs(length: usize, period: usize, holds: impl Fn(usize) -> bool, mut run: impl FnMut(usize, usize)) {
    for offset in 0..period {
        let mut start = offset;
        while start < length {
            let count = (start..length).step_by(period).take_while(|&place| holds(place)).count();
            if count >= SHORTEST {
                run(start, count);
            }
            start += (count + 1) * period;
        }
    }
}

fn separates(char: Char) -> bool {
    matches!(char.char, ' ' | '-' | '_' | '.' | ',' | ';' | ':' | '/' | '\\' | '|' | '+' | '*' | '~' | '=' | '#' | '\'')
}

fn parts(model: &Model<'_>, text: &Text, context: &Context) -> Vec<Match> {
    let mut found = Vec::new();
    words::find(model, context.packs(), text, &mut found);
    keyboard::find(text, &mut found);
    sequence::find(text, &mut found);
    personal::find(text, context, &mut found);
    found
}

/// Two texts, a character of each in turn, of which one at least is nothing but what is known: a word or digits between
/// others, or a walk or a sequence between anything.
fn zipped(model: &Model<'_>, text: &Text, context: &Context, found: &mut Vec<Match>) {
    if text.len() < 2 * SHORTEST || text.iter().all(|char| text::is_digit(char.symbol)) {
        return;
    }
    let strand = |first: usize| Text::of(text.iter().skip(first).step_by(2).copied().collect());
    let strands = [strand(0), strand(1)];
    let letters = strands.each_ref().map(|strand| strand.iter().filter(|char| text::is_letter(char.char)).count());
    let apart =
        (letters[0] == strands[0].len() && letters[1] == 0) || (letters[1] == strands[1].len() && letters[0] == 0);
    if !apart && !strands.iter().any(walks) {
        return;
    }
    let mut cost = ZIPPED;
    let mut known: Option<Match> = None;
    for strand in &strands {
        let mut parts = parts(model, strand, context);
        super::repeat::find(strand, &mut parts);
        let spelling = search::cheapest(model, strand, &parts);
        if spelling.parts.iter().all(|part| part.kind != PartKind::Characters) {
            known = spelling.parts.iter().max_by_key(|part| part.end - part.start).copied().or(known);
        }
        cost += spelling.cost;
    }
    if let Some(part) = known {
        found.push(Match { start: 0, end: text.len(), cost, variation: Variation::default(), ..part });
    }
}

/// Whether a text is one walk or sequence.
fn walks(text: &Text) -> bool {
    let mut found = Vec::new();
    keyboard::find(text, &mut found);
    sequence::find(text, &mut found);
    found.iter().any(|part| part.end - part.start == text.len())
}
