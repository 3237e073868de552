//! May a password be set?
//!
//! The rules are those of NIST SP 800-63B-4, section 3.1.1.2: a minimum length, a generous maximum, no
//! composition rules, a blocklist of leaked and guessable passwords, and a least score on top.

use crate::names::named;
use crate::{Estimate, Leak, Score};

/// What a site demands of a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// The fewest characters, as people count them (grapheme clusters).
    pub min_length: usize,
    /// The least score.
    pub min_score: Score,
    /// Whether a password whose leaks cannot be known may not be set.
    pub block_unverified: bool,
}

impl Rules {
    /// NIST's minimum where the password is one of two factors.
    pub const MIN_LENGTH: usize = 8;
    /// NIST's minimum where the password is the only factor.
    pub const MIN_LENGTH_SOLE_FACTOR: usize = 15;
}

impl Default for Rules {
    fn default() -> Self {
        Self { min_length: Self::MIN_LENGTH, min_score: Score::Three, block_unverified: false }
    }
}

named! {
    /// Where a new password stands.
    pub enum Verdict {
        /// Nothing was typed.
        Empty = "empty",
        /// Too short, or too few guesses.
        Weak = "weak",
        /// The current password, or a variation of it.
        Reused = "reused",
        /// It has leaked.
        Breached = "breached",
        /// It is strong, and whether it leaked is being asked.
        Checking = "checking",
        /// It is strong, and whether it leaked is unknown.
        Unverified = "unverified",
        /// It is strong and did not leak.
        Accepted = "accepted",
    }
}

impl Verdict {
    /// Whether a password that stands here may be set. `Empty` is for the field's own `required` to judge.
    pub fn allows(self, rules: &Rules) -> bool {
        match self {
            Self::Empty | Self::Checking | Self::Accepted => true,
            Self::Unverified => !rules.block_unverified,
            Self::Weak | Self::Reused | Self::Breached => false,
        }
    }
}

/// Whether a password is strong enough to be worth looking up: only those are.
pub fn is_strong(estimate: &Estimate, length: usize, rules: &Rules) -> bool {
    length >= rules.min_length && estimate.score() >= rules.min_score && !estimate.is_reused()
}

/// Where a password of `length` characters (grapheme clusters) stands.
///
/// `leak` is `None` while the answer is awaited.
pub fn verdict(estimate: &Estimate, length: usize, leak: Option<Leak>, rules: &Rules) -> Verdict {
    match leak {
        _ if length == 0 => Verdict::Empty,
        _ if estimate.is_reused() => Verdict::Reused,
        // A leak is the better reason: "weak" tells to add characters, "breached" to take another password.
        Some(Leak::Found(_)) => Verdict::Breached,
        _ if !is_strong(estimate, length, rules) => Verdict::Weak,
        None => Verdict::Checking,
        Some(Leak::Unknown(_)) => Verdict::Unverified,
        Some(Leak::Clear) => Verdict::Accepted,
    }
}

/// The length of a password as people count it: in grapheme clusters. (A page counts with its
/// own `Intl.Segmenter`.)
#[cfg(feature = "segmentation")]
pub fn length(password: &str) -> usize {
    use unicode_segmentation::UnicodeSegmentation;
    password.graphemes(true).count()
}
