//! No `passwordrules` panic, and a password that is made by them follows them.
//!
//! Input: a length, the rules.

#![no_main]

use libfuzzer_sys::fuzz_target;
use passmuster::generate::{PasswordRules, characters};

fuzz_target!(|input: (u8, &str)| {
    let (length, text) = input;
    let Ok(rules) = text.parse::<PasswordRules>() else { return };
    // A generator for tests: xorshift, so that a run can be repeated.
    let mut state = 0x9E37_79B9_7F4A_7C15_u64 ^ u64::from(length);
    let mut random = |bytes: &mut [u8]| {
        for byte in bytes {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            *byte = (state >> 32) as u8;
        }
    };
    let length = rules.min_length.unwrap_or(usize::from(length)).min(64);
    if rules.max_length.is_some_and(|most| most < length) {
        return;
    }
    if let Ok(generated) = characters(length, &rules, &mut random) {
        assert_eq!(generated.password.chars().count(), length);
        assert!(generated.bits.is_finite() && generated.bits >= 0.0);
        assert!(rules.min_length.is_some_and(|least| least > 64) || rules.allow(&generated.password));
    }
});
