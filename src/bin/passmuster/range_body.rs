//! The body of a range response, as it is written: `SUFFIX:COUNT`, CRLF.
//!
//! Padding lines have a count of 0 and a random suffix. They make up a number of lines, so that the length of
//! an answer does not tell which prefix was asked for to somebody who sees no more than lengths. A random
//! suffix can be told from a real one by its count alone. One that meets a real one (1 in 2¹³⁰) does no harm:
//! counts of the same suffix add up, and 0 adds nothing.

use rand::RngExt as _;
use std::io::Write as _;

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// Adds the line of a digest's suffix.
pub fn push(body: &mut Vec<u8>, digest: &[u8; 20], count: u64) {
    // The prefix is two bytes and a half.
    body.push(HEX[usize::from(digest[2] & 15)]);
    body.extend(digest[3..].iter().flat_map(|byte| [HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]));
    write!(body, ":{count}\r\n").expect("a vector takes all that is written to it");
}

/// Adds padding lines until there are this many lines in all.
pub fn pad(body: &mut Vec<u8>, lines: usize) {
    let mut random = rand::rng();
    let real = body.iter().filter(|&&byte| byte == b'\n').count();
    for _ in real..lines {
        push(body, &random.random(), 0);
    }
}
