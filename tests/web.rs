//! What is Rust in the browser, tested in browsers: `wasm-pack test --headless --chrome --firefox`, with the
//! address of a range endpoint in `PASSMUSTER_ENDPOINT`. `npm test -- wasm` starts one.
#![cfg(all(target_family = "wasm", target_os = "unknown"))]

use passmuster::Leak;
use passmuster::breach::{Digest, Unknown};
use passmuster_browser::{self as wasm, fetch};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const YEAR: i32 = 2026;

fn score(password: &str, known: &str) -> u8 {
    wasm::estimate(password, known, YEAR)[0] as u8
}

#[wasm_bindgen_test]
fn a_popular_password_scores_zero_and_random_characters_four() {
    assert_eq!(score("password123", ""), 0);
    assert_eq!(score("hG7!kq-Zw2Rv9_xTb4Lm", ""), 4);
}

#[wasm_bindgen_test]
fn what_is_known_of_the_owner_lowers_the_score() {
    let known = "\n\nfeatherstonehaugh";
    assert!(score("featherstonehaugh", known) < score("featherstonehaugh", ""));
}

#[wasm_bindgen_test]
fn a_vocabulary_counts_once_it_is_handed_over_and_where_it_is_named() {
    let word = "krankenversicherung";
    let (german, none) = ("\nde\n", "\n\n");
    assert_eq!(score(word, german), 4);
    assert_eq!(wasm::pack(b"no vocabulary".to_vec()), None);
    assert_eq!(wasm::pack(include_bytes!("../src/estimate/packs/de.bin").to_vec()).as_deref(), Some("de"));
    assert_eq!(score(word, german), 1);
    assert_eq!(score(word, none), 4);
}

#[wasm_bindgen_test]
fn the_current_password_is_named_as_such() {
    let warnings = wasm::names().split(';').next().unwrap().split(',').map(str::to_owned).collect::<Vec<_>>();
    let numbers = wasm::estimate("Old-harbour-lantern-61", "Old-harbour-lantern-61", YEAR);
    assert_eq!(warnings[numbers[2] as usize], "current-password");
}

#[wasm_bindgen_test]
fn the_page_composes_what_was_typed_decomposed() {
    assert_eq!(wasm::estimate("mu\u{308}sterchen", "", YEAR), wasm::estimate("m\u{fc}sterchen", "", YEAR));
}

#[wasm_bindgen_test]
fn the_parts_cover_the_password_in_utf_16_units_without_gaps() {
    for password in ["", "a", "password123", "пароль🦀1999", "\0\u{202e}qwerty"] {
        let numbers = wasm::estimate(password, "", YEAR);
        let parts = &numbers[4 + numbers[3] as usize..];
        let mut end = 0.0;
        for part in parts.chunks_exact(4) {
            assert_eq!(part[1], end);
            end = part[2];
        }
        assert_eq!(end, password.encode_utf16().count() as f64);
    }
}

const TIMEOUT: Duration = Duration::from_secs(3);

async fn leak(password: &str, endpoint: &str) -> Leak {
    fetch::checker(endpoint).check(&Digest::of(password), TIMEOUT).await
}

#[wasm_bindgen_test]
async fn a_password_of_the_corpus_is_found_and_a_random_one_is_not() {
    let Some(endpoint) = option_env!("PASSMUSTER_ENDPOINT") else { panic!("PASSMUSTER_ENDPOINT names none") };
    assert!(matches!(leak("password123", endpoint).await, Leak::Found(_)));
    assert_eq!(leak("hG7!kq-Zw2Rv9_xTb4Lm", endpoint).await, Leak::Clear);
}

#[wasm_bindgen_test]
async fn an_endpoint_that_nobody_serves_leaves_it_unknown() {
    assert_eq!(leak("password123", "http://127.0.0.1:1/range/").await, Leak::Unknown(Unknown::Network));
}

#[wasm_bindgen_test]
fn a_page_has_one_checker_for_an_endpoint() {
    let checker = fetch::checker;
    assert!(Rc::ptr_eq(&checker("https://example.org/range"), &checker("https://example.org/range/")));
    assert!(!Rc::ptr_eq(&checker("https://example.org/range/"), &checker("https://example.com/range/")));
}
