//! The model file and the packs are what their builder makes of its sources.

mod lists;

use passmuster_model::{Options, PACKS, build, pack_of};
use sha1::{Digest, Sha1};

const MODEL: &[u8] = include_bytes!("../../../src/estimate/model.bin");
const DESCRIPTION: &str = include_str!("../../../docs/engine.md");

#[test]
fn the_model_file_is_what_its_sources_make_to_the_byte() {
    let built = build(&lists::read(), &Options::default());
    assert!(built == MODEL, "the model file differs from what its sources make; `npm run model` builds it");
}

#[test]
fn the_packs_are_what_their_sources_and_the_model_make_to_the_byte() {
    let lists = lists::read();
    for language in PACKS {
        let path = format!("{}/../../src/estimate/packs/{}.bin", env!("CARGO_MANIFEST_DIR"), language.tag);
        let built = pack_of(language, &lists, MODEL);
        assert!(
            std::fs::read(&path).unwrap() == built,
            "{path} differs from what its sources make; `npm run model` builds it"
        );
    }
}

#[test]
fn the_checksum_in_the_documentation_is_that_of_the_model_file() {
    let checksum: String = Sha1::digest(MODEL).iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(DESCRIPTION.contains(&checksum), "docs/engine.md should name {checksum}");
}
