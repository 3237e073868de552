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
//! - [`widget`]: what people see beside the field; in the page, `wasm` is what JavaScript sees of all this.
//!
//! All of these are plain Rust with no browser, clock or randomness of their own, but for their edges to the
//! page and the network (`breach::fetch`, `breach::client`, `widget::dom`): they give the same answers in a
//! page, on a server and in a test.
//!
//! ```
//! use passmuster::{Context, Score, estimate};
//!
//! let context = Context::default().with_inputs(["jane@example.org"]);
//! assert_eq!(estimate("password123", &context).score(), Score::Zero);
//! ```

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod breach;
pub mod estimate;
pub mod generate;
mod names;
pub mod policy;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod widget;
#[cfg(target_arch = "wasm32")]
mod wipe;

pub use breach::Leak;
pub use estimate::{Context, Estimate, Score, estimate};
pub use policy::{Rules, Verdict};
