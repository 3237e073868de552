//! The words of a language that are no popular passwords: a file each, read where it lies.
//!
//! # What a pack is
//!
//! The model knows what many people choose. `hypnotherapy` is chosen by few, and yet it is one word of a dictionary
//! that attackers have. A [`Pack`] holds such words of one language, and the names of the people who speak it: those
//! of which the model would think too well. Without one an estimate is complete, only less informed.
//!
//! # How it is packed
//!
//! ```text
//! version   1
//! language  its length, then its name
//! tiers     how many, the words that are looked up most often first; for each:
//!           cost, in quarter bits; length of its text, u32
//!           text: each word as 128 | the letters that it takes away from the word before, then those it adds
//! ```
//!
//! Words are sorted, in small letters without accents; a point is a hyphen or any other symbol. Taking a pack in is one walk over its text, which notes where each
//! three first letters begin.

use super::alphabet::{BOUNDARY, symbol};
use super::cost::BIT;
use super::model::{MAX_WORD, SHARED};
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

const VERSION: u8 = 1;
/// What a step of a tier's cost is worth.
const STEP: u32 = BIT / 4;
/// The symbols by which a word is found.
const PREFIX: usize = 3;

/// The vocabulary of a language; see `with_packs` of [`Context`](super::Context). A copy shares the bytes.
#[derive(Clone)]
pub struct Pack(Arc<Inner>);

struct Inner {
    language: String,
    bytes: Cow<'static, [u8]>,
    tiers: Vec<Tier>,
}

/// Words of the same cost.
struct Tier {
    cost: u32,
    /// By their first symbols, sorted.
    groups: Vec<Group>,
    /// Where the text ends.
    end: usize,
}

/// Words that begin with the same three symbols.
#[derive(Clone, Copy)]
struct Group {
    prefix: [u8; PREFIX],
    /// How many symbols of the prefix the first word does not write out.
    shared: u8,
    /// Where the letters of the first word begin.
    start: u32,
}

/// A word that a text begins with.
pub(super) struct Word<'a> {
    pub symbols: &'a [u8],
    pub cost: u32,
}

/// Bytes that are no pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackError {
    /// It is of another version of this crate, or no pack at all.
    Version,
    /// It is damaged: cut off or not sorted.
    Damaged,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Version => "not a pack that this version can read",
            Self::Damaged => "the pack is damaged",
        })
    }
}

impl std::error::Error for PackError {}

impl fmt::Debug for Pack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pack").field(&self.language()).finish()
    }
}

impl Pack {
    /// Takes in the bytes of a pack, as `npm run model` writes them.
    ///
    /// # Errors
    /// Where they are no pack of this version, or a damaged one.
    pub fn from_bytes(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, PackError> {
        let bytes = bytes.into();
        let (language, tiers) = read(&bytes)?;
        Ok(Self(Arc::new(Inner { language, bytes, tiers })))
    }

    /// The language, such as `en`.
    pub fn language(&self) -> &str {
        &self.0.language
    }

    /// Hands every word that begins with the symbols of `start` and all of whose symbols `matches(place, symbol)`.
    pub(super) fn words(
        &self,
        start: [u8; PREFIX],
        mut matches: impl FnMut(usize, u8) -> bool,
        mut found: impl FnMut(Word<'_>),
    ) {
        for tier in &self.0.tiers {
            let Ok(group) = tier.groups.binary_search_by_key(&start, |group| group.prefix) else { continue };
            let end = tier.groups.get(group + 1).map_or(tier.end, |next| next.start as usize - 1);
            let group = tier.groups[group];
            let mut symbols = [0; MAX_WORD];
            symbols[..PREFIX].copy_from_slice(&start);
            // How many symbols of the last word matched: a word that shares more than that with it cannot match.
            let (mut matched, mut length) = (PREFIX, usize::from(group.shared));
            let mut rest = &self.0.bytes[group.start as usize..end];
            loop {
                let added = rest.iter().position(|byte| byte & SHARED != 0).unwrap_or(rest.len());
                let (letters, next) = rest.split_at(added);
                matched = matched.min(length.max(PREFIX));
                if matched >= length {
                    for &letter in &letters[matched - length..] {
                        symbols[matched] = symbol(letter).unwrap_or(BOUNDARY);
                        if !matches(matched, symbols[matched]) {
                            break;
                        }
                        matched += 1;
                    }
                }
                length += added;
                if matched == length {
                    found(Word { symbols: &symbols[..length], cost: tier.cost });
                }
                let [taken, after @ ..] = next else { break };
                length -= usize::from(taken & !SHARED);
                rest = after;
            }
        }
    }
}

/// The language and the tiers of a pack, everything of which was looked at: finding words cannot fail.
fn read(bytes: &[u8]) -> Result<(String, Vec<Tier>), PackError> {
    let [VERSION, length, rest @ ..] = bytes else { return Err(PackError::Version) };
    let damaged = PackError::Damaged;
    let (language, rest) = rest.split_at_checked(usize::from(*length)).ok_or(damaged)?;
    let language = String::from_utf8(language.to_vec()).map_err(|_| damaged)?;
    let [count, rest @ ..] = rest else { return Err(damaged) };
    let mut rest = rest;
    let mut tiers = Vec::new();
    for _ in 0..*count {
        let [cost, a, b, c, d, text @ ..] = rest else { return Err(damaged) };
        let (text, after) = text.split_at_checked(u32::from_le_bytes([*a, *b, *c, *d]) as usize).ok_or(damaged)?;
        let start = bytes.len() - after.len() - text.len();
        let groups = groups(text, start).ok_or(damaged)?;
        tiers.push(Tier { cost: u32::from(*cost) * STEP, groups, end: start + text.len() });
        rest = after;
    }
    if rest.is_empty() { Ok((language, tiers)) } else { Err(damaged) }
}

/// Where the words with each three first symbols begin in a text that starts at this place of its file; `None` where
/// it is not sorted, or holds something other than words.
fn groups(text: &[u8], start: usize) -> Option<Vec<Group>> {
    let mut groups: Vec<Group> = Vec::new();
    let (mut word, mut rest) = (Vec::with_capacity(MAX_WORD), text);
    while let [taken, letters @ ..] = rest {
        if taken & SHARED == 0 {
            return None;
        }
        let shared = word.len().checked_sub(usize::from(taken & !SHARED))?;
        word.truncate(shared);
        let at = start + text.len() - letters.len();
        let added = letters.iter().position(|byte| byte & SHARED != 0).unwrap_or(letters.len());
        for &letter in &letters[..added] {
            word.push(if letter == b'.' { BOUNDARY } else { symbol(letter)? });
        }
        if added == 0 || !(PREFIX..=MAX_WORD).contains(&word.len()) {
            return None;
        }
        let prefix = [word[0], word[1], word[2]];
        if groups.last().is_none_or(|group| group.prefix != prefix) {
            if groups.last().is_some_and(|group| group.prefix > prefix) || shared >= PREFIX {
                return None;
            }
            groups.push(Group { prefix, shared: shared as u8, start: u32::try_from(at).ok()? });
        }
        rest = &letters[added..];
    }
    Some(groups)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(tiers: &[(u8, &[&str])]) -> Vec<u8> {
        let mut file = vec![VERSION, 2, b'x', b'y', tiers.len() as u8];
        for (cost, words) in tiers {
            let (mut text, mut previous) = (Vec::new(), "");
            for word in *words {
                let shared = word.bytes().zip(previous.bytes()).take_while(|(a, b)| a == b).count();
                text.push(SHARED | (previous.len() - shared) as u8);
                text.extend(&word.as_bytes()[shared..]);
                previous = word;
            }
            file.push(*cost);
            file.extend((text.len() as u32).to_le_bytes());
            file.extend(text);
        }
        file
    }

    /// The words of a pack that a text begins with.
    fn found(pack: &Pack, text: &str) -> Vec<(String, u32)> {
        let symbols: Vec<u8> = text.bytes().filter_map(symbol).collect();
        let mut words = Vec::new();
        let matches = |place: usize, symbol: u8| symbols.get(place) == Some(&symbol);
        pack.words([symbols[0], symbols[1], symbols[2]], matches, |word| {
            words.push((text[..word.symbols.len()].to_owned(), word.cost / STEP));
        });
        words
    }

    const WORDS: &[&str] = &["abc", "abcdef", "abce", "abd", "acd", "bcd", "bcdefg", "bcdx", "bce"];

    #[test]
    fn every_word_is_found_and_nothing_else() {
        let pack = Pack::from_bytes(packed(&[(40, WORDS), (60, &["abcd", "zzz"])])).unwrap();
        assert_eq!(pack.language(), "xy");
        for word in WORDS {
            assert!(found(&pack, word).contains(&((*word).to_owned(), 40)), "{word}");
        }
        let all: Vec<_> = found(&pack, "abcdefgh").into_iter().map(|(word, _)| word).collect();
        assert_eq!(all, ["abc", "abcdef", "abcd"]);
        assert_eq!(found(&pack, "zzzz"), [("zzz".to_owned(), 60)]);
        for text in ["abf", "zab", "bcf", "aac"] {
            assert_eq!(found(&pack, text), [], "{text}");
        }
    }

    #[test]
    fn bytes_that_are_no_pack_are_an_error_and_never_a_panic() {
        let whole = packed(&[(40, WORDS), (60, &["abcd", "zzz"])]);
        for length in 0..whole.len() {
            assert!(Pack::from_bytes(whole[..length].to_vec()).is_err(), "cut at {length}");
        }
        assert_eq!(Pack::from_bytes(b"<!doctype html>".to_vec()).unwrap_err(), PackError::Version);
        for place in 0..whole.len() {
            for value in 0..=u8::MAX {
                let mut bytes = whole.clone();
                bytes[place] = value;
                if let Ok(pack) = Pack::from_bytes(bytes) {
                    WORDS.iter().for_each(|word| drop(found(&pack, word)));
                }
            }
        }
        let unsorted = packed(&[(40, &["bcd", "abc"])]);
        assert_eq!(Pack::from_bytes(unsorted).unwrap_err(), PackError::Damaged);
    }
}
