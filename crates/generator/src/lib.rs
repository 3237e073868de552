//! A better password, compiled to wasm: fetched when somebody asks for one.

use passmuster::estimate::{Part, PartKind};
use passmuster::generate::{self, GenerateError, Generated, PasswordRules};
use passmuster_wipe::{ALLOCATOR, Allocator};
use std::cell::Cell;
use wasm_bindgen::prelude::*;

#[global_allocator]
static GLOBAL: Allocator = ALLOCATOR;

/// More stack than any entry was seen to use, in bytes.
const DEPTH: usize = 16 << 10;

/// Does some work that handles passwords and then clears the stack that it used.
fn wiping<T>(work: impl FnOnce() -> T) -> T {
    passmuster_wipe::wiping::<DEPTH, T>(work)
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = crypto, js_name = getRandomValues)]
    fn get_random_values(bytes: &mut [u8]) -> Result<(), JsValue>;
}

thread_local! {
    /// How often the page's generator failed, which may be a page's own.
    static FAILURES: Cell<u8> = const { Cell::new(0) };
}

/// Fills a slice from the page's generator.
fn random(bytes: &mut [u8]) {
    if get_random_values(bytes).is_err() {
        // What is made of these is thrown away; they differ, so that whoever draws again and again comes to an end.
        let failures = FAILURES.get().wrapping_add(1).max(1);
        FAILURES.set(failures);
        bytes.fill(failures);
    }
}

/// A password and its bits, or that nothing was drawn at random.
fn drawn(make: impl FnOnce() -> Result<Generated, GenerateError>) -> Result<js_sys::Array, JsError> {
    FAILURES.set(0);
    let generated = wiping(make)?;
    if FAILURES.get() > 0 {
        return Err(JsError::new("crypto.getRandomValues() failed"));
    }
    Ok(wiping(|| password_and_bits(&generated)))
}

/// A passphrase of `count` of these words, which are separated by blanks, and its bits.
///
/// # Errors
/// Where there are too few words, or the page has no random values.
#[wasm_bindgen]
pub fn passphrase(words: &str, count: usize) -> Result<js_sys::Array, JsError> {
    let words: Vec<&str> = words.split(' ').collect();
    drawn(|| generate::passphrase(&words, count, &mut random))
}

/// A password with `count` of these words where the guessing is cheapest, and the bits of the words alone.
///
/// `parts` holds start, end (in UTF-16 units of the password, which is in NFC) and log10 of guesses for each part of it.
///
/// # Errors
/// Where there are too few words, or the page has no random values.
#[wasm_bindgen]
pub fn variation(password: &str, parts: &[f64], words: &str, count: usize) -> Result<js_sys::Array, JsError> {
    let words: Vec<&str> = words.split(' ').collect();
    let bytes_before = |units: f64| {
        let mut left = units;
        let before = |&char: &char| {
            left -= char.len_utf16() as f64;
            left >= 0.0
        };
        password.chars().take_while(before).map(char::len_utf8).sum()
    };
    let part = |part: &[f64]| Part {
        kind: PartKind::Characters,
        start: bytes_before(part[0]),
        end: bytes_before(part[1]),
        guesses_log10: part[2],
    };
    let sequence: Vec<Part> = parts.chunks_exact(3).map(part).collect();
    drawn(|| generate::variation(password, &sequence, &words, count, &mut random))
}

/// A random password that follows `passwordrules`, and its bits.
///
/// # Errors
/// Where the rules cannot be read, no password of this length can follow them, or the page has no random values.
#[wasm_bindgen]
pub fn characters(length: usize, rules: &str) -> Result<js_sys::Array, JsError> {
    let rules: PasswordRules = rules.parse()?;
    let length =
        length.max(rules.min_length.unwrap_or(0).min(generate::MAX_LENGTH)).min(rules.max_length.unwrap_or(usize::MAX));
    drawn(|| generate::characters(length, &rules, &mut random))
}

fn password_and_bits(generated: &Generated) -> js_sys::Array {
    js_sys::Array::of2(&JsValue::from_str(&generated.password), &JsValue::from_f64(generated.bits))
}
