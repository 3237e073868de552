//! Sequences: characters that follow each other in their script, at even steps. `abcdef`, `97531`, `абвг`.

use super::log2;
use crate::estimate::PartKind;
use crate::estimate::model::BIT;
use crate::estimate::search::{Disguise, Found};
use crate::estimate::text::Text;

/// The fewest characters of a sequence.
const SHORTEST: usize = 3;
/// The largest step that people count in.
const LARGEST_STEP: i64 = 5;
/// The cost of a sequence, of one that starts somewhere else than at an end of its alphabet, and of one that
/// goes down.
const SEQUENCE: u32 = 5 * BIT;
const ANYWHERE: u32 = 2 * BIT;
const DOWN: u32 = BIT;

#[inline(never)]
pub(super) fn find(text: &Text, found: &mut Vec<Found>) {
    let step = |index: usize| i64::from(text[index].char as u32) - i64::from(text[index - 1].char as u32);
    let mut start = 0;
    while start + SHORTEST <= text.len() {
        let delta = step(start + 1);
        let mut end = start + 2;
        while end < text.len() && step(end) == delta {
            end += 1;
        }
        if end - start >= SHORTEST && (1..=LARGEST_STEP).contains(&delta.abs()) {
            let obvious = matches!(text[start].char, 'a' | 'A' | 'z' | 'Z' | '0' | '1' | '9');
            let cost = SEQUENCE
                + if obvious { 0 } else { ANYWHERE }
                + if delta < 0 { DOWN } else { 0 }
                + 2 * log2(delta.unsigned_abs() as usize)
                + log2(end - start);
            found.push(Found { kind: PartKind::Sequence, start, end, cost, disguise: Disguise::default() });
        }
        start = end - 1;
    }
}
