//! ARCHITECTURE.md leads to files that are there.
#![cfg(not(target_family = "wasm"))]

use std::path::Path;

#[test]
fn every_path_that_the_map_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let map = include_str!("../ARCHITECTURE.md");
    let named = map.split('`').skip(1).step_by(2);
    let paths: Vec<&str> = named.filter(|name| name.contains('/') && !name.contains([' ', '('])).collect();
    assert!(paths.len() > 30, "{paths:?}");
    for path in paths {
        assert!(root.join(path).exists(), "ARCHITECTURE.md names {path}, which is not there");
    }
}
