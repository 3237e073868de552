//! The model file is what its builder makes of its sources.
#![cfg(feature = "builder")]

mod lists;

use passmuster::estimate::builder::{Options, build};
use sha1::{Digest, Sha1};

const MODEL: &[u8] = include_bytes!("../src/estimate/model.bin");
const DESCRIPTION: &str = include_str!("../docs/engine.md");

#[test]
fn the_model_file_is_what_its_sources_make_to_the_byte() {
    let built = build(&lists::read(), &Options::default());
    assert!(built == MODEL, "the model file differs from what its sources make; `npm run model` builds it");
}

#[test]
fn the_checksum_in_the_documentation_is_that_of_the_model_file() {
    let checksum: String = Sha1::digest(MODEL).iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(DESCRIPTION.contains(&checksum), "docs/engine.md should name {checksum}");
}
