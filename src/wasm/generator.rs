//! A better password: fetched when somebody asks for one.

use super::random;
use crate::generate::{self, Generated, PasswordRules};
use crate::wipe::wiping;
use wasm_bindgen::prelude::*;

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
    // No longer than www/passmuster.js allows a caller to ask for.
    let length = length.max(rules.min_length.unwrap_or(0).min(1_024)).min(rules.max_length.unwrap_or(usize::MAX));
    wiping(|| Ok(password_and_bits(&generate::characters(length, &rules, &mut random)?)))
}

fn password_and_bits(generated: &Generated) -> js_sys::Array {
    js_sys::Array::of2(&JsValue::from_str(&generated.password), &JsValue::from_f64(generated.bits))
}
