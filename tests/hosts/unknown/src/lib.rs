//! What a host without JavaScript writes: a password comes in by characters, and log10 of its guesses goes out.

use std::cell::RefCell;

#[global_allocator]
static ALLOCATOR: std::alloc::System = std::alloc::System;

thread_local!(static PASSWORD: RefCell<String> = RefCell::default());

#[unsafe(no_mangle)]
extern "C" fn type_in(code: u32) {
    PASSWORD.with_borrow_mut(|password| password.extend(char::from_u32(code)));
}

#[unsafe(no_mangle)]
extern "C" fn guesses_log10() -> f64 {
    passmuster::estimate(&PASSWORD.take(), &passmuster::Context::default()).guesses_log10
}
