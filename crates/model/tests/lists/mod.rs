//! The lists that the model was built from, where `npm run model` puts them.

use passmuster_model::Lists;
use std::path::Path;

/// Reads the lists; says what brings them where they are not there.
pub fn read() -> Lists {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    Lists::read(&root.join("node_modules"), &root.join("target/pypi")).unwrap_or_else(|error| panic!("{error}"))
}
