//! The generator in wasm, tested in Node: `wasm-pack test --node crates/generator`.
#![cfg(target_family = "wasm")]

use passmuster_generator::{characters, passphrase, variation};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn passwords_are_made_from_the_browsers_randomness() {
    let make = || characters(20, "").unwrap().get(0).as_string().unwrap();
    let (one, other) = (make(), make());
    assert_eq!(one.len(), 20);
    assert_ne!(one, other);
    let words = (0..2_000).map(|number| format!("w{number}")).collect::<Vec<_>>().join(" ");
    let made = passphrase(&words, 5).unwrap();
    assert_eq!(made.get(0).as_string().unwrap().split('-').count(), 5);
    assert!(made.get(1).as_f64().unwrap() > 54.0);
}

#[wasm_bindgen_test]
fn rules_that_cannot_be_read_are_an_error_that_says_where() {
    let error = JsValue::from(characters(20, "required: vowels").unwrap_err());
    let message = js_sys::Reflect::get(&error, &"message".into()).unwrap().as_string().unwrap();
    assert_eq!(message, "passwordrules cannot be read from here on: required: vowels");
}

#[wasm_bindgen_test]
fn a_variation_takes_places_as_javascript_counts_them() {
    let words = (0..2_000).map(|number| format!("w{number}")).collect::<Vec<_>>().join(" ");
    let vary = |password, parts: &[f64]| variation(password, parts, &words, 2).unwrap().get(0).as_string().unwrap();
    // A part of two emoji, each of two units and four bytes, and then a year.
    let varied = vary("🦊🦊1987", &[0.0, 4.0, 5.0, 4.0, 8.0, 2.0]);
    assert!(varied.starts_with("🦊🦊-w") && varied.ends_with("-1987"), "{varied}");
    let varied = vary("🦊🦊1987", &[0.0, 4.0, 1.0, 4.0, 8.0, 2.0]);
    assert!(varied.starts_with("🦊🦊-w") && varied.ends_with("-1987"), "{varied}");
    assert!(vary("abc", &[0.0, 99.0, 1.0]).starts_with("abc-w"));
}
