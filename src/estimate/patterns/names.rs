//! The spellings of names: what an attacker who knows a name writes for it.
//!
//! A text is read as a list of *classes*: a character's small letter without its accent, or the letter that a digit or
//! a symbol is written for. Two texts of the same classes are the same name, in whatever case and with whatever substitutions. Names are
//! also read in three other ways, by what they are compared with:
//!
//! ```text
//! squeezed     o'neill-smith  oneillsmith     what separates is left out
//! expanded     müller         mueller         letters that have a spelling in two: ä ö ü ß ø å æ þ đ
//! contracted   mueller        muller          and back
//! romanised    юлия, yuliya   ula             Cyrillic and Greek, in any transliteration
//! ```

use crate::estimate::alphabet::BOUNDARY;
use crate::estimate::text::{self, Char};

/// A reading of a text: classes, and the place of the character that each stands for.
pub(super) type Reading = Vec<(char, usize)>;

/// The class of a character: equal for all the ways to write a letter.
pub(super) fn class(char: &Char) -> char {
    plain(text::folded(char))
}

/// A small letter without its accent, of the alphabets that have no symbols.
pub(super) fn plain(char: char) -> char {
    match char {
        'ё' | 'є' => 'е',
        'ї' => 'і',
        'ґ' => 'г',
        'ў' => 'у',
        'ά' | 'Ά' => 'α',
        'έ' | 'Έ' => 'ε',
        'ή' | 'Ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' | 'Ί' => 'ι',
        'ό' | 'Ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' | 'Ύ' => 'υ',
        'ώ' | 'Ώ' => 'ω',
        'ς' => 'σ',
        'ș' | 'Ș' => 's',
        'ț' | 'Ț' => 't',
        other => other,
    }
}

pub(super) fn plainly(text: &[Char]) -> Reading {
    text.iter().enumerate().map(|(place, char)| (class(char), place)).collect()
}

/// Whether a character only separates: neither a letter or digit nor written for one.
pub(super) fn separates(char: &Char) -> bool {
    char.letter == BOUNDARY && !text::is_alphanumeric(char.char)
}

pub(super) fn squeezed(text: &[Char]) -> Reading {
    let chars = text.iter().enumerate().filter(|(_, char)| !separates(char));
    chars.map(|(place, char)| (class(char), place)).collect()
}

/// The two letters that a letter is spelt with.
fn pair(char: char) -> Option<&'static str> {
    Some(match text::lower(char) {
        'ä' | 'æ' => "ae",
        'ö' | 'ø' | 'œ' => "oe",
        'ü' => "ue",
        'å' => "aa",
        'ß' | 'ẞ' => "ss",
        'þ' => "th",
        'đ' => "dj",
        _ => return None,
    })
}

pub(super) fn expanded(text: &[Char]) -> Option<Reading> {
    text.iter().any(|char| !char.char.is_ascii() && pair(char.char).is_some()).then(|| {
        let mut reading = Vec::new();
        for (place, char) in text.iter().enumerate() {
            match pair(char.char) {
                Some(pair) => reading.extend(pair.chars().map(|letter| (letter, place))),
                None => reading.push((class(char), place)),
            }
        }
        reading
    })
}

/// Whether a word has a pair of letters that may be one.
pub(super) fn has_pair(word: &[u8]) -> bool {
    word.windows(2).any(|pair| {
        let pair = [pair[0].to_ascii_lowercase(), pair[1].to_ascii_lowercase()];
        // Or what stands for their letters.
        let letter = |byte: u8| if byte.is_ascii_alphabetic() { byte } else { b'*' };
        matches!(
            pair.map(letter),
            [b'a' | b'o' | b'u' | b'*', b'e' | b'*'] | [b'a' | b'*', b'a'] | [b's' | b'*', b's'] | [b's', b'*']
        )
    })
}

pub(super) fn contracted(reading: &[(char, usize)]) -> Option<Reading> {
    let folded =
        |pair: &[(char, usize)]| matches!((pair[0].0, pair[1].0), ('a' | 'o' | 'u', 'e') | ('a', 'a') | ('s', 's'));
    reading.windows(2).any(folded).then(|| {
        let mut short = Vec::new();
        let mut place = 0;
        while place < reading.len() {
            short.push(reading[place]);
            place += if reading[place..].len() > 1 && folded(&reading[place..]) { 2 } else { 1 };
        }
        short
    })
}

/// Whether a character is a letter of the alphabets that are romanised.
pub(super) fn is_foreign(char: char) -> bool {
    matches!(char, 'Ͱ'..='ӿ')
}

/// The Latin letters of `а` to `я` and of `α` to `ω`.
const CYRILLIC: [&str; 32] = [
    "a", "b", "v", "g", "d", "e", "z", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "c",
    "c", "s", "s", "", "i", "", "e", "iu", "ia",
];
const GREEK: [&str; 25] = [
    "a", "v", "g", "d", "e", "z", "i", "t", "i", "k", "l", "m", "n", "ks", "o", "p", "r", "s", "s", "t", "i", "f", "h",
    "ps", "o",
];

/// A text by its sounds, so that all transliterations of a name are the same: ISO 9 and ISO 843, BGN/PCGN, passports',
/// and those that people use. `ya`, `ja`, `ia` and `â` are all `a`; `shch`, `sch`, `sh` and `š` are `s`.
pub(super) fn romanised(text: &[Char]) -> Reading {
    let mut letters: Reading = Vec::with_capacity(text.len());
    for (place, char) in text.iter().enumerate() {
        let lower = plain(text::lower(char.char));
        let latin = match lower {
            'і' => "i",
            'а'..='я' => CYRILLIC[lower as usize - 'а' as usize],
            // `ου` is one sound, and `αυ` and `ευ` end in a consonant.
            'υ' if letters.last().is_some_and(|last| last.0 == 'o') => {
                letters.pop();
                "u"
            }
            'υ' if letters.last().is_some_and(|last| matches!(last.0, 'a' | 'e')) => "v",
            'γ' if text.get(place + 1).is_some_and(|next| plain(text::lower(next.char)) == 'γ') => "n",
            'α'..='ω' => GREEK[lower as usize - 'α' as usize],
            _ if separates(char) => continue,
            // `l` and `i` stand for each other only where neither is written.
            _ => {
                let letter = if char.symbol == text::L { 'l' } else { class(char) };
                letters.push((letter, place));
                continue;
            }
        };
        letters.extend(latin.chars().map(|letter| (letter, place)));
    }
    let mut sounds: Reading = Vec::with_capacity(letters.len());
    let mut index = 0;
    while index < letters.len() {
        let at = |ahead: usize| letters.get(index + ahead).map_or('\0', |letter| letter.0);
        let (sound, length) = match (at(0), at(1), at(2), at(3)) {
            ('s', 'h', 'c', 'h') => ('s', 4),
            ('s', 'c', 'h', 't') if at(4) == 's' && at(5) == 'c' => ('s', 7),
            ('s', 'c', 'h', _) => ('s', 3),
            ('c', 'h', 'r' | 'l', _) => ('h', 2),
            ('s' | 'c' | 'z', 'h', ..) => (at(0), 2),
            ('k', 'h', ..) => ('h', 2),
            ('p', 'h', ..) => ('f', 2),
            ('t', 'h', ..) => ('t', 2),
            ('t', 'c', 'h', _) => ('c', 3),
            ('t', 's' | 'z' | 'c', ..) => ('c', 2),
            ('o', 'u', ..) => ('u', 2),
            ('b' | 'w', ..) => ('v', 1),
            ('q', ..) => ('k', 1),
            ('j' | 'y', ..) => ('i', 1),
            ('x', ..) => {
                sounds.push(('k', letters[index].1));
                ('s', 1)
            }
            (other, ..) => (other, 1),
        };
        let place = letters[index].1;
        index += length;
        match sounds.last().map(|sound| sound.0) {
            Some(last) if last == sound => {}
            _ => sounds.push((sound, place)),
        }
    }
    // An `i` before another vowel is that vowel, and `io` is `e`: what is left of `ё`.
    let mut reading: Reading = Vec::with_capacity(sounds.len());
    let mut index = 0;
    // Where an `i` was left out.
    let mut before = None;
    while index < sounds.len() {
        let (sound, place) = sounds[index];
        let next = sounds.get(index + 1).map_or('\0', |next| next.0);
        index += 1;
        let sound = match (sound, next) {
            ('i', 'a' | 'e' | 'u') => {
                before = before.or(Some(place));
                continue;
            }
            ('i', 'o') => {
                index += 1;
                'e'
            }
            // `ё` is written `o` after these: `Gorbatschow`.
            ('o', _) if reading.last().is_some_and(|last| matches!(last.0, 'c' | 's')) => 'e',
            (sound, _) => sound,
        };
        let place = before.take().unwrap_or(place);
        if reading.last().is_none_or(|last| last.0 != sound) {
            reading.push((sound, place));
        }
    }
    reading
}
