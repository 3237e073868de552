//! What the vocabularies of languages change.
#![cfg(feature = "packs")]

use passmuster::estimate::{PartKind, Warning};
use passmuster::{Context, Score, estimate};

fn with(tags: &[&str]) -> Context {
    Context::default().with_languages(tags).unwrap()
}

#[test]
fn a_word_that_is_no_popular_password_is_weak_where_its_language_is_named() {
    for (tag, words) in [
        ("en", ["accommodation", "Neighbourhood", "photographer1"]),
        ("de", ["Gleichgewicht", "schmetterling", "Verwandtschaft1"]),
        ("pl", ["Rzeczywistosc", "niebezpieczne", "wiadomości1"]),
    ] {
        for word in words {
            let estimate = estimate(word, &with(&[tag]));
            assert!(estimate.score() <= Score::Two, "{word}: {estimate:?}");
        }
    }
}

#[test]
fn a_part_that_a_vocabulary_explains_says_so() {
    let estimate = estimate("immediately1!", &with(&["en"]));
    assert_eq!(estimate.sequence[0].kind, PartKind::DictionaryWord);
    assert_eq!(estimate.warning, Some(Warning::Word));
}

#[test]
fn more_languages_never_make_a_password_stronger() {
    for password in
        ["hypnotherapy", "Weihnachtsbaum42!", "kw9#vR2!xq", "correct horse battery staple", "пароль12345", ""]
    {
        let mut last = f64::INFINITY;
        for tags in [&[][..], &["en"], &["en", "de"], &["en", "de", "fr", "es", "pl"]] {
            let guesses = estimate(password, &with(tags)).guesses_log10;
            assert!(guesses <= last, "{password} with {tags:?}");
            last = guesses;
        }
    }
}

#[test]
fn disguises_of_words_are_seen_through() {
    for password in ["IMMEDIATELY", "imm3di4tely", "yletaidemmi"] {
        assert!(estimate(password, &with(&["en"])).score() <= Score::Two, "{password}");
    }
}
