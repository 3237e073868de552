//! Has a password leaked?
//!
//! A range server holds the SHA-1 digests of leaked passwords. It is asked for the first five hexadecimal
//! digits of a digest, the [`Prefix`], and answers with every [`Suffix`] that it knows under that prefix and
//! how often each was seen. The password, and all but those twenty bits of its digest, stay where they are:
//! k-anonymity.
//!
//! Source: Have I Been Pwned API v3, "Pwned Passwords", "Searching by range".

mod digest;
mod range;
#[cfg(target_arch = "wasm32")]
pub mod stub;

use crate::names::named;

pub use digest::{Digest, Prefix, PrefixError, Suffix};
pub use range::{MAX_BODY, RangeError, RangeReader};

/// The range endpoint of Have I Been Pwned; the prefix follows directly.
pub const HAVE_I_BEEN_PWNED: &str = "https://api.pwnedpasswords.com/range/";

/// What is known of a password's leaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leak {
    /// Seen this many times in leaks.
    Found(u64),
    /// The server knows all digests of the prefix, and this was not among them.
    Clear,
    /// Nothing is known, and why.
    Unknown(Unknown),
}

named! {
    /// Why nothing is known of a password's leaks. None of these ever means that it did not leak.
    pub enum Unknown {
        /// Nobody has asked yet.
        NotAsked = "not-asked",
        /// The answer did not come, or not all of it, in time.
        Timeout = "timeout",
        /// The server could not be reached, or the browser would not let its answer through.
        Network = "network",
        /// The server answered with a status other than 200.
        Status = "status",
        /// The answer was no range response.
        Malformed = "malformed",
        /// The answer was larger than any range response is.
        TooLarge = "too-large",
        /// The server has failed several times in a row and is left alone for a while.
        Resting = "resting",
        /// Too many passwords were looked up in a short while.
        TooOften = "too-often",
        /// The caller gave up.
        Aborted = "aborted",
    }
}
