//! What a line of a list says: a digest, and how often its password was seen.

use clap::ValueEnum;
use passmuster::breach::Digest;
use std::fmt;

/// What the lines of a list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Told by the first line.
    Auto,
    /// A password a line, seen once.
    Plain,
    /// Forty hexadecimal digits, a colon and a count: the format of Have I Been Pwned's downloads.
    Sha1,
}

impl Format {
    /// The format of a list that begins with this line.
    pub fn of_list(self, first: &[u8]) -> Self {
        match self {
            Self::Auto if sha1(first).is_ok() => Self::Sha1,
            Self::Auto => Self::Plain,
            told => told,
        }
    }

    /// Reads a line, without its end; `None` for an empty one, which lists of all kinds have.
    pub fn read(self, line: &[u8]) -> Result<Option<(Digest, u64)>, BadLine> {
        match self {
            _ if line.is_empty() => Ok(None),
            Self::Sha1 => sha1(line).map(Some),
            Self::Plain | Self::Auto => match std::str::from_utf8(line) {
                Ok(password) => Ok(Some((Digest::of(password), 1))),
                Err(_) => Err(BadLine::NotUtf8),
            },
        }
    }
}

/// Why a line cannot be read. Does not quote it: it may be somebody's password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadLine {
    NotUtf8,
    NotSha1Count,
}

impl fmt::Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotUtf8 => "is not valid UTF-8",
            Self::NotSha1Count => "is not forty hexadecimal digits, a colon and a count",
        })
    }
}

fn sha1(line: &[u8]) -> Result<(Digest, u64), BadLine> {
    let (hex, count) = line.split_at_checked(40).ok_or(BadLine::NotSha1Count)?;
    let mut bytes = [0; 20];
    for (byte, pair) in bytes.iter_mut().zip(hex.chunks_exact(2)) {
        *byte = nibble(pair[0])? << 4 | nibble(pair[1])?;
    }
    let [b':', digits @ ..] = count else { return Err(BadLine::NotSha1Count) };
    Ok((Digest::from_bytes(bytes), number(digits)?))
}

fn nibble(digit: u8) -> Result<u8, BadLine> {
    char::from(digit).to_digit(16).map(|value| value as u8).ok_or(BadLine::NotSha1Count)
}

fn number(digits: &[u8]) -> Result<u64, BadLine> {
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return Err(BadLine::NotSha1Count);
    }
    std::str::from_utf8(digits).ok().and_then(|text| text.parse().ok()).ok_or(BadLine::NotSha1Count)
}
