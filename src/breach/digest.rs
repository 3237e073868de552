//! A password's digest, and the part of it that may be told.

use sha1::{Digest as _, Sha1};
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// The SHA-1 digest of a password's UTF-8 bytes. Wiped from memory when dropped.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Zeroize, ZeroizeOnDrop)]
pub struct Digest([u8; 20]);

impl Digest {
    /// The digest of a password, of its bytes just as they are.
    pub fn of(password: impl AsRef<[u8]>) -> Self {
        let mut output = Sha1::digest(password);
        let digest = Self(output.into());
        output.as_mut_slice().zeroize();
        digest
    }

    /// The digest from its 20 bytes.
    pub fn from_bytes(bytes: [u8; 20]) -> Self {
        Self(bytes)
    }

    /// The 20 bytes.
    pub fn as_bytes(&self) -> &[u8; 20] {
        &self.0
    }

    /// The first five hexadecimal digits: all that ever leaves the page.
    pub fn prefix(&self) -> Prefix {
        Prefix(u32::from_be_bytes([0, self.0[0], self.0[1], self.0[2]]) >> 4)
    }

    /// The other thirty-five.
    pub fn suffix(&self) -> Suffix {
        let mut hex = [0; 35];
        for (digit, place) in hex.iter_mut().zip(5..) {
            let byte = self.0[place / 2];
            *digit = HEX[usize::from(if place % 2 == 0 { byte >> 4 } else { byte & 15 })];
        }
        Suffix(hex)
    }
}

impl fmt::Debug for Digest {
    /// Tells that it is a digest, and not which.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Digest(…)")
    }
}

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// The first five hexadecimal digits of a digest: twenty bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Prefix(u32);

/// A text is no prefix: it is not made of five hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrefixError;

impl fmt::Display for PrefixError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the hash prefix must be five hexadecimal digits")
    }
}

impl std::error::Error for PrefixError {}

impl Prefix {
    /// How many prefixes there are: 16⁵.
    pub const COUNT: u32 = 1 << 20;

    /// The prefix with this number, from 0 to [`COUNT`](Self::COUNT) − 1.
    pub fn from_number(number: u32) -> Option<Self> {
        (number < Self::COUNT).then_some(Self(number))
    }

    /// Its five digits, upper case.
    pub fn digits(self) -> impl Iterator<Item = char> {
        (0..5).rev().map(move |place| char::from(HEX[(self.0 >> (4 * place)) as usize & 15]))
    }

    /// Its number.
    pub fn number(self) -> u32 {
        self.0
    }
}

impl fmt::Display for Prefix {
    /// Five digits, upper case.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.digits().try_for_each(|digit| fmt::Write::write_char(f, digit))
    }
}

impl std::str::FromStr for Prefix {
    type Err = PrefixError;

    /// Reads five hexadecimal digits, in upper or lower case.
    fn from_str(text: &str) -> Result<Self, PrefixError> {
        if text.len() != 5 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(PrefixError);
        }
        u32::from_str_radix(text, 16).map(Self).map_err(|_| PrefixError)
    }
}

/// The last thirty-five hexadecimal digits of a digest, upper case. Wiped from memory when dropped.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Suffix([u8; 35]);

impl Suffix {
    /// The digits.
    pub fn as_bytes(&self) -> &[u8; 35] {
        &self.0
    }
}

impl fmt::Debug for Suffix {
    /// Tells that it is a suffix, and not which.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Suffix(…)")
    }
}
