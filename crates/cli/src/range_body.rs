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
    let digits = |byte: u8| [HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]];
    // The prefix is two bytes and a half.
    let mut suffix = [digits(digest[2])[1]; 35];
    for (pair, byte) in suffix[1..].as_chunks_mut().0.iter_mut().zip(&digest[3..]) {
        *pair = digits(*byte);
    }
    body.extend_from_slice(&suffix);
    write!(body, ":{count}\r\n").expect("a vector takes all that is written to it");
}

/// Adds padding lines until there are this many lines in all.
pub fn pad(body: &mut Vec<u8>, lines: usize) {
    let mut random = rand::rng();
    let missing = lines.saturating_sub(count_lines(body));
    body.reserve_exact(missing * 38);
    for _ in 0..missing {
        push(body, &random.random(), 0);
    }
}

/// How many lines a body has. Sums of bytes in pieces that cannot overflow one are what processors add up many
/// at a time.
fn count_lines(body: &[u8]) -> usize {
    let in_piece = |piece: &[u8]| piece.iter().map(|&byte| u8::from(byte == b'\n')).sum::<u8>();
    body.chunks(u8::MAX.into()).map(in_piece).map(usize::from).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn padding_counts_the_lines_that_are_there() {
        for lines in [0, 1, 6, 7, 300, 1_000] {
            let mut body = Vec::new();
            (0..lines).for_each(|count| push(&mut body, &[0xAB; 20], count));
            pad(&mut body, 300);
            assert_eq!(body.split(|&byte| byte == b'\n').count() - 1, 300.max(lines as usize));
        }
        assert_eq!(count_lines(&[b'\n'; 1_000]), 1_000);
    }
}
