//! What people see beside the field.
//!
//! ```text
//!  the page ── Event ──► state ── Effect ──► the page
//!                          │
//!                          └──── View: what to show, in messages that the catalogues word
//! ```
//!
//! [`state`] decides everything and touches nothing: no element, no clock, no request, so its tests are
//! plain. `dom` carries events in and effects out, and owns all that it registered in the page.

#[cfg(all(target_arch = "wasm32", not(feature = "generator")))]
mod dom;
pub mod state;
#[cfg(all(target_arch = "wasm32", not(feature = "generator")))]
pub(crate) mod task;
