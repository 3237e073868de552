//! Leaving no password behind in the wasm's memory.
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

/// Memory that is cleared when it is freed.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<SmallGlobalTlsf> = ZeroAlloc(SmallGlobalTlsf::new());

/// More than any entry was seen to use, in bytes: 3 kB, and 35 kB where zxcvbn's regular expressions run.
const DEPTH: usize = if cfg!(feature = "zxcvbn") { 128 << 10 } else { 16 << 10 };

/// Does some work and then clears the stack that it used.
pub(crate) fn wiping<T>(work: impl FnOnce() -> T) -> T {
    let result = below(work);
    clear();
    result
}

/// Keeps what the work leaves behind out of its caller's frame, which is not cleared.
#[inline(never)]
fn below<T>(work: impl FnOnce() -> T) -> T {
    work()
}

#[inline(never)]
fn clear() {
    black_box(&mut [0_u8; DEPTH]);
}
