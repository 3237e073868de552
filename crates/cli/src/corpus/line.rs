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
    /// Forty hexadecimal digits and a count, with a colon between them in Have I Been Pwned's downloads; others have a
    /// semicolon, a comma or blanks there, or no count, which is one.
    Sha1,
    /// Thirty-five hexadecimal digits, a colon and a count: a range file's, which holds this prefix.
    Range(Prefix),
}

/// As many lines tell what a list is.
const SAMPLE: usize = 200;

impl Lines {
    /// What the lines of a list are, judged by the first of them, and how many of those are a heading.
    ///
    /// A list of digests that is taken for passwords makes a corpus that finds none of them: where lines look like
    /// digests, and not in the one form that is known without being told, nothing is guessed.
    pub fn told_by<'a>(lines: impl Iterator<Item = &'a [u8]>) -> Result<(Self, usize), UnknownDigests> {
        let sample: Vec<Option<Look>> = lines.take(SAMPLE).map(look).collect();
        // A line below that is none is told by its number when it is read.
        if sample.first() == Some(&Some(Look::Sha1Count)) {
            return Ok((Self::Sha1, 0));
        }
        let heading = sample.iter().take_while(|look| look.is_none()).count();
        let looks: Vec<Look> = sample.iter().flatten().copied().collect();
        // Lists of passwords hold a digest here and there, for people choose even those.
        if looks.len() <= sample.len() / 2 {
            return Ok((Self::Plain, 0));
        }
        match looks.iter().find(|look| **look != Look::Sha1Count) {
            None => Ok((Self::Sha1, heading)),
            Some(look) => Err(UnknownDigests(*look)),
        }
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
            Self::Range(prefix) => range(prefix, line).ok_or_else(|| {
                let digits = line.iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
                if digits == 27 && line.get(27) == Some(&b':') { BadLine::Ntlm } else { BadLine::NotSuffixCount }
            }),
        }?;
        Ok(Some(entry).filter(|(_, count)| *count > 0))
    }
}

/// What a line looks like that holds a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Sha1Count,
    /// Forty digits in any other form.
    Sha1,
    /// Thirty-five, as in a range file.
    Range,
    Ntlm,
    /// Of another length, or with a salt.
    Other,
}

/// Digests in a form that is not known, or not without being told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownDigests(Look);

impl fmt::Display for UnknownDigests {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Look::Sha1Count | Look::Sha1 => {
                "looks like SHA-1 digests, but not like the lines SHA1:COUNT; --format sha1 reads forty hexadecimal \
                 digits with a count after a colon, semicolon, comma or blank, or without one"
            }
            Look::Range => {
                "looks like lines of a range file, which lack the first five digits; give the folder of range files, \
                 each named by its prefix"
            }
            Look::Ntlm => {
                "looks like NTLM or MD5 digests (thirty-two hexadecimal digits), and only SHA-1 can be looked up; \
                 build from SHA-1 digests or from the passwords"
            }
            Look::Other => {
                "looks like digests other than SHA-1, and only SHA-1 can be looked up; build from SHA-1 digests or from \
                 the passwords"
            }
        })?;
        f.write_str(". (--format plain takes each line for a password, whatever it looks like)")
    }
}

impl std::error::Error for UnknownDigests {}

/// What a line looks like that holds a digest; `None` for any other.
fn look(line: &[u8]) -> Option<Look> {
    if let Some((hex, count)) = line.split_first_chunk::<40>()
        && digest(hex).is_some()
        && number(count).is_some()
    {
        return Some(Look::Sha1Count);
    }
    // The salted ones of crypt(3), and those of LDAP.
    if [
        &b"$2a$"[..],
        b"$2b$",
        b"$2y$",
        b"$argon2",
        b"$5$",
        b"$6$",
        b"$y$",
        b"$1$",
        b"{SHA",
        b"{SSHA",
        b"{MD5}",
        b"$P$",
        b"pbkdf2_",
    ]
    .iter()
    .any(|start| line.starts_with(start))
    {
        return Some(Look::Other);
    }
    let runs = line.split(|byte| !byte.is_ascii_hexdigit()).map(<[u8]>::len);
    runs.filter_map(|length| match length {
        40 => Some(Look::Sha1),
        32 => Some(Look::Ntlm),
        35 => Some(Look::Range),
        56 | 64 | 96 | 128 => Some(Look::Other),
        _ => None,
    })
    .next()
}

/// Why a line cannot be read. Does not quote it: it may be somebody's password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadLine {
    NotUtf8,
    NotSha1Count,
    NotSuffixCount,
    /// A range of NTLM digests.
    Ntlm,
    TooLong,
}

impl fmt::Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 => f.write_str("is not valid UTF-8"),
            Self::NotSha1Count => f.write_str("is not forty hexadecimal digits and a count"),
            Self::NotSuffixCount => f.write_str("is not thirty-five hexadecimal digits, a colon and a count"),
            Self::Ntlm => {
                f.write_str("is of an NTLM digest, and only SHA-1 can be looked up: download the SHA-1 ranges")
            }
            Self::TooLong => write!(f, "is longer than {MAX_LENGTH} bytes"),
        }
    }
}

fn sha1(line: &[u8]) -> Option<(Digest, u64)> {
    let (hex, rest) = line.trim_ascii().split_first_chunk::<40>()?;
    let count = match rest {
        [] => 1,
        // Digits at once belong to a longer digest.
        [next, ..] if next.is_ascii_alphanumeric() => return None,
        _ => {
            let rest = rest.trim_ascii_start();
            count(
                rest.strip_prefix(b":")
                    .or(rest.strip_prefix(b";"))
                    .or(rest.strip_prefix(b","))
                    .unwrap_or(rest)
                    .trim_ascii_start(),
            )?
        }
    };
    Some((digest(hex)?, count))
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

/// The number after the colon.
fn number(text: &[u8]) -> Option<u64> {
    count(text.strip_prefix(b":")?)
}

/// `parse` alone would let a sign pass.
fn count(digits: &[u8]) -> Option<u64> {
    let digits = std::str::from_utf8(digits).ok()?;
    digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok())?
}
