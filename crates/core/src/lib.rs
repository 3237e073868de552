//! passmuster for hosts that run wasm: the estimate, the verdict and the generator behind a C-like interface.
//!
//! ```text
//!  host ── JSON, UTF-8 ──► request ─► passmuster ─► answer ── JSON, UTF-8 ──► host
//!          exports         fields by name, limits   names and numbers          exports
//! ```
//!
//! README.md beside this crate describes the interface for those who call it. The crate is a library as well, so
//! that the same requests are answered natively: the conformance files are made and checked that way.

#![warn(missing_docs)]

pub mod answer;
#[cfg(target_arch = "wasm32")]
mod exports;
pub mod request;

pub use answer::{estimate, generate, judge};
pub use request::{MAX_REQUEST, RequestError};
/// The version of Unicode by which texts are normalised and characters counted.
pub use unicode_segmentation::UNICODE_VERSION;
