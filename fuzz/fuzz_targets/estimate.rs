//! No text makes an estimate panic, take long, or contradict itself.
//!
//! ```text
//! cargo +nightly fuzz run estimate fuzz/corpus/estimate fuzz/seeds/estimate -- -timeout=1 -max_len=4096
//! ```
//!
//! Input: a password, an input of the context and the current password, separated by line feeds; those that are
//! missing are empty. fuzz/seeds holds the passwords of tests/estimate.rs in that form.

#![no_main]

use libfuzzer_sys::fuzz_target;
use passmuster::estimate::Warning;
use passmuster::{Context, estimate};

fuzz_target!(|text: &str| {
    let mut lines = text.split('\n');
    let password = lines.next().unwrap_or_default();
    let (input, current) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());

    let context = Context::default().with_inputs([input]).with_current_password(current);
    let estimated = estimate(password, &context);
    assert!(estimated.guesses_log10.is_finite() && estimated.guesses_log10 >= 0.0);
    let mut end = 0;
    for part in &estimated.sequence {
        assert!(part.start == end && part.end > part.start);
        assert!(part.guesses_log10.is_finite() && part.guesses_log10 >= 0.0);
        end = part.end;
    }
    assert_eq!(estimated, estimate(password, &context));

    // Whoever knows more guesses sooner.
    let plain = estimate(password, &Context::default());
    assert!(estimated.guesses_log10 <= plain.guesses_log10);

    // Another copy of a password is no weaker than one, unless both together are a popular password.
    let doubled = estimate(&[password, password].concat(), &Context::default());
    let popular = doubled.warning == Some(Warning::CommonPassword);
    assert!(popular || doubled.guesses_log10 > plain.guesses_log10 - 2.0);
});
