//! No line of a list panics, and a digest that is read is the one that stands there.

#![no_main]

#[path = "../../crates/cli/src/corpus/line.rs"]
mod line;

use libfuzzer_sys::fuzz_target;
use line::Lines;
use passmuster::breach::Prefix;

fuzz_target!(|text: &[u8]| {
    let list: Vec<&[u8]> = text.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).collect();
    let prefix: Prefix = "5BAA6".parse().unwrap();
    let told = Lines::told_by(list.iter().copied());
    if let Ok((_, heading)) = told {
        assert!(heading <= list.len());
    }
    for line in &list {
        for lines in [Lines::Plain, Lines::Sha1, Lines::Range(prefix)] {
            let Ok(Some((digest, count))) = lines.read(line) else { continue };
            assert!(count > 0);
            let hex: String = digest.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
            let line = String::from_utf8_lossy(line).to_ascii_lowercase();
            match lines {
                Lines::Plain => assert_eq!(count, 1),
                Lines::Sha1 => assert!(line.trim_start().starts_with(&hex)),
                Lines::Range(_) => assert!(hex.starts_with("5baa6") && line.starts_with(&hex[5..])),
            }
        }
    }
});
