//! Leaving no password behind in a wasm's memory.
//!
//! ```text
//!  linear memory:  │ stack ◄── grows down │ constants │ heap ──►                            │
//!                  │ cleared by `wiping`  │           │ cleared by the allocator, on free   │
//! ```
//!
//! A page's memory can be read: by an extension, by a script that got in, from a crash dump, from swap. A
//! password is in it while the field holds it; afterwards it should not be. What was on the heap is cleared
//! when it is freed, arguments from JavaScript included. What functions that have returned left on the
//! stack would stay there until others happen to overwrite it, so every entry from JavaScript that
//! handles passwords does its work inside of [`wiping`]. JavaScript's own strings are out of reach.

use rlsf::SmallGlobalTlsf;
use std::hint::black_box;
use zeroizing_alloc::ZeroAlloc;

/// Memory that is cleared when it is freed: a wasm's `#[global_allocator]`.
pub type Allocator = ZeroAlloc<SmallGlobalTlsf>;

/// The allocator, with nothing allocated.
#[allow(clippy::declare_interior_mutable_const, reason = "it is what a static begins as")]
pub const ALLOCATOR: Allocator = ZeroAlloc(SmallGlobalTlsf::new());

/// Does some work and then clears the stack that it used, up to `DEPTH` bytes.
pub fn wiping<const DEPTH: usize, T>(work: impl FnOnce() -> T) -> T {
    let result = below(work);
    clear::<DEPTH>();
    result
}

/// Keeps what the work leaves behind out of its caller's frame, which is not cleared.
#[inline(never)]
fn below<T>(work: impl FnOnce() -> T) -> T {
    work()
}

#[inline(never)]
fn clear<const DEPTH: usize>() {
    black_box(&mut [0_u8; DEPTH]);
}
