//! The conformance files, answered natively.

use passmuster_core::{UNICODE_VERSION, generate, judge};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// How much a logarithm may differ: what another order of additions can come to.
const TOLERANCE: f64 = 1e-9;

fn files() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../conformance");
    let all = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    all.filter(|path| path.extension().is_some_and(|end| end == "jsonl")).collect()
}

/// Whether two answers are the same, numbers within the tolerance.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => (a.as_f64().unwrap() - b.as_f64().unwrap()).abs() <= TOLERANCE,
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(name, a)| b.get(name).is_some_and(|b| same(a, b)))
        }
        _ => a == b,
    }
}

#[test]
fn every_line_has_the_expected_answer() {
    let (major, minor, patch) = UNICODE_VERSION;
    let mut count = 0;
    for path in files() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        for (line, number) in fs::read_to_string(&path).unwrap().lines().zip(1..) {
            let mut line: Value = serde_json::from_str(line).unwrap();
            let fields = line.as_object_mut().unwrap();
            assert_eq!(fields.shift_remove("unicode").unwrap(), format!("{major}.{minor}.{patch}"), "{name}:{number}");
            let expected = fields.shift_remove("expected").unwrap();
            let request = line.to_string();
            let answer =
                if name == "generate.jsonl" { generate(request.as_bytes()) } else { judge(request.as_bytes()) };
            let answer = match answer {
                Ok(answer) => serde_json::from_slice(&answer).unwrap(),
                Err(error) => json!({ "error": error.to_string() }),
            };
            assert!(
                same(&answer, &expected),
                "{name}, line {number}: run `npm run conformance`?\n{answer}\n{expected}"
            );
            count += 1;
        }
    }
    assert!(count > 800, "only {count} lines were found");
}

#[test]
fn the_lines_reach_every_score_verdict_and_kind_of_part() {
    let all: String = files().iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    for score in 0..=4 {
        assert!(all.contains(&format!("\"score\":{score},")), "score {score}");
    }
    let verdicts = passmuster::Verdict::ALL.iter().map(|verdict| verdict.name());
    for name in verdicts.chain(passmuster::estimate::PartKind::ALL.iter().map(|kind| kind.name())) {
        assert!(all.contains(&format!("\"{name}\"")), "{name}");
    }
}
