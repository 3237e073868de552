//! The characters that the model knows: those that n-grams are made of, as they are typed, and the symbols of words.

/// What stands before a password's first character and after its last; in words, a character that has no symbol.
pub const BOUNDARY: u8 = 0;
/// How many characters n-grams know: the boundary of a password, and those from space to `~`.
pub const CHARACTERS: usize = 96;
/// How many symbols words are made of: any other character, `a` to `z` and `0` to `9`.
pub const SYMBOLS: usize = 37;

/// The symbol, or the character of the n-grams, of what has none.
pub const OTHER: u8 = u8::MAX;

/// The symbol of a lower-case letter or a digit of ASCII.
pub const fn symbol(byte: u8) -> Option<u8> {
    match byte {
        b'a'..=b'z' => Some(byte - b'a' + 1),
        b'0'..=b'9' => Some(byte - b'0' + 27),
        _ => None,
    }
}

/// The character of the n-grams for a byte of ASCII that is typed.
pub const fn character(byte: u8) -> Option<u8> {
    match byte {
        b' '..=b'~' => Some(byte - b' ' + 1),
        _ => None,
    }
}

/// The letter or digit of a symbol, and a point for none.
#[cfg(feature = "builder")]
pub const fn letter(symbol: u8) -> u8 {
    match symbol {
        BOUNDARY => b'.',
        27.. => symbol - 27 + b'0',
        _ => symbol - 1 + b'a',
    }
}

/// The small letter or digit of a symbol, as a character of the n-grams.
pub const fn small(symbol: u8) -> Option<u8> {
    match symbol {
        1..=26 => character(symbol - 1 + b'a'),
        27..=36 => character(symbol - 27 + b'0'),
        _ => None,
    }
}
