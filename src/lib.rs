//! How many guesses would a password survive, and has it leaked already?
//!
//! ```text
//!  typed ──────────► estimate ─► Estimate ─┐
//!  (every keystroke)  pure, µs             ├─► policy ─► Verdict
//!  settled ────────► breach ───► Leak ─────┘   pure
//!  (pause, blur, submit)  one prefix
//! ```
//!
//! The rooms of the crate, in the order in which a password passes them:
//!
//! - [`estimate`](mod@estimate): how guessable is it? A password and a [`Context`] make an [`Estimate`].
//! - [`breach`]: has it leaked? A digest, its prefix, a range response.
//! - [`policy`]: may it be set? An estimate, a leak and the site's rules make a [`Verdict`].
//! - [`generate`]: a better one.
//! - [`widget`]: what people see beside the field.
//!
//! All of these are plain Rust with no browser, clock or randomness of their own: they give the same answers in a
//! page, on a server and in a test. What a page runs is made of them in crates/browser.
//!
//! ```
//! use passmuster::{Context, Score, estimate};
//!
//! let context = Context::default().with_inputs(["jane@example.org"]);
//! assert_eq!(estimate("password123", &context).score(), Score::Zero);
//! ```

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod breach;
pub mod estimate;
pub mod generate;
mod names;
mod nfc;
pub mod policy;
pub mod widget;

pub use breach::Leak;
#[cfg(feature = "normalization")]
pub use estimate::estimate;
pub use estimate::{Context, Estimate, Score};
pub use nfc::Nfc;
pub use policy::{Rules, Verdict};

/// Clears what is about to be freed, where the host's allocator does not: with the feature `wipe`.
fn wipe(secret: &mut impl zeroize::Zeroize) {
    if cfg!(feature = "wipe") {
        secret.zeroize();
    }
}

/// The examples of the README and of docs/, compiled.
#[cfg(all(doctest, feature = "http"))]
mod documents {
    #[doc = include_str!("../README.md")]
    struct Readme;
    #[doc = include_str!("../docs/breach.md")]
    struct Breach;
}
