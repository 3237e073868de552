//! Nothing in a context makes an estimate panic, or a password stronger.
//!
//! Input: lines; the first is the password, the second the current one, all others belong to the context.

#![no_main]

use libfuzzer_sys::fuzz_target;
use passmuster::{Context, estimate};

fuzz_target!(|text: &str| {
    let mut lines = text.split('\n');
    let (password, current) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    let context = Context::default().with_inputs(lines).with_current_password(current);
    let estimated = estimate(password, &context);
    assert!(estimated.guesses_log10.is_finite() && estimated.guesses_log10 >= 0.0);
    assert!(estimated.guesses_log10 <= estimate(password, &Context::default()).guesses_log10);
});
