//! What a line says: a digest, and how often its password was seen.

use passmuster::breach::{Digest, Prefix};
use std::fmt;

/// A longer line is no password and no digest, in bytes.
const MAX_LENGTH: usize = 64 << 10;

/// What lines are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// A password each, seen once.
    Plain,
    /// Forty hexadecimal digits, a colon and a count: the format of Have I Been Pwned's downloads.
    Sha1,
    /// Thirty-five hexadecimal digits, a colon and a count: a range file's, which holds this prefix.
    Range(Prefix),
}

impl Lines {
    /// What the lines of a list are, judged by its first.
    pub fn told_by(first: &[u8]) -> Self {
        if sha1(first).is_some() { Self::Sha1 } else { Self::Plain }
    }

    /// Reads a line, without its end. `None` for one that says nothing: an empty one, or one that was never
    /// seen, which is padding.
    pub fn read(self, line: &[u8]) -> Result<Option<(Digest, u64)>, BadLine> {
        let entry = match self {
            _ if line.is_empty() => return Ok(None),
            _ if line.len() > MAX_LENGTH => Err(BadLine::TooLong),
            Self::Plain => match std::str::from_utf8(line) {
                Ok(password) => Ok((Digest::of(password), 1)),
                Err(_) => Err(BadLine::NotUtf8),
            },
            Self::Sha1 => sha1(line).ok_or(BadLine::NotSha1Count),
            Self::Range(prefix) => range(prefix, line).ok_or(BadLine::NotSuffixCount),
        }?;
        Ok(Some(entry).filter(|(_, count)| *count > 0))
    }
}

/// Why a line cannot be read. Does not quote it: it may be somebody's password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadLine {
    NotUtf8,
    NotSha1Count,
    NotSuffixCount,
    TooLong,
}

impl fmt::Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 => f.write_str("is not valid UTF-8"),
            Self::NotSha1Count => f.write_str("is not forty hexadecimal digits, a colon and a count"),
            Self::NotSuffixCount => f.write_str("is not thirty-five hexadecimal digits, a colon and a count"),
            Self::TooLong => write!(f, "is longer than {MAX_LENGTH} bytes"),
        }
    }
}

fn sha1(line: &[u8]) -> Option<(Digest, u64)> {
    let (hex, count) = line.split_first_chunk::<40>()?;
    Some((digest(hex)?, number(count)?))
}

fn range(prefix: Prefix, line: &[u8]) -> Option<(Digest, u64)> {
    let (suffix, count) = line.split_first_chunk::<35>()?;
    let mut hex = [0; 40];
    hex[..5].copy_from_slice(prefix.to_string().as_bytes());
    hex[5..].copy_from_slice(suffix);
    Some((digest(&hex)?, number(count)?))
}

fn digest(hex: &[u8; 40]) -> Option<Digest> {
    let mut bytes = [0; 20];
    for (byte, pair) in bytes.iter_mut().zip(hex.as_chunks::<2>().0) {
        *byte = (nibble(pair[0])? << 4) | nibble(pair[1])?;
    }
    Some(Digest::from_bytes(bytes))
}

fn nibble(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

/// The number after the colon. `parse` alone would let a sign pass.
fn number(text: &[u8]) -> Option<u64> {
    let digits = text.strip_prefix(b":")?;
    let digits = std::str::from_utf8(digits).ok()?;
    digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok())?
}
