//! `passmuster estimate`

use crate::support::{passmuster, run};
use passmuster::estimate::{Engine, estimate_with};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;

fn objects(output: &[u8]) -> Vec<serde_json::Value> {
    output.split_inclusive(|&byte| byte == b'\n').map(|line| serde_json::from_slice(line).expect("JSON")).collect()
}

#[test]
fn every_line_gets_the_object_that_the_engine_gives_in_order() {
    let context = passmuster::Context::default();
    for (arguments, engine) in [
        (&["estimate"][..], Engine::Muster),
        (&["estimate", "--engine", "muster"], Engine::Muster),
        (&["estimate", "--engine", "zxcvbn"], Engine::Zxcvbn),
    ] {
        let output = run(arguments, b"password123\nqD7#vLp2!xRt9@Zw\n");
        assert!(output.status.success());
        let expected: Vec<_> = ["password123", "qD7#vLp2!xRt9@Zw"]
            .map(|password| estimate_with(engine, password, &context))
            .iter()
            .map(|estimate| {
                serde_json::json!({
                    "guesses_log10": estimate.guesses_log10,
                    "score": estimate.score() as u8,
                    "warning": estimate.warning.map(|warning| warning.name()),
                })
            })
            .collect();
        assert_eq!(objects(&output.stdout), expected);
    }
}

#[test]
fn the_end_of_a_line_is_no_part_of_the_password() {
    let [lf, crlf, none] = [&b"correct horse\n"[..], b"correct horse\r\n", b"correct horse"];
    let expected = run(&["estimate"], lf).stdout;
    assert_eq!(run(&["estimate"], crlf).stdout, expected);
    assert_eq!(run(&["estimate"], none).stdout, expected);
}

#[test]
fn an_empty_line_is_the_empty_password() {
    let output = run(&["estimate"], b"\n\r\nx\n");
    let objects = objects(&output.stdout);
    assert_eq!(objects.len(), 3);
    for empty in &objects[..2] {
        assert_eq!((empty["guesses_log10"].as_f64(), empty["score"].as_u64()), (Some(0.0), Some(0)));
    }
}

#[test]
fn no_line_gives_no_object() {
    let output = run(&["estimate"], b"");
    assert!(output.status.success() && output.stdout.is_empty() && output.stderr.is_empty());
}

#[test]
fn what_is_not_utf8_is_skipped_and_told_by_line_number_without_being_quoted() {
    let output = run(&["estimate"], b"first\nsecret\xFF\nthird\n\xC3(\n");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(objects(&output.stdout).len(), 2);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("line 2 ") && told.contains("line 4 "), "{told}");
    assert!(!told.contains("secret"), "{told}");
}

#[test]
fn what_the_context_holds_is_easier_to_guess() {
    let guesses = |arguments: &[&str]| objects(&run(arguments, b"quillstream\n").stdout)[0]["guesses_log10"].as_f64();
    assert!(guesses(&["estimate", "--context", "jane", "--context", "quillstream"]) < guesses(&["estimate"]));
}

#[test]
fn an_answer_comes_before_the_next_line_is_asked_for() {
    let mut child = passmuster().arg("estimate").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for password in ["one\n", "two\n"] {
        stdin.write_all(password.as_bytes()).unwrap();
        let mut answer = String::new();
        stdout.read_line(&mut answer).unwrap();
        assert!(answer.starts_with('{'));
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let mut child = passmuster()
        .arg("estimate")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let _ = child.stdin.take().unwrap().write_all(&b"password\n".repeat(100));
    let mut told = String::new();
    child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    assert_eq!(told, "");
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_password_of_a_megabyte_is_estimated() {
    let output = run(&["estimate"], &[&b"x".repeat(1 << 20)[..], b"\n"].concat());
    assert_eq!(objects(&output.stdout).len(), 1);
}
