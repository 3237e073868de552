//! What JavaScript sees; www/passmuster.js makes it pleasant.
//!
//! It is built twice: without the feature `generator` for the engine and the widget, which every page fetches, and
//! with it for the generator alone, which hardly anybody does.

#[cfg(not(feature = "generator"))]
pub(crate) mod callback;
#[cfg(not(feature = "generator"))]
mod engine;
#[cfg(feature = "generator")]
mod generator;

use wasm_bindgen::prelude::*;

#[cfg(not(feature = "generator"))]
pub use engine::*;
#[cfg(feature = "generator")]
pub use generator::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn get_random_values(bytes: &mut [u8]);
}

/// Fills a slice from the browser's generator, which fails for no slice as short as ours.
pub(crate) fn random(bytes: &mut [u8]) {
    get_random_values(bytes);
}
