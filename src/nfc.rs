//! Text in one form, however it was typed.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

/// Text in Unicode's Normalization Form C: `ü` is one character, never `u` and an accent.
///
/// The same password typed on two systems may be two strings. Whatever is compared or estimated is taken in this form.
/// A host that can normalise text itself says so by [`assume`](Self::assume), and needs no tables of Unicode in its
/// binary; for all others there is `new`, of the feature `normalization`, which is a default one.
///
/// Wiped from memory when dropped, where it is not borrowed and the feature `wipe` is on.
///
/// ```
/// use passmuster::Nfc;
///
/// assert_eq!(*Nfc::new("mu\u{308}sterchen"), *"m\u{fc}sterchen");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Nfc<'a>(Cow<'a, str>);

impl<'a> Nfc<'a> {
    /// Normalises a text. It is borrowed where it is ASCII.
    #[cfg(feature = "normalization")]
    pub fn new(text: &'a str) -> Self {
        use unicode_normalization::UnicodeNormalization;
        Self(if text.is_ascii() { text.into() } else { text.nfc().collect::<String>().into() })
    }

    /// Takes a text that the caller has normalised: in a page, by `String.prototype.normalize('NFC')`.
    ///
    /// Text in another form is no error, but it is estimated, and compared with the context, as other text would be.
    pub fn assume(text: impl Into<Cow<'a, str>>) -> Self {
        Self(text.into())
    }
}

impl Deref for Nfc<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Drop for Nfc<'_> {
    fn drop(&mut self) {
        if let Cow::Owned(text) = &mut self.0 {
            crate::wipe(text);
        }
    }
}

impl fmt::Debug for Nfc<'_> {
    /// Tells that there is a text, and not which: it may be a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Nfc(…)")
    }
}

#[cfg(feature = "normalization")]
impl<'a> From<&'a str> for Nfc<'a> {
    fn from(text: &'a str) -> Self {
        Self::new(text)
    }
}

#[cfg(feature = "normalization")]
impl<'a, T: AsRef<str>> From<&'a T> for Nfc<'a> {
    fn from(text: &'a T) -> Self {
        Self::new(text.as_ref())
    }
}

#[cfg(feature = "normalization")]
impl From<String> for Nfc<'_> {
    fn from(text: String) -> Self {
        if text.is_ascii() { Nfc::assume(text) } else { Nfc::assume(Nfc::new(&text).to_string()) }
    }
}
