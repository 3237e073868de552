//! What a page runs: the library, compiled to wasm, and all that knows of a DOM, of `fetch` or of JavaScript.
//!
//! - `exports`: the estimate and the lookup as JavaScript sees them; www/passmuster.js makes them pleasant.
//! - `widget`: the widget in the page.
//! - [`fetch`]: the way to a range server.
//! - `vocabularies`: those of languages, once they have been fetched.
//! - `task`, `callback`: work that ends, and callbacks that are taken back, when nobody wants them any more.
//!
//! Arrows run one way: the two surfaces, `exports` and `widget`, use the rest, and not each other.

mod callback;
mod exports;
pub mod fetch;
mod task;
mod vocabularies;
mod widget;

use passmuster::Nfc;
use passmuster::estimate::{Context, Engine, Estimate, estimate_nfc};
use passmuster_wipe::{ALLOCATOR, Allocator};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

pub use exports::*;
pub use widget::{Host, Widget};

#[global_allocator]
static GLOBAL: Allocator = ALLOCATOR;

/// The engine that this wasm file is there for.
#[cfg(not(feature = "zxcvbn"))]
const ENGINE: Engine = Engine::Muster;
#[cfg(feature = "zxcvbn")]
const ENGINE: Engine = Engine::Zxcvbn;

/// The estimate of a password by that engine.
fn estimated(password: &Nfc<'_>, context: &Context) -> Estimate {
    estimate_nfc(ENGINE, password, context)
}

/// More stack than any entry was seen to use, in bytes: 3 kB, and 35 kB where zxcvbn's regular expressions run.
const DEPTH: usize = if cfg!(feature = "zxcvbn") { 128 << 10 } else { 16 << 10 };

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

/// Text in its NFC form, by the page's own tables.
fn nfc(text: &str) -> Nfc<'_> {
    let composed = if text.is_ascii() { None } else { js_sys::JsString::from(text).normalize("NFC").as_string() };
    composed.map_or_else(|| Nfc::assume(text), Nfc::assume)
}

/// Bytes of a context from which it is kept: a blocklist. What is shorter is soon indexed again, and may be a secret.
const KEPT: usize = 4 << 10;

thread_local! {
    /// The last context without its current password, and the text that it was made of. A page asks about the same one
    /// at each key that is pressed, and it may hold thousands of words.
    static LAST: RefCell<Option<(String, Context)>> = const { RefCell::new(None) };
}

/// Does some work with the context of what is known; see [`estimate`].
fn with_context<T>(known: &str, year: i32, work: impl FnOnce(&Context) -> T) -> T {
    let (current, lines) = known.split_once('\n').unwrap_or((known, ""));
    let last = LAST.take().filter(|(text, context)| text == lines && !vocabularies::have_come(known, context));
    let (text, context) = last.unwrap_or_else(|| {
        let (_, inputs) = lines.split_once('\n').unwrap_or_default();
        let context = Context::default().with_packs(vocabularies::of(known));
        (lines.to_owned(), context.with_inputs(nfc(inputs).split('\n').map(Nfc::assume)))
    });
    let context = context.with_current_password(nfc(current)).with_year(year);
    let done = work(&context);
    if text.len() > KEPT {
        LAST.set(Some((text, context.with_current_password(Nfc::assume("")))));
    }
    done
}
