//! What Rust and JavaScript both say is the same: numbers, names, the endpoint. Rust has the word; ARCHITECTURE.md tells
//! which side decides what.
#![cfg(not(target_family = "wasm"))]

use passmuster::breach::{self, Endpoint, Leak, Unknown};
use passmuster::estimate::{PartKind, Suggestion, Warning};
use passmuster::{Rules, Verdict, generate, widget};
use std::fs;
use std::path::Path;

/// The package's own JavaScript, without the catalogues.
fn javascript() -> String {
    let mut code = String::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("www")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("locales") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "js") {
                code += &fs::read_to_string(path).unwrap();
            }
        }
    }
    code
}

/// The numbers that follow these words, each time that they occur.
fn numbers_after(code: &str, words: &str) -> Vec<u64> {
    let number = |rest: &str| {
        let digits = rest.trim_start().split(|char: char| !char.is_ascii_digit() && char != '_').next().unwrap();
        digits.replace('_', "").parse().ok()
    };
    code.match_indices(words).filter_map(|(place, _)| number(&code[place + words.len()..])).collect()
}

/// The names of a union of JSDoc, such as `@typedef {'found' | 'clear'} LeakName`.
fn union<'a>(code: &'a str, name: &str) -> Vec<&'a str> {
    let end = code.find(&format!("'}} {name}\n")).unwrap_or_else(|| panic!("no JavaScript defines {name}"));
    let start = code[..end].rfind('{').unwrap();
    code[start..=end].split('\'').skip(1).step_by(2).collect()
}

#[track_caller]
fn assert_every(code: &str, words: &str, value: u64) {
    let found = numbers_after(code, words);
    assert!(!found.is_empty() && found.iter().all(|&number| number == value), "{words:?} should be {value}: {found:?}");
}

#[test]
fn numbers_are_the_same_in_rust_and_javascript() {
    let code = javascript();
    let milliseconds = |duration: std::time::Duration| duration.as_millis() as u64;
    assert_every(&code, "MIN_LENGTH = ", Rules::MIN_LENGTH as u64);
    assert_every(&code, "MIN_LENGTH_SOLE_FACTOR = ", Rules::MIN_LENGTH_SOLE_FACTOR as u64);
    assert_every(&code, "'min-score', range: [", Rules::default().min_score as u64);
    assert_every(&code, "timeout = ", milliseconds(breach::TIMEOUT));
    assert_every(&code, "'timeout', range: [", milliseconds(breach::TIMEOUT));
    assert_every(&code, "MAX_TIMEOUT = ", milliseconds(breach::MAX_TIMEOUT));
    assert_every(&code, "'pause', range: [", milliseconds(widget::DEBOUNCE));
    assert_every(&code, "count('length', options.length, ", generate::MAX_LENGTH as u64);
    assert_every(&code, "count('words', options.words ?? 5, ", generate::MAX_WORDS as u64);
}

#[test]
fn names_are_the_same_in_rust_and_in_the_types_of_javascript() {
    let code = javascript();
    fn names<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str) -> Vec<&'static str> {
        all.iter().map(|&value| name(value)).collect()
    }
    let same = |name: &str, names: &[&str]| assert_eq!(union(&code, name), names, "{name}");
    same("VerdictName", &names(Verdict::ALL, Verdict::name));
    same("WarningName", &names(Warning::ALL, Warning::name));
    same("SuggestionName", &names(Suggestion::ALL, Suggestion::name));
    same("PartKind", &names(PartKind::ALL, PartKind::name));
    same("UnknownReason", &names(Unknown::ALL, Unknown::name));
    let leaks = [Leak::Found(1), Leak::Clear, Leak::Unknown(Unknown::Timeout)];
    same("BreachStatus", &names(&leaks, Leak::name));
}

#[test]
fn there_are_vocabularies_of_the_same_languages_in_rust_and_javascript() {
    let code = javascript();
    let list = code.split("LANGUAGES = [").nth(1).unwrap().split(']').next().unwrap();
    let languages: Vec<&str> = list.split('\'').skip(1).step_by(2).collect();
    let packs = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/estimate/packs")).unwrap();
    let mut files: Vec<String> = packs.map(|pack| pack.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    assert_eq!(files, languages.iter().map(|language| format!("{language}.bin")).collect::<Vec<_>>());
    for language in languages {
        assert!(code.contains(&format!("  {language}: () => import('./packs/{language}.js')")), "{language}");
    }
}

#[test]
fn the_default_endpoint_is_the_same_in_rust_and_javascript() {
    assert!(javascript().contains(&format!("HAVE_I_BEEN_PWNED = '{}'", Endpoint::HAVE_I_BEEN_PWNED)));
}

#[test]
fn an_endpoint_may_be_the_same_in_rust_as_in_javascript() {
    let lines = include_str!("data/endpoints.txt").lines().filter(|line| !line.starts_with('#'));
    for (sign, url) in lines.map(|line| line.split_once(' ').unwrap()) {
        assert_eq!(url.parse::<Endpoint>().is_ok(), sign == "+", "{url}");
    }
}
