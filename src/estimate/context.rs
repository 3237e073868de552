//! What an attacker knows about the owner of a password.

use super::pack::Pack;
use super::patterns::personal::Index;
use crate::{Nfc, wipe};
use std::sync::{Arc, OnceLock};

/// The year that is taken for the present one where the caller names none.
const DEFAULT_YEAR: i32 = 2026;

/// What an attacker knows: account name, e-mail address, the site, the current password, the year.
///
/// Wiped from memory when dropped, for it may hold the current password.
///
/// ```
/// use passmuster::Context;
///
/// let context = Context::default()
///     .with_inputs(["jane@example.org", "Jane Doe"])
///     .with_current_password("hunter2")
///     .with_year(2026);
/// ```
#[derive(Clone)]
pub struct Context {
    inputs: Vec<String>,
    current_password: Option<String>,
    year: i32,
    packs: Vec<Pack>,
    /// Made of the inputs when it is first wanted.
    index: OnceLock<Arc<Index>>,
    sounds: OnceLock<Arc<Index>>,
}

impl Default for Context {
    fn default() -> Self {
        Self {
            inputs: Vec::new(),
            current_password: None,
            year: DEFAULT_YEAR,
            packs: Vec::new(),
            index: OnceLock::new(),
            sounds: OnceLock::new(),
        }
    }
}

impl Context {
    /// Adds names, addresses, the site: anything that the owner might build a password from, and words that a site
    /// knows its people to choose. There may be tens of thousands: what they cost is paid once for a context, at its first
    /// estimate.
    ///
    /// With the feature `normalization` a string is an [`Nfc`].
    pub fn with_inputs<'a>(mut self, inputs: impl IntoIterator<Item = impl Into<Nfc<'a>>>) -> Self {
        let inputs = inputs.into_iter().map(Into::into).filter(|input| !input.is_empty());
        self.inputs.extend(inputs.map(|input| input.to_string()));
        self.index = OnceLock::new();
        self.sounds = OnceLock::new();
        self
    }

    /// Sets the current password, which the new one must not resemble. An empty one is none.
    ///
    /// With the feature `normalization` a string is an [`Nfc`].
    pub fn with_current_password<'a>(mut self, current_password: impl Into<Nfc<'a>>) -> Self {
        self.current_password = Some(current_password.into().to_string()).filter(|current| !current.is_empty());
        self
    }

    /// Sets the present year, in the Gregorian calendar; years near it are the first to be guessed.
    pub fn with_year(mut self, year: i32) -> Self {
        self.year = year;
        self
    }

    /// Adds the vocabularies of languages, by the words of which the password may be guessed.
    pub fn with_packs(mut self, packs: impl IntoIterator<Item = Pack>) -> Self {
        self.packs.extend(packs);
        self
    }

    /// What is looked for of all this.
    pub(super) fn index(&self) -> &Index {
        self.index.get_or_init(|| Arc::new(Index::of(self)))
    }

    /// The same by its sounds, for passwords in other alphabets than Latin.
    pub(super) fn sounds(&self) -> &Index {
        self.sounds.get_or_init(|| Arc::new(Index::sounds_of(self)))
    }

    /// The names, addresses and the like, in NFC.
    pub fn inputs(&self) -> &[String] {
        &self.inputs
    }

    /// The current password, in NFC.
    pub fn current_password(&self) -> Option<&str> {
        self.current_password.as_deref()
    }

    /// The vocabularies of languages.
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// The present year.
    pub fn year(&self) -> i32 {
        self.year
    }
}

impl Drop for Context {
    fn drop(&mut self) {
        wipe(&mut self.inputs);
        wipe(&mut self.current_password);
    }
}

impl std::fmt::Debug for Context {
    /// Tells how much is known, and none of it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Context")
            .field("inputs", &self.inputs.len())
            .field("current_password", &self.current_password.is_some())
            .field("year", &self.year)
            .field("packs", &self.packs)
            .finish()
    }
}
