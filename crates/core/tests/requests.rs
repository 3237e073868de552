//! Requests that are wrong, and what is told of them.

use passmuster_core::request::{MAX_CONTEXT, MAX_REQUEST};
use passmuster_core::{estimate, generate, judge};
use serde_json::{Value, json};

fn error_of(request: Value) -> String {
    judge(request.to_string().as_bytes()).unwrap_err().to_string()
}

#[test]
fn an_error_names_the_field_and_what_it_must_be() {
    for (request, words) in [
        (json!({ "year": 2026 }), "`password` is missing"),
        (json!({ "password": "x" }), "`year` is missing"),
        (json!({ "password": 7, "year": 2026 }), "`password` must be a string"),
        (json!({ "password": "x", "year": "2026" }), "`year` must be a whole number from 1 to 9999"),
        (json!({ "password": "x", "year": 2026.5 }), "`year` must be a whole number"),
        (json!({ "password": "x", "year": 2026, "context": "jane" }), "`context` must be an array of strings"),
        (json!({ "password": "x", "year": 2026, "context": [null] }), "`context` must be an array of strings"),
        (json!({ "password": "x", "year": 2026, "currentPassword": [] }), "`currentPassword` must be a string"),
        (json!({ "password": "x", "year": 2026, "languages": ["tlh"] }), "`languages` must be tags"),
        (
            json!({ "password": "x", "year": 2026, "rules": { "minScore": 5 } }),
            "`minScore` must be a whole number from 0 to 4",
        ),
        (json!({ "password": "x", "year": 2026, "rules": { "minLength": 0 } }), "`minLength` must be a whole number"),
        (
            json!({ "password": "x", "year": 2026, "rules": { "blockUnverified": "yes" } }),
            "`blockUnverified` must be true or false",
        ),
        (json!({ "password": "x", "year": 2026, "rules": { "min_length": 8 } }), "a field that is not known"),
        (json!({ "password": "x", "year": 2026, "current_password": "y" }), "a field that is not known"),
        (json!({ "password": "x", "year": 2026, "leak": "clear" }), "`leak` must be an object"),
        (
            json!({ "password": "x", "year": 2026, "leak": { "status": "fine" } }),
            "`status` must be found, clear or unknown",
        ),
        (json!({ "password": "x", "year": 2026, "leak": { "status": "found" } }), "`count` of at least 1"),
        (json!({ "password": "x", "year": 2026, "leak": { "status": "clear", "count": 3 } }), "no `count` but 0"),
        (
            json!({ "password": "x", "year": 2026, "leak": { "status": "unknown", "reason": "rain" } }),
            "`reason` must be one of timeout, network",
        ),
        (json!(["x"]), "must be a JSON object"),
    ] {
        let error = error_of(request.clone());
        assert!(error.contains(words), "{request}: {error}");
    }
}

#[test]
fn no_error_tells_a_value_or_an_unknown_name() {
    const SECRET: &str = "otter-Xylophone-9";
    for request in [
        json!({ "password": [SECRET] }),
        json!({ "password": "x", "year": SECRET }),
        json!({ "password": "x", "year": 2026, SECRET: "password" }),
        json!({ "password": "x", "year": 2026, "languages": [SECRET] }),
        json!({ "password": "x", "year": 2026, "rules": { SECRET: 1 } }),
        json!({ "password": "x", "year": 2026, "leak": { "status": SECRET } }),
        json!({ "password": "x", "year": 2026, "leak": { "status": "unknown", "reason": SECRET } }),
        json!(SECRET),
    ] {
        let error = error_of(request);
        assert!(!error.contains("otter"), "{error}");
    }
    for text in [format!("{{\"password\": \"{SECRET}\""), format!("{{\"password\": {SECRET}}}"), SECRET.to_owned()] {
        let error = judge(text.as_bytes()).unwrap_err().to_string();
        assert!(error.contains("not JSON") && !error.contains("otter"), "{error}");
    }
}

#[test]
fn what_is_not_unicode_is_refused() {
    for request in [&b"{\"password\":\"\xff\",\"year\":2026}"[..], br#"{"password":"\ud800","year":2026}"#] {
        assert!(estimate(request).unwrap_err().to_string().contains("without lone surrogates"));
    }
}

#[test]
fn limits_are_said() {
    let long = json!({ "password": "x".repeat(MAX_REQUEST), "year": 2026 });
    assert!(error_of(long).contains("at most 1048576 bytes"));
    let many = json!({ "password": "x", "year": 2026, "context": vec!["jane"; MAX_CONTEXT + 1] });
    assert!(error_of(many).contains("at most 256 strings"));
}

#[test]
fn a_verdict_is_told_as_allowed_only_where_the_password_may_be_stored() {
    let allowed = |leak: Value, rules: Value| {
        let request = json!({ "password": "kettle mosquito ladder prism", "year": 2026, "leak": leak, "rules": rules });
        let answer: Value = serde_json::from_slice(&judge(request.to_string().as_bytes()).unwrap()).unwrap();
        (answer["verdict"].as_str().unwrap().to_owned(), answer["allowed"].as_bool().unwrap())
    };
    assert_eq!(allowed(json!(null), json!({})), ("checking".into(), false));
    assert_eq!(allowed(json!({ "status": "clear" }), json!({})), ("accepted".into(), true));
    assert_eq!(allowed(json!({ "status": "found", "count": 2 }), json!({})), ("breached".into(), false));
    assert_eq!(allowed(json!({ "status": "unknown" }), json!({})), ("unverified".into(), true));
    assert_eq!(
        allowed(json!({ "status": "unknown" }), json!({ "blockUnverified": true })),
        ("unverified".into(), false)
    );
    let empty: Value = serde_json::from_slice(&judge(br#"{"password":"","year":2026}"#).unwrap()).unwrap();
    assert_eq!((empty["verdict"].as_str(), empty["allowed"].as_bool()), (Some("empty"), Some(false)));
}

#[test]
fn a_seed_makes_one_password_and_another_seed_another() {
    let made = |seed: &str, request: Value| {
        let mut request = request;
        request["seed"] = json!(seed);
        generate(request.to_string().as_bytes()).map(|answer| serde_json::from_slice::<Value>(&answer).unwrap())
    };
    let (a, b) = ("0f".repeat(32), "f0".repeat(32));
    let length = json!({ "length": 20 });
    assert_eq!(made(&a, length.clone()), made(&a, length.clone()));
    assert_ne!(made(&a, length.clone()), made(&b, length.clone()));
    let words: Vec<String> = (0..2_048).map(|number| format!("word{number}")).collect();
    let phrase = made(&a, json!({ "words": words, "count": 4 })).unwrap();
    assert_eq!(phrase["password"].as_str().unwrap().split('-').count(), 4);
    assert_eq!(phrase["bits"].as_f64().unwrap(), 44.0);
    for (seed, request, words) in [
        ("0f", length.clone(), "64 hexadecimal digits"),
        (&*"0g".repeat(32), length, "64 hexadecimal digits"),
        (&*a, json!({}), "`length` or `words` is missing"),
        (&*a, json!({ "length": 0 }), "from 1 to 1024"),
        (&*a, json!({ "words": ["a"], "count": 4 }), "at least 1,000 words"),
        (&*a, json!({ "words": words, "count": 65 }), "from 1 to 64"),
        (&*a, json!({ "length": 20, "passwordrules": "x" }), "cannot be read"),
    ] {
        let error = made(seed, request).unwrap_err().to_string();
        assert!(error.contains(words), "{error}");
    }
}
