//! A password as the model sees it: symbols, and what capitals, accents, symbols and scripts cost on top.

use super::alphabet::{BOUNDARY, OTHER, character, symbol};
use super::compat;
use super::cost::BIT;
use crate::wipe;
use zeroize::Zeroize;

/// What is looked at: work is bounded for any input, and what lies beyond adds no guesses.
pub const LONGEST: usize = 4096;

/// Whether a symbol is a letter's.
pub const fn is_latin(symbol: u8) -> bool {
    matches!(symbol, 1..=26)
}

/// Whether a symbol is a digit's.
pub const fn is_digit(symbol: u8) -> bool {
    symbol >= 27 && symbol != OTHER
}

/// A character of a password.
#[derive(Clone, Copy, Default, Zeroize)]
pub struct Char {
    /// The character itself.
    pub char: char,
    /// Its symbol, without its case and accent; or [`OTHER`].
    pub symbol: u8,
    /// The character of the n-grams that it is typed as, without its accent; or [`OTHER`].
    pub typed: u8,
    /// The symbol of the letter that it is often written for, as a digit or a symbol; [`BOUNDARY`] for none.
    pub letter: u8,
    /// Whether it is a capital.
    pub upper: bool,
    /// What its accent or script costs; its whole cost where the n-grams do not know it.
    pub extra: u32,
    /// Where it begins, in bytes.
    pub offset: u32,
}

impl Char {
    /// A character of ASCII by itself.
    pub fn plain(byte: u8) -> Self {
        classified(char::from(byte), '\0', 0)
    }
}

/// The characters of a password, wiped when dropped.
pub struct Text(Vec<Char>);

impl Drop for Text {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

impl std::ops::Deref for Text {
    type Target = [Char];

    fn deref(&self) -> &[Char] {
        &self.0
    }
}

impl Text {
    /// The first [`LONGEST`] characters of a password.
    pub fn new(password: &str) -> Self {
        let mut text = Vec::with_capacity(password.len().min(LONGEST));
        let (mut previous, mut disguised) = ('\0', false);
        for (offset, typed) in password.char_indices() {
            for char in compat::decomposed(typed) {
                if text.len() == LONGEST {
                    break;
                }
                // The marks of half-width kana belong to what stands before them, as in Unicode's table: か, が.
                if let (mark @ ('\u{3099}' | '\u{309a}'), 'カ'..='ホ') = (char, previous)
                    && let Some(voiced) = char::from_u32(previous as u32 + mark as u32 - 0x3098)
                {
                    text.last_mut().into_iter().for_each(|last: &mut Char| last.char = voiced);
                    continue;
                }
                let mut char = classified(char, previous, offset as u32);
                previous = char.char;
                if char.char != typed && !disguised {
                    disguised = true;
                    char.extra += BIT / 2;
                }
                text.push(char);
            }
        }
        Self(text)
    }

    /// A text of these characters.
    pub fn of(chars: Vec<Char>) -> Self {
        Self(chars)
    }

    /// The symbols from last to first.
    pub fn reversed(&self) -> Self {
        Self(self.0.iter().rev().copied().collect())
    }
}

/// The small letter of a capital of the Latin, Greek and Cyrillic alphabets; any other character itself.
///
/// The standard library knows all alphabets, in tables that would be a third of our code.
pub fn lower(char: char) -> char {
    let code = char as u32;
    let lower = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a9 | 0x410..=0x42f => code + 32,
        0x100..=0x137 | 0x14a..=0x177 => code | 1,
        0x139..=0x148 | 0x179..=0x17e => code + code % 2,
        0x400..=0x40f => code + 80,
        _ => return char,
    };
    char::from_u32(lower).unwrap_or(char)
}

/// Whether a character is a letter or a digit, as far as it matters where words end: in other scripts than
/// Latin all but spaces and punctuation are.
pub fn is_alphanumeric(char: char) -> bool {
    match char {
        '\0'..='\x7f' => char.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3002}' => false,
        _ => true,
    }
}

/// Whether a character is a letter.
pub fn is_letter(char: char) -> bool {
    is_alphanumeric(char) && !char.is_ascii_digit()
}

/// The letters under the accents of U+00C0 to U+017F; `-` where there is no letter.
const UNACCENTED: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo-ouuuuypsaaaaaaaceeeeiiiidnooooo-ouuuuypy\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The keys of a QWERTY keyboard on which `а` to `я` lie in the usual Russian layout. Russian passwords are as
/// popular typed on either, and the model has seen them typed on QWERTY.
const RUSSIAN_KEYS: &[u8; 32] = b"f,dult;pbqrkvyjghcnea[wxio]sm'.z";

/// What is charged for the first character of another script, which says which script it is.
const SCRIPT: u32 = 3 * BIT;

fn classified(char: char, previous: char, offset: u32) -> Char {
    let lower = lower(char);
    let upper = lower != char;
    let base = Char { char, symbol: OTHER, typed: OTHER, letter: unleet(char), upper, extra: 0, offset };
    // As the key of a character of ASCII, perhaps with Shift.
    let typed = |byte: u8, extra: u32| {
        let shifted = if upper { byte.to_ascii_uppercase() } else { byte };
        Char { symbol: symbol(byte).unwrap_or(OTHER), typed: character(shifted).unwrap_or(OTHER), extra, ..base }
    };
    let switch = || if script(previous) == script(lower) { 0 } else { SCRIPT };
    let code = lower as u32;
    let found = match code {
        0x20..=0x7e => typed(code as u8, 0),
        0xc0..=0x17f if UNACCENTED[code as usize - 0xc0] != b'-' => typed(UNACCENTED[code as usize - 0xc0], 2 * BIT),
        0x430..=0x44f => typed(RUSSIAN_KEYS[code as usize - 0x430], switch()),
        _ => base,
    };
    if found.typed != OTHER {
        return found;
    }
    let repeated = char == previous;
    let extra = if repeated { 2 * BIT } else { drawn_cost(lower) + if lower.is_ascii() { 0 } else { switch() } };
    Char { extra, ..base }
}

/// The scripts that the n-grams do not know, in the order of Unicode: where each ends, and what drawing one of its
/// characters costs, in half bits.
///
/// An alphabet costs log2 of its letters. Of syllables and ideographs few are in common use, and so they cost about the
/// entropy of one in a text: 9 bits a syllable of Hangul, 10 bits a Chinese character.
const SCRIPTS: [(u32, u8); 29] = [
    (0x250, 13),   // further letters of Latin
    (0x370, 13),   // phonetic letters, and accents that stand by themselves
    (0x400, 9),    // Greek
    (0x530, 10),   // Cyrillic
    (0x590, 11),   // Armenian
    (0x600, 9),    // Hebrew
    (0x700, 10),   // Arabic
    (0x780, 10),   // Syriac
    (0x900, 11),   // Thaana, N'Ko, Samaritan
    (0xe00, 11),   // Devanagari, Bengali, Tamil and the others of India, each in 128 places
    (0xe80, 11),   // Thai
    (0xf00, 11),   // Lao
    (0x10a0, 11),  // Tibetan, Burmese
    (0x1100, 10),  // Georgian
    (0x1200, 13),  // Jamo
    (0x13a0, 16),  // Ethiopic
    (0x1680, 13),  // Cherokee, syllables of Canada
    (0x1e00, 11),  // Khmer, Mongolian and others
    (0x2000, 14),  // Latin with two accents, Greek with any
    (0x2e80, 17),  // punctuation, signs, arrows, shapes
    (0x3040, 17),  // radicals, punctuation
    (0x30a0, 13),  // Hiragana
    (0x3100, 13),  // Katakana
    (0x3400, 11),  // Bopomofo and others
    (0xa000, 20),  // Chinese characters
    (0xac00, 15),  // Yi and others
    (0xd7b0, 18),  // Hangul
    (0x10000, 17), // forms for compatibility
    (0x1f000, 18), // ancient scripts, musical and mathematical signs
];
/// Emoji, of which 1,400 stand by themselves; and what lies beyond, Chinese characters in no common use.
const EMOJI: (u32, u8) = (0x20000, 20);
const RARE: u8 = 30;

/// The place of a character's script in [`SCRIPTS`]. Those of India, and what lies beyond, are told apart by blocks.
fn script(char: char) -> u32 {
    let code = char as u32;
    match code {
        0..0x250 => 0,
        0x900..0xe00 => code >> 7,
        // The languages write these two in one word.
        0x3040..0x3100 => 0x3040,
        0x10000.. => code >> 12,
        _ => SCRIPTS.iter().find(|(end, _)| code < *end).map_or(code, |(end, _)| *end),
    }
}

/// What a symbol of ASCII costs at the end of a word, after how often people choose it.
pub fn symbol_cost(char: char) -> u32 {
    let half_bits = match char {
        '!' => 10,
        '.' | '_' | '-' | '@' | '*' | ' ' => 12,
        '#' | '$' | '&' | '+' | '/' | '?' | ',' => 17,
        _ => 19,
    };
    half_bits * BIT / 2
}

/// The cost of drawing a character of a script.
fn drawn_cost(char: char) -> u32 {
    let code = char as u32;
    let script = SCRIPTS.iter().chain([&EMOJI]).find(|(end, _)| code < *end);
    u32::from(script.map_or(RARE, |(_, half_bits)| *half_bits)) * BIT / 2
}

/// What a capital or a small letter costs after the letter before it.
pub fn case_cost(text: &[Char], index: usize) -> u32 {
    let char = text[index];
    let before = |back: usize| index.checked_sub(back).map(|index| text[index]).filter(|char| is_letter(char.char));
    let quarters = match (before(1).map(|char| char.upper), char.upper) {
        _ if !is_letter(char.char) => 0,
        // A word's first letter.
        (None, false) => 0,
        (None, true) => 10,
        (Some(false), false) => 0,
        (Some(false), true) => 16,
        // All capitals, once the second one is.
        (Some(true), true) if before(2).is_some_and(|char| char.upper) => 1,
        (Some(true), true) => 6,
        (Some(true), false) if before(2).is_some_and(|char| char.upper) => 12,
        (Some(true), false) => 1,
    };
    quarters * BIT / 4
}

/// The letter that a digit or a symbol is often written for; [`BOUNDARY`] for none.
fn unleet(char: char) -> u8 {
    let letter = match char {
        '4' | '@' => b'a',
        '8' => b'b',
        '(' | '{' | '[' | '<' => b'c',
        '3' => b'e',
        '6' | '9' => b'g',
        '#' => b'h',
        '1' | '!' | '|' => b'i',
        '/' | '0' => b'o',
        '$' | '5' => b's',
        '+' | '7' => b't',
        '2' => b'z',
        '%' => b'x',
        _ => return BOUNDARY,
    };
    letter - b'a' + 1
}

/// The symbol of `i`, which shares its stand-ins with `l`.
pub const I: u8 = b'i' - b'a' + 1;
/// The symbol of `l`.
pub const L: u8 = b'l' - b'a' + 1;

/// Whether a character may be written for a letter.
pub fn stands_for(char: Char, letter: u8) -> bool {
    char.letter != BOUNDARY && (char.letter == letter || (char.letter == I && letter == L))
}

/// A character without its case, and the letter that is often written as a digit or a symbol.
pub(super) fn folded(char: &Char) -> char {
    match (char.letter, char.symbol) {
        // `1` may be either.
        (I, _) | (_, L) => 'i',
        (letter @ 1.., _) => char::from(b'a' + letter - 1),
        (_, symbol @ 1..=26) => char::from(b'a' + symbol - 1),
        _ => lower(char.char),
    }
}
