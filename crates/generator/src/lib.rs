//! A better password, compiled to wasm: fetched when somebody asks for one.

use passmuster::generate::{self, Generated, PasswordRules};
use passmuster_wipe::{ALLOCATOR, Allocator};
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
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn get_random_values(bytes: &mut [u8]);
}

/// Fills a slice from the browser's generator, which fails for no slice as short as ours.
fn random(bytes: &mut [u8]) {
    get_random_values(bytes);
}

/// A passphrase of `count` of these words, which are separated by blanks, and its bits.
///
/// # Errors
/// Where there are too few words.
#[wasm_bindgen]
pub fn passphrase(words: &str, count: usize) -> Result<js_sys::Array, JsError> {
    wiping(|| {
        let words: Vec<&str> = words.split(' ').collect();
        Ok(password_and_bits(&generate::passphrase(&words, count, &mut random)?))
    })
}

/// A random password that follows `passwordrules`, and its bits.
///
/// # Errors
/// Where the rules cannot be read or no password of this length can follow them.
#[wasm_bindgen]
pub fn characters(length: usize, rules: &str) -> Result<js_sys::Array, JsError> {
    let rules: PasswordRules = rules.parse()?;
    let length =
        length.max(rules.min_length.unwrap_or(0).min(generate::MAX_LENGTH)).min(rules.max_length.unwrap_or(usize::MAX));
    wiping(|| Ok(password_and_bits(&generate::characters(length, &rules, &mut random)?)))
}

fn password_and_bits(generated: &Generated) -> js_sys::Array {
    js_sys::Array::of2(&JsValue::from_str(&generated.password), &JsValue::from_f64(generated.bits))
}
