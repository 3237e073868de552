//! What JavaScript sees of the estimate and the lookup; of the widget, see [`widget`](crate::widget).
//!
//! Text comes in as the page has it, results go out as flat lists of numbers and one list of names, because
//! every richer shape costs glue that each page would download.

use crate::fetch::{self, LookupRequest};
use crate::task::Task;
use crate::{estimated, nfc, vocabularies, wiping, with_context};
use passmuster::breach::{Digest, Leak, Unknown};
use passmuster::estimate::{Estimate, PartKind, Suggestion, Warning};
use wasm_bindgen::prelude::*;

/// The names of the warnings, suggestions and kinds of parts: a `,` after each, and a `;` after each list.
#[wasm_bindgen]
pub fn names() -> String {
    let mut names = String::new();
    for list in [Warning::NAMES, Suggestion::NAMES, PartKind::NAMES] {
        for name in list {
            names.push_str(name);
            names.push(',');
        }
        names.push(';');
    }
    names
}

/// An estimate as numbers: score, log10 of guesses, warning or -1, how many suggestions, these, and then for
/// each part its kind, start, end (in UTF-16 units of the NFC form) and log10 of guesses.
///
/// `known` has lines: the current password, which may be empty; the languages whose vocabularies count, with `,` between;
/// and after them names, addresses and the like. A language whose vocabulary was not handed over yet does not count.
#[wasm_bindgen]
pub fn estimate(password: &str, known: &str, year: i32) -> Vec<f64> {
    wiping(|| {
        let password = nfc(password);
        numbers(&password, &with_context(known, year, |context| estimated(&password, context)))
    })
}

/// Takes in the vocabulary of a language, as dist/packs/ has it, for all estimates that follow and name the language.
/// Answers with its language; none where the bytes are damaged or of another version.
#[wasm_bindgen]
pub fn pack(bytes: Vec<u8>) -> Option<String> {
    vocabularies::add(bytes)
}

#[wasm_bindgen]
extern "C" {
    /// A function of www/passmuster.js that never throws.
    pub type Answer;
    #[wasm_bindgen(method, js_name = call)]
    fn call(this: &Answer, own: &JsValue, status: &str, count: f64, reason: Option<&str>);
}

/// A lookup whether a password leaked. Freeing it aborts its request.
#[wasm_bindgen]
pub struct Lookup {
    _task: Task,
}

#[wasm_bindgen]
impl Lookup {
    /// Asks an endpoint, an absolute URL, for `timeout` milliseconds at most. `answer` is called once, with
    /// `found`, `clear` or `unknown`, how often the password was seen, and why it is unknown.
    #[wasm_bindgen(constructor)]
    pub fn new(password: &str, endpoint: &str, timeout: u32, answer: Answer) -> Lookup {
        let checker = fetch::checker(endpoint);
        let request = || LookupRequest { checker, digest: Digest::of(password), timeout, field: None };
        let answer = move |leak: Leak| {
            answer.call(&JsValue::UNDEFINED, leak.name(), leak.count() as f64, leak.reason().map(Unknown::name));
        };
        Self { _task: wiping(|| request().start(answer)) }
    }
}

fn numbers(password: &str, estimate: &Estimate) -> Vec<f64> {
    let mut numbers = vec![
        f64::from(estimate.score() as u8),
        estimate.guesses_log10,
        estimate.warning.map_or(-1.0, |warning| f64::from(warning as u8)),
        estimate.suggestions.len() as f64,
    ];
    for &suggestion in &estimate.suggestions {
        numbers.push(f64::from(suggestion as u8));
    }
    let mut start = 0.0;
    for part in &estimate.sequence {
        let end = start + password[part.start..part.end].encode_utf16().count() as f64;
        numbers.extend_from_slice(&[f64::from(part.kind as u8), start, end, part.guesses_log10]);
        start = end;
    }
    numbers
}
