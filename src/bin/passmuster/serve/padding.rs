//! Padding: lines with a count of 0, so that the length of an answer does not tell which prefix was asked for.

use rand::RngExt as _;
use std::ops::RangeInclusive;

/// A padded answer has this many lines at least, and this many at most unless the real ones are more.
///
/// Source: Have I Been Pwned API v3, "Introducing padding".
const LINES: RangeInclusive<usize> = 800..=1_000;

/// Adds padding to an answer. Random suffixes can be told from real ones by their count alone; one that
/// meets a real one (1 in 2¹³⁰) does no harm, for a count of 0 takes nothing from the other.
pub fn pad(body: &mut Vec<u8>) {
    let mut random = rand::rng();
    let real = body.iter().filter(|&&byte| byte == b'\n').count();
    let lines = random.random_range(LINES);
    for _ in real..lines {
        let mut suffix = [0u8; 35];
        random.fill(&mut suffix);
        body.extend(suffix.map(|byte| b"0123456789ABCDEF"[usize::from(byte & 15)]));
        body.extend_from_slice(b":0\r\n");
    }
}
