//! Names are seen in the spellings that people know for them, and what is drawn stays strong beside any context.
#![cfg(not(target_family = "wasm"))]

use passmuster::estimate::Warning;
use passmuster::{Context, Score, estimate};
use proptest::prelude::*;
use rand::rngs::Xoshiro256PlusPlus as Random;
use rand::{RngExt, SeedableRng};

#[track_caller]
fn assert_personal(input: &str, passwords: &[&str]) {
    let context = Context::default().with_inputs([input]);
    for password in passwords {
        let estimate = estimate(password, &context);
        assert!(estimate.score() <= Score::One, "{password} of {input}: {estimate:?}");
        assert_eq!(estimate.warning, Some(Warning::Personal), "{password} of {input}: {estimate:?}");
    }
}

#[test]
fn letters_with_another_spelling_are_seen_in_either() {
    assert_personal(
        "Jürgen Großkreutz",
        &["juergengrosskreutz", "Jurgen1", "Grosskreutz", "grOSSkreutz!", "jürgen2026"],
    );
    assert_personal("Gruening", &["Grüning", "gruning1"]);
    assert_personal("Søren Kjærgård", &["soerenkjaergaard", "sorenkjærgard", "Kjaergaard", "kjærgaard1"]);
    assert_personal("Ștefănuță", &["stefanuta", "Ştefănuţă", "ștefănuță1"]);
    assert_personal("Işıl Yıldırımcan", &["isilyildirimcan", "YILDIRIMCAN", "ışıl1987"]);
    assert_personal("Đorđe Þórðurssen", &["djordje", "dorde1", "thordurssen"]);
    assert_personal("Артём Соловьёвский", &["артем", "Соловьевский", "АРТЁМ1"]);
    assert_personal("Αλέξανδρος Παπαδόπουλος", &["αλεξανδρος", "Παπαδοπουλοσ", "παπαδόπουλος1"]);
}

#[test]
fn names_of_other_alphabets_are_seen_in_any_transliteration() {
    assert_personal(
        "Юлия Щербаковская",
        &[
            "yuliya1987",
            "Iuliia1987",
            "Julija1987",
            "shcherbakovskaya",
            "Scherbakowskaja",
            "Ŝerbakovskaâ",
            "yuliyashcherbakovskaya",
        ],
    );
    assert_personal(
        "Дмитрий Жуковский",
        &["Dmitry!", "dmitrij", "Dmitriy1", "Dmitrii", "zhukovsky", "Žukovskij", "zukovskij7"],
    );
    assert_personal("Михаил Горбачёв", &["gorbachev!", "gorbatschow", "Gorbačëv", "Горбачев1"]);
    assert_personal("Екатерина Хрущёва", &["khrushcheva", "Chruschtschowa", "hruscheva1", "xrushcheva"]);
    assert_personal("Ελένη Χατζηδάκη", &["hatzidaki", "chatzidaki1", "xatzidaki"]);
    assert_personal("Ευάγγελος Κουρούπης", &["evangelos!", "kouroupis"]);
    assert_personal("Georgios Theodorakis", &["γεωργιος", "Θεοδωρακης1"]);
    assert_personal("Θεοδωράκης", &["Theodorakis", "theodorakis1"]);
    assert_personal("dmitry.zhukovsky@example.org", &["дмитрийжуковский", "Жуковский1"]);
}

#[test]
fn hyphens_initials_nicknames_and_orders_hide_no_name() {
    assert_personal(
        "Siobhán O'Rourkeson-Quigg",
        &["orourkesonquigg", "ORourkeson", "O'Rourkeson1", "quigg-siobhan", "s.quigg!"],
    );
    assert_personal("Jean-Pierre D'Arcangelo", &["jeanpierre", "D'Arcangelo1", "darcangelo", "jpdarcangelo"]);
    assert_personal("van der Wetherby", &["vanderwetherby", "derwetherby1"]);
    assert_personal("小林 さくら", &["小林", "小林1", "さくら小林"]);
    assert_personal(
        "jonathan.wetherby@example.org",
        &[
            "jwetherby",
            "j.wetherby",
            "wetherbyj1",
            "WetherbyJonathan",
            "jw1987",
            "jon1987",
            "yb-reh-tew",
            "w3th3rby",
            "Jonathan_Wetherby",
        ],
    );
}

/// Names that hold everything that is looked for, and many words.
fn crowded() -> Context {
    let mut random = Random::seed_from_u64(7);
    let words: Vec<String> = (0..2_000)
        .map(|_| {
            let pick = |random: &mut Random, of: &str| char::from(of.as_bytes()[random.random_range(0..of.len())]);
            (0..3).flat_map(|_| [pick(&mut random, "bcdfghjklmnprstvwz"), pick(&mut random, "aeiou")]).collect()
        })
        .collect();
    Context::default().with_inputs(words).with_inputs(["Юлия Щербаковская", "jane.doe@example.org", "Jürgen Groß"])
}

#[test]
fn what_is_drawn_stays_strong_beside_names_and_words() {
    let context = crowded();
    let mut random = Random::seed_from_u64(8);
    for alphabet in ["abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"] {
        let strong = (0..500).filter(|_| {
            let draw = |_| char::from(alphabet.as_bytes()[random.random_range(0..alphabet.len())]);
            let password: String = (0..14).map(draw).collect();
            estimate(&password, &context).score() >= Score::Three
        });
        assert!(strong.count() >= 498, "{alphabet}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn more_context_never_raises_any_estimate(
        inputs in prop::collection::vec(inputs(), 1..6),
        more in inputs(),
        used in 0..6usize,
        front in "[a-zA-Z0-9!#_]{0,5}",
        end in "[a-zA-Z0-9!#_]{0,5}",
    ) {
        // Of what the context holds, whole, cut or in part.
        let all: Vec<&str> = inputs.iter().chain([&more]).map(String::as_str).collect();
        let own = all[used % all.len()];
        let password = format!("{front}{own}{end}");
        let guesses = |inputs: &[&str]| estimate(&password, &Context::default().with_inputs(inputs.iter().copied())).guesses_log10;
        let (few, many) = (guesses(&all[..inputs.len()]), guesses(&all));
        prop_assert!(many <= few, "{password} with {more}: {few} to {many}");
        prop_assert!(few <= guesses(&[]), "{password} with {inputs:?}");
    }
}

/// What contexts hold: names, addresses, words and anything.
fn inputs() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z]{2,10}",
        "[A-Z][a-z]{2,8} [A-Z]'?[a-z]{2,8}(-[A-Z][a-z]{3,6})?",
        "[a-z]{1,6}\\.[a-z]{2,8}@[a-z]{3,8}\\.(org|co\\.uk)",
        "[а-яё]{3,8}",
        "[α-ω]{3,8}",
        "[a-z0-9@$!]{2,9}",
        "[äöüßøåæé]{1,3}[a-z]{2,6}",
        "\\PC{1,8}",
    ]
}

#[test]
fn more_context_never_raises_an_estimate() {
    let inputs = ["jane.doe@example.org", "B0b", "bob", "Юлия", "quillstream", "Straße", "doe"];
    for password in ["janedoe1", "bob1987!x", "b0bb0b", "yuliya7#", "mqlstraeuq", "Strasse12", "x7#Kp!2v"] {
        for place in 0..inputs.len() {
            let fewer: Vec<&str> = inputs.iter().enumerate().filter(|(i, _)| *i != place).map(|(_, s)| *s).collect();
            let guesses = |inputs: &[&str]| estimate(password, &Context::default().with_inputs(inputs)).guesses_log10;
            assert!(guesses(&inputs) <= guesses(&fewer), "{password} with {}", inputs[place]);
        }
    }
}

#[test]
fn a_year_at_either_end_of_its_type_is_a_year() {
    for year in [i32::MIN, i32::MIN + 1, 0, i32::MAX - 1, i32::MAX] {
        assert!(estimate("1987-04-12 x", &Context::default().with_year(year)).guesses_log10 > 0.0);
    }
}

#[test]
fn plain_words_are_indexed_as_any_other_input_is() {
    // The first is indexed by the short way, the second by the long one.
    for (plain, other) in [("Lumenfolk7", "Lumenfolk7 "), ("wanderlich", "@wanderlich"), ("Ax3", "Ax3.")] {
        for password in [plain, "lum3nf0lk7", "lume!x", "Wander1", "hcilrednaw", "ax3", "wander-lich"] {
            let guesses = |input: &str| estimate(password, &Context::default().with_inputs([input])).guesses_log10;
            assert_eq!(guesses(plain), guesses(other), "{password} of {plain}");
        }
    }
}
