//! What a context holds is seen in passwords, however much it holds.

use passmuster::estimate::{PartKind, Warning};
use passmuster::{Context, Score, estimate};

/// Words that are no popular passwords, each another.
fn words(count: usize) -> Vec<String> {
    const SYLLABLES: [&str; 12] = ["bra", "dun", "fel", "gos", "kir", "lom", "nep", "rud", "sal", "tiv", "vog", "zed"];
    let word = |number: usize| {
        [number % 12, number / 12 % 12, number / 144 % 12, number / 1_728 % 12].map(|place| SYLLABLES[place]).concat()
    };
    (0..count).map(word).collect()
}

#[test]
fn every_entry_counts_whatever_stands_before_it() {
    let words = words(10_000);
    let context = Context::default().with_inputs(words.iter().map(String::as_str));
    for place in [0, 16, 17, 63, 64, 999, 5_000, 9_999] {
        let estimate = estimate(&words[place], &context);
        assert_eq!(estimate.sequence[0].kind, PartKind::Personal, "entry {place}: {}", words[place]);
        assert!(estimate.score() <= Score::One, "entry {place}");
    }
    assert_eq!(estimate("umbrella-kestrel", &context), estimate("umbrella-kestrel", &Context::default()));
}

#[test]
fn a_long_form_leaves_room_for_the_words_of_the_site() {
    let form = [
        "Jane",
        "Mary",
        "Doe",
        "jane.mary.doe@mail.example.org",
        "1987-04-12",
        "+44 20 7946 0000",
        "Doe & Daughters",
        "www.accounts.quillstream.example",
    ];
    let context = Context::default().with_inputs(form).with_inputs(["Quillstream", "Wandergeist", "Lumenfolk"]);
    for password in ["wandergeist", "Lumenf0lk", "tsiegrednaw"] {
        assert_eq!(estimate(password, &context).warning, Some(Warning::Personal), "{password}");
    }
}

#[test]
fn the_same_entry_twice_is_the_same_as_once_and_order_does_not_matter() {
    let once = Context::default().with_inputs(["lumenfolk", "Jane Doe"]);
    let twice = Context::default().with_inputs(["Jane Doe", "LUMENFOLK", "lumenfolk", "Jane Doe"]);
    for password in ["lumenfolk", "JaneDoe1", "eodenaj", "xkcd!934"] {
        assert_eq!(estimate(password, &once), estimate(password, &twice), "{password}");
    }
}

#[test]
fn a_context_that_grows_is_seen_whole() {
    let context = Context::default().with_inputs(["Jane Doe"]);
    estimate("anything", &context);
    let context = context.with_inputs(["lumenfolk"]).with_current_password("wandergeist");
    assert_eq!(estimate("lumenfolk", &context).warning, Some(Warning::Personal));
    assert_eq!(estimate("wandergeist1", &context).warning, Some(Warning::LikeCurrentPassword));
}
