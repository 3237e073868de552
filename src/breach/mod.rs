//! Has a password leaked?
//!
//! A range server holds the SHA-1 digests of leaked passwords. It is asked for the first five hexadecimal
//! digits of a digest, the [`Prefix`], and answers with every [`Suffix`] that it knows under that prefix and
//! how often each was seen. The password, and all but those twenty bits of its digest, stay where they are:
//! k-anonymity.
//!
//! ```text
//!                  ┌──────────── Checker: one for each endpoint of a page ───────────┐
//!  Digest ───────► │ Memory ──► Breaker ──► Limiter ──► look_up ── Prefix ──► range  │
//!  Leak   ◄─────── │ asked already? in trouble? too often?  ▲   ◄── lines ── server  │
//!                  └────────────────────────────────────────┼────────────────────────┘
//!                                                       Transport
//! ```
//!
//! All of it is plain Rust with no clock, no randomness and no network of its own: these come in with a
//! [`Transport`]. A page's is `fetch` (in crates/browser), a server's an HTTP client (feature `http`: `Client`), a test's a script. Whatever networks and servers do ends in a [`Leak`], and never in
//! [`Leak::Clear`] where not all lines under the prefix were seen; docs/breach.md shows it.
//!
//! Source: Have I Been Pwned API v3, "Pwned Passwords", "Searching by range".

mod breaker;
mod checker;
#[cfg(feature = "http")]
mod client;
mod digest;
mod endpoint;
mod limiter;
mod lookup;
mod memory;
mod popularity;
mod range;
mod transport;

use crate::names::named;
use std::time::Duration;

pub use breaker::Breaker;
pub use checker::Checker;
#[cfg(feature = "http")]
pub use client::Client;
pub use digest::{Digest, Prefix, PrefixError, Suffix};
pub use endpoint::{Endpoint, EndpointError};
pub use limiter::{Asked, Limiter};
pub use lookup::look_up;
pub use memory::Memory;
pub use range::{MAX_BODY, RangeError, RangeReader};
pub use transport::{Response, Transport};

/// How long an answer may take by default.
pub const TIMEOUT: Duration = Duration::from_secs(3);
/// The longest time-out that a page may set: whoever waits has gone by then.
pub const MAX_TIMEOUT: Duration = Duration::from_secs(60);

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

impl Leak {
    /// The name by which JavaScript and JSON know it: `found`, `clear` or `unknown`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Found(_) => "found",
            Self::Clear => "clear",
            Self::Unknown(_) => "unknown",
        }
    }

    /// How many times the password was seen in leaks, as far as is known.
    pub const fn count(self) -> u64 {
        match self {
            Self::Found(count) => count,
            Self::Clear | Self::Unknown(_) => 0,
        }
    }

    /// Why nothing is known, where nothing is.
    pub const fn reason(self) -> Option<Unknown> {
        match self {
            Self::Unknown(why) => Some(why),
            Self::Found(_) | Self::Clear => None,
        }
    }
}

named! {
    /// Why nothing is known of a password's leaks. None of these ever means that it did not leak.
    pub enum Unknown {
        /// The answer did not come, or not all of it, in time.
        Timeout = "timeout",
        /// The server could not be reached, its answer did not come whole, or the browser would not let it through.
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
    }
}
