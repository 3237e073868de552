//! How guessable is a password?
//!
//! [`estimate`] answers with the number of guesses that an attacker who knows how people choose passwords,
//! and what is in the [`Context`], would need: its logarithm, a [`Score`], what made it weak and what would
//! make it stronger, and the parts that the password was taken for.
//!
//! Two engines can give the answer, and an [`Estimate`] does not tell which one did:
//!
//! - *muster*, the default: a model of what people choose, pattern finders for what such a model cannot know,
//!   and a search for the cheapest way to spell a password with both.
//! - *zxcvbn* (feature `zxcvbn`): the crate of that name, for sites whose servers decide by a zxcvbn score.

mod alphabet;
mod compat;
mod context;
mod cost;
mod feedback;
#[cfg(feature = "builder")]
#[doc(hidden)]
pub mod format;
#[cfg(feature = "packs")]
mod languages;
mod model;
mod muster;
mod pack;
mod patterns;
mod reuse;
mod search;
mod text;
#[cfg(feature = "zxcvbn")]
mod zxcvbn;

use crate::Nfc;
use crate::names::named;

pub use context::Context;
#[cfg(feature = "packs")]
pub use languages::UnknownLanguage;
pub use pack::{Pack, PackError};

/// How strong, from 0 to 4, by zxcvbn's thresholds.
///
/// Source: Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Score {
    /// Fewer than 10³ guesses: too guessable.
    Zero,
    /// Fewer than 10⁶ guesses: withstands a throttled online attack at best.
    One,
    /// Fewer than 10⁸ guesses: withstands an unthrottled online attack at best.
    Two,
    /// Fewer than 10¹⁰ guesses: withstands an offline attack on a slow hash.
    Three,
    /// 10¹⁰ guesses or more.
    Four,
}

impl Score {
    /// The score of a number of guesses, given as log10.
    pub fn from_guesses_log10(guesses_log10: f64) -> Self {
        match guesses_log10 {
            g if g < 3.0 => Self::Zero,
            g if g < 6.0 => Self::One,
            g if g < 8.0 => Self::Two,
            g if g < 10.0 => Self::Three,
            _ => Self::Four,
        }
    }

    /// The score of a number from 0 to 4, or `None`.
    pub fn from_number(number: u8) -> Option<Self> {
        [Self::Zero, Self::One, Self::Two, Self::Three, Self::Four].get(usize::from(number)).copied()
    }
}

named! {
    /// What made a password weak.
    pub enum Warning {
        /// It is the current password.
        CurrentPassword = "current-password",
        /// It is a variation of the current password.
        LikeCurrentPassword = "like-current-password",
        /// It is one of the most popular passwords.
        CommonPassword = "common-password",
        /// It is a simple variation of a popular password.
        LikeCommonPassword = "like-common-password",
        /// It is built on what the context holds: a name, an address, the site.
        Personal = "personal",
        /// It is a word, with little else.
        Word = "word",
        /// It is a name or a surname.
        Name = "name",
        /// It is a walk over neighbouring keys.
        KeyboardWalk = "keyboard-walk",
        /// It repeats a character.
        Repeat = "repeat",
        /// It repeats a group of characters.
        RepeatedGroup = "repeated-group",
        /// It is a sequence such as `abc` or `6543`.
        Sequence = "sequence",
        /// It is made of a year.
        Year = "year",
        /// It is made of a date.
        Date = "date",
        /// It is too short to be anything but guessable.
        Short = "short",
        /// It is built as many people build theirs.
        Predictable = "predictable",
    }
}

named! {
    /// What would make a password stronger.
    pub enum Suggestion {
        /// Start over, with three or more words that have nothing to do with each other and are used nowhere else.
        StartOver = "start-over",
        /// Take another password, one that is used nowhere else.
        ChooseAnother = "choose-another",
        /// Add two words that have nothing to do with each other or the rest.
        AddWords = "add-words",
        /// Let one be generated.
        Generate = "generate",
        /// Leave out what belongs to you or to the site.
        AvoidPersonal = "avoid-personal",
        /// Avoid repeats.
        AvoidRepeats = "avoid-repeats",
        /// Avoid sequences.
        AvoidSequences = "avoid-sequences",
        /// Avoid walks over neighbouring keys.
        AvoidKeyboardWalks = "avoid-keyboard-walks",
        /// Avoid dates and years.
        AvoidDates = "avoid-dates",
        /// Capital letters add little.
        CapitalsHelpLittle = "capitals-help-little",
        /// Substitutions such as `@` for `a` add little.
        SubstitutionsHelpLittle = "substitutions-help-little",
        /// Reversing adds little.
        ReversingHelpsLittle = "reversing-helps-little",
    }
}

named! {
    /// What a part of a password was taken for.
    pub enum PartKind {
        /// Characters with no pattern to them but that of the language model.
        Characters = "characters",
        /// A popular password or word, perhaps capitalised, substituted or reversed.
        Word = "word",
        /// A walk over neighbouring keys.
        KeyboardWalk = "keyboard-walk",
        /// A character or a group of characters, repeated.
        Repeat = "repeat",
        /// A sequence such as `abc` or `6543`.
        Sequence = "sequence",
        /// A year.
        Year = "year",
        /// A date.
        Date = "date",
        /// Something from the context.
        Personal = "personal",
        /// The current password or a variation of it.
        CurrentPassword = "current-password",
        /// A word or a name of one of the context's languages, perhaps capitalised, substituted or reversed.
        DictionaryWord = "dictionary-word",
    }
}

/// A part of a password, and how it was guessed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// What it was taken for.
    pub kind: PartKind,
    /// Where it begins, in bytes of the password's NFC form.
    pub start: usize,
    /// Where it ends, in bytes of the password's NFC form.
    pub end: usize,
    /// log10 of the number of guesses for this part alone.
    pub guesses_log10: f64,
}

/// How guessable a password is, and why. The default is that of the empty password.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Estimate {
    /// log10 of the number of guesses that it would survive; 0 for the empty password.
    pub guesses_log10: f64,
    /// What made it weak; `None` where nothing stands out.
    pub warning: Option<Warning>,
    /// What would make it stronger, most useful first.
    pub suggestions: Vec<Suggestion>,
    /// The parts that it was taken for, in order and without gaps.
    pub sequence: Vec<Part>,
}

impl Estimate {
    /// The score of its number of guesses.
    pub fn score(&self) -> Score {
        Score::from_guesses_log10(self.guesses_log10)
    }

    /// Whether it is the current password or a variation of it.
    pub fn is_reused(&self) -> bool {
        matches!(self.warning, Some(Warning::CurrentPassword | Warning::LikeCurrentPassword))
    }
}

/// Which engine estimates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// The engine made for this crate.
    #[default]
    Muster,
    /// The zxcvbn crate.
    #[cfg(feature = "zxcvbn")]
    Zxcvbn,
}

/// Estimates how many guesses `password` would survive an attacker who knows `context`.
///
/// Any string is welcome. It is taken in its NFC form, so that the same password typed on two systems gets
/// the same estimate. Hosts that normalise text themselves do without the feature `normalization`, which this takes,
/// and call [`estimate_nfc`].
#[cfg(feature = "normalization")]
pub fn estimate(password: &str, context: &Context) -> Estimate {
    estimate_with(Engine::Muster, password, context)
}

/// Estimates as [`estimate`] does, with the engine of one's choice.
#[cfg(feature = "normalization")]
pub fn estimate_with(engine: Engine, password: &str, context: &Context) -> Estimate {
    estimate_nfc(engine, &Nfc::new(password), context)
}

/// Estimates how many guesses a password in NFC would survive an attacker who knows `context`.
pub fn estimate_nfc(engine: Engine, password: &Nfc<'_>, context: &Context) -> Estimate {
    match engine {
        Engine::Muster => muster::estimate(password, context),
        #[cfg(feature = "zxcvbn")]
        Engine::Zxcvbn => zxcvbn::estimate(password, context),
    }
}
