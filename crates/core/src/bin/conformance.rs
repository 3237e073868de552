//! `npm run conformance`: answers every line of conformance/*.jsonl afresh.
//!
//! A line is a request as README.md of this crate describes it, the version of Unicode, and under `expected` the
//! answer. To add an input, add a line without `expected` and run this.

use passmuster_core::{generate, judge};
use serde_json::{Map, Value, json};
use std::error::Error;
use std::path::Path;
use std::{fs, io};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../conformance");
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_none_or(|end| end != "jsonl") {
            continue;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut lines = String::new();
        for (line, number) in fs::read_to_string(&path)?.lines().zip(1..) {
            lines += &answered(line, &name).map_err(|error| format!("{name}, line {number}: {error}"))?;
            lines.push('\n');
        }
        // In the place of the old one only when it is whole.
        let draft = path.with_extension("new");
        fs::write(&draft, lines)?;
        fs::rename(&draft, &path)?;
    }
    Ok(())
}

fn answered(line: &str, file: &str) -> Result<String, Box<dyn Error>> {
    let Value::Object(mut line) = serde_json::from_str(line)? else {
        return Err(io::Error::other("not an object").into());
    };
    line.shift_remove("expected");
    line.shift_remove("unicode");
    let request = serde_json::to_vec(&line)?;
    let answer = if file == "generate.jsonl" { generate(&request) } else { judge(&request) };
    let answer = match answer {
        Ok(answer) => serde_json::from_slice(&answer)?,
        Err(error) => json!({ "error": error.to_string() }),
    };
    let (major, minor, patch) = passmuster_core::UNICODE_VERSION;
    let mut whole = Map::from_iter([("unicode".to_owned(), json!(format!("{major}.{minor}.{patch}")))]);
    whole.extend(line);
    whole.insert("expected".to_owned(), answer);
    Ok(ascii(&serde_json::to_string(&whole)?))
}

/// JSON in ASCII alone: editors and transfers would normalise, reorder or hide some of these texts.
fn ascii(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for char in json.chars() {
        if char.is_ascii() && char != '\x7f' {
            text.push(char);
        } else {
            let mut units = [0; 2];
            char.encode_utf16(&mut units).iter().for_each(|unit| text += &format!("\\u{unit:04x}"));
        }
    }
    text
}
