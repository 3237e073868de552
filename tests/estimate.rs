//! What an estimate must not get wrong.
#![cfg(not(target_family = "wasm"))]

use passmuster::estimate::{Estimate, PartKind, Suggestion, Warning};
use passmuster::{Context, Score, estimate};
use proptest::prelude::*;
use rand::rngs::Xoshiro256PlusPlus as Random;
use rand::{RngExt, SeedableRng};

fn plain(password: &str) -> Estimate {
    estimate(password, &Context::default())
}

fn score(password: &str) -> Score {
    plain(password).score()
}

#[track_caller]
fn assert_all(passwords: &[&str], what: &str, holds: impl Fn(&Estimate) -> bool) {
    for password in passwords {
        let estimate = plain(password);
        assert!(holds(&estimate), "{password:?} should be {what}: {estimate:?}");
    }
}

/// Words of the kind that dice are thrown for.
const DICE: [&str; 48] = [
    "abacus", "banjo", "cactus", "dagger", "eagle", "fabric", "gallon", "habitat", "iciness", "jaguar", "kennel",
    "lapel", "magnet", "nacho", "oasis", "pacific", "quarry", "rabbit", "salsa", "tablet", "ulcer", "vacation",
    "waffle", "yearbook", "zebra", "acorn", "bobcat", "clover", "dusk", "elbow", "flyer", "grip", "hush", "ivory",
    "jolt", "knee", "liver", "mural", "nylon", "omega", "prism", "quilt", "rinse", "shrug", "trowel", "unveil",
    "viper", "wink",
];

#[test]
fn four_words_drawn_by_dice_are_strong_with_spaces_hyphens_or_neither() {
    let mut random = Random::seed_from_u64(1);
    for _ in 0..2_000 {
        // Without repetition: a draw that repeats a word is as rare as it is weaker.
        let mut words: Vec<&str> = Vec::new();
        while words.len() < 4 {
            let word = DICE[random.random_range(0..DICE.len())];
            if !words.contains(&word) {
                words.push(word);
            }
        }
        for separator in [" ", "-", ""] {
            let password = words.join(separator);
            assert_eq!(score(&password), Score::Four, "{password}: {:?}", plain(&password));
        }
    }
}

#[test]
fn sixteen_random_characters_of_any_class_get_the_top_score() {
    let classes = [
        "0123456789",
        "0123456789abcdef",
        "abcdefghijklmnopqrstuvwxyz",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "!\"#$%&'()*+,-./:;<=>?@[]^_{|}~",
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&*+-./=?@_",
        "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        "αβγδεζηθικλμνξοπρστυφχψω",
    ];
    let mut random = Random::seed_from_u64(2);
    for class in classes {
        let class: Vec<char> = class.chars().collect();
        let draws = 1_000;
        let strong = (0..draws).filter(|_| {
            let password: String = (0..16).map(|_| class[random.random_range(0..class.len())]).collect();
            score(&password) == Score::Four
        });
        // Sixteen random digits are now and then two dates; of larger classes nothing of the kind comes up.
        let allowed = if class.len() == 10 { 2 } else { 0 };
        let strong = strong.count();
        assert!(strong >= draws - allowed, "{strong} of {draws} of {:?}", class.iter().collect::<String>());
    }
}

#[test]
fn a_name_that_the_context_holds_is_as_weak_as_it_sounds() {
    for input in ["Hans Florian Zimmer", "hans.florian.zimmer@example.org", "Zimmer, Hans Florian"] {
        let context = Context::default().with_inputs([input]);
        for password in [
            "HansFlorianZimmer",
            "hansflorianzimmer",
            "hans.florian.zimmer",
            "H4nsFl0ri4nZimm3r",
            "Zimmer",
            "remmiZ",
            "zimmer1988",
            "Hans2026",
            "HansZimmer",
            "HZimmer1",
        ] {
            let estimate = estimate(password, &context);
            assert!(estimate.guesses_log10 < 6.5, "{password} of {input}: {estimate:?}");
        }
        let estimate = estimate("HansFlorianZimmer", &context);
        assert_eq!(estimate.warning, Some(Warning::Personal));
        assert!(estimate.suggestions.contains(&Suggestion::AvoidPersonal));
    }
    assert!(score("HansFlorianZimmer") >= Score::Three, "a stranger's name is another matter");
}

#[test]
fn the_site_and_the_domain_of_an_address_are_weak() {
    let context = Context::default().with_inputs(["jane@quuxwerk.example", "Frobnitz"]);
    for password in ["quuxwerk", "Quuxwerk1", "frobnitz", "Frobnitz2026", "zt1nb0rf"] {
        assert!(estimate(password, &context).score() <= Score::One, "{password}: {:?}", estimate(password, &context));
    }
    assert!(estimate("frobnitz", &context).guesses_log10 < plain("frobnitz").guesses_log10);
}

#[test]
fn context_never_makes_a_password_stronger() {
    let context = Context::default().with_inputs(["jane.doe@example.org", "Jane Doe", "Example"]);
    for password in ["password", "janedoe", "Tr1v14l", "correct horse battery staple", "example.org", "zzzz", "7391"] {
        assert!(estimate(password, &context).guesses_log10 <= plain(password).guesses_log10, "{password}");
    }
}

#[test]
fn popular_passwords_are_known_as_such() {
    assert_all(&["123456", "password", "qwerty", "iloveyou", "letmein", "111111"], "too guessable", |estimate| {
        estimate.score() == Score::Zero && estimate.warning == Some(Warning::CommonPassword)
    });
}

#[test]
fn a_popular_password_with_a_capital_a_suffix_or_doubled_stays_weak() {
    for popular in ["password", "monkey", "dragon", "iloveyou", "sunshine", "qwerty", "football", "123456", "abc123"] {
        let mut chars = popular.chars();
        let capital = chars.next().map(|first| first.to_uppercase().chain(chars).collect::<String>()).unwrap();
        for varied in [
            capital.clone(),
            popular.to_uppercase(),
            format!("{popular}1!"),
            format!("{popular}2026"),
            format!("{popular}{popular}"),
            format!("{popular}1"),
            format!("1{popular}"),
            format!("{popular}!"),
            popular.chars().rev().collect(),
            popular.replace('o', "0").replace('a', "@").replace('e', "3").replace('s', "$"),
        ] {
            assert!(score(&varied) <= Score::Two, "{varied}: {:?}", plain(&varied));
        }
        // A symbol behind more digits than a year has is charged as any symbol is.
        if popular.bytes().all(|byte| byte.is_ascii_lowercase()) {
            let varied = format!("{capital}2026!");
            assert!(score(&varied) <= Score::Three, "{varied}: {:?}", plain(&varied));
        }
    }
    assert_eq!(plain("Monkey1!").warning, Some(Warning::LikeCommonPassword));
    assert!(plain("M0nk3y").suggestions.contains(&Suggestion::SubstitutionsHelpLittle));
    assert!(plain("yeknom").suggestions.contains(&Suggestion::ReversingHelpsLittle));
    assert!(plain("Monkey").suggestions.contains(&Suggestion::CapitalsHelpLittle));
}

#[test]
fn patterns_are_weak_whatever_their_length() {
    assert_all(
        &[
            "aaaaaaaaaaaaaaaaaaaaaaaa",
            "abcabcabcabc",
            "qwertyuiop[]asdfgh",
            "1qaz2wsx3edc4rfv",
            "20081996",
            "abcdefghijklmnopqrstuvwxyz",
            "zyxwvutsrqponmlkjihgfedcba",
            "98765432109876543210",
            "qwertzuiopü",
            "azertyuiopqsdfghjklm",
            "741852963",
            "plokmijnuhb",
            "qazwsxedcrfvtgb",
            "zaqxswcdevfr",
            "!@#$%^&*()",
            "24.12.1996",
            "1996-12-24",
            "12/24/1996",
            "абвгдежзик",
            "abababababababababababab",
            "passwordpasswordpassword",
        ],
        "weak",
        |estimate| estimate.guesses_log10 < 6.5,
    );
    // Three patterns after each other.
    assert!(score("gggggggggggggggggjklzxcv") <= Score::Three);
    for (unit, times) in [("a", 1000), ("abc", 300), ("qwertyuiop", 100), ("password", 100), ("1234567890", 100)] {
        let long = unit.repeat(times);
        assert!(score(&long) <= Score::Two, "{unit} × {times}: {}", plain(&long).guesses_log10);
    }
}

#[test]
fn a_warning_names_the_pattern() {
    for (password, warning) in [
        ("zzzzzzzzzzzz", Warning::Repeat),
        ("xkvxkvxkvxkv", Warning::RepeatedGroup),
        ("bcdefghijklm", Warning::Sequence),
        ("dfghjkl;'", Warning::KeyboardWalk),
        ("24.12.1996", Warning::Date),
        ("x1q9", Warning::Short),
    ] {
        assert_eq!(plain(password).warning, Some(warning), "{password}: {:?}", plain(password));
    }
}

#[test]
fn a_strong_password_is_left_in_peace() {
    for password in ["correct horse battery staple", "x7#Kp!2vQz9&mW"] {
        let estimate = plain(password);
        assert_eq!((estimate.warning, estimate.suggestions.len()), (None, 0), "{password}");
    }
}

#[test]
fn every_weak_password_gets_a_warning_and_something_to_do() {
    for password in ["a", "password", "monkeyfarm7", "24.12.1996", "zxcvbn", "ab1", "gggg", "пароль", "密码", "-"]
    {
        let estimate = plain(password);
        assert!(estimate.score() < Score::Three, "{password}: {estimate:?}");
        assert!(estimate.warning.is_some(), "{password}");
        assert!((1..=3).contains(&estimate.suggestions.len()), "{password}: {:?}", estimate.suggestions);
    }
}

#[test]
fn the_same_password_in_nfc_and_nfd_gets_the_same_estimate() {
    for (composed, decomposed) in [
        ("contrase\u{f1}a", "contrasen\u{303}a"),
        ("schl\u{fc}ssel", "schlu\u{308}ssel"),
        ("\u{ac00}\u{b098}", "\u{1100}\u{1161}\u{1102}\u{1161}"),
        ("\u{439}\u{446}\u{443}\u{43a}\u{435}\u{43d}", "\u{438}\u{306}\u{446}\u{443}\u{43a}\u{435}\u{43d}"),
    ] {
        assert_ne!(composed, decomposed);
        assert_eq!(plain(composed), plain(decomposed), "{composed}");
        let context = Context::default().with_inputs([composed]);
        assert_eq!(estimate(composed, &context), estimate(decomposed, &context), "{composed}");
    }
}

#[test]
fn other_languages_are_neither_all_strong_nor_all_weak() {
    // Popular words with a number, and phrases: in German, Spanish, Turkish, Russian, pinyin and Chinese.
    assert_all(
        &[
            "schatz123",
            "passwort1",
            "contraseña",
            "amor2024",
            "şifre1234",
            "sevgilim",
            "пароль1",
            "woaini1314",
            "我爱你",
        ],
        "weak",
        |estimate| estimate.score() <= Score::Two,
    );
    assert_all(
        &[
            "dreizehn Krähen über Ückermünde",
            "catorce girasoles debajo del tejado",
            "yedi kırmızı bisiklet çalındı",
            "четыре зелёных трамвая",
            "qizhilvsedezixingchefeizoule",
            "七辆绿色的自行车飞走了",
        ],
        "strong",
        |estimate| estimate.score() == Score::Four,
    );
}

#[test]
fn a_word_typed_on_the_russian_layout_is_as_weak_as_on_the_latin_one() {
    assert!(score("gfhjkm") == Score::Zero && score("пароль") <= Score::One);
}

#[test]
fn the_current_password_is_recognised_however_it_was_varied() {
    let context = Context::default().with_current_password("Bumblebee17");
    let same = estimate("Bumblebee17", &context);
    assert_eq!((same.warning, same.guesses_log10), (Some(Warning::CurrentPassword), 0.0));
    assert!(same.is_reused());
    for varied in [
        "bumblebee17",
        "BUMBLEBEE17",
        "Bumblebee18",
        "Bumblebee2026",
        "Bumblebee",
        "Bumblebee17!",
        "!Bumblebee17",
        "8umbl3b33!7",
        "71eebelbmuB",
        "Bumblebee17Bumblebee17",
        "Bumbelbee17",
        "Bumblebees17",
        "17Bumblebee",
    ] {
        let estimate = estimate(varied, &context);
        assert_eq!(estimate.warning, Some(Warning::LikeCurrentPassword), "{varied}: {estimate:?}");
        assert!(estimate.score() <= Score::One, "{varied}: {estimate:?}");
        assert_eq!(estimate.sequence.first().map(|part| part.kind), Some(PartKind::CurrentPassword), "{varied}");
    }
    for other in ["correct horse battery staple", "Hummingbird88", "17", "password"] {
        assert!(!estimate(other, &context).is_reused(), "{other}: {:?}", estimate(other, &context));
    }
}

#[test]
fn the_words_of_a_current_password_are_recognised_in_another_order_and_long_ones_however_they_were_changed() {
    let long = "the quick brown fox jumps over the lazy dog and ".repeat(8);
    let changed = long.replacen("lazy dog and the quick brown", "crazy cat and a slow green", 3);
    for (current, new) in [
        ("Old-harbour-lantern-61", "lantern-harbour-Old-62"),
        ("Old-harbour-lantern-61", "harbour lantern old 1961"),
        ("correct horse battery staple", "battery staple correct donkey"),
        (&long, &changed),
    ] {
        let estimate = estimate(new, &Context::default().with_current_password(current));
        assert_eq!(estimate.warning, Some(Warning::LikeCurrentPassword), "{new} after {current}: {estimate:?}");
    }
    for (current, new) in [
        ("Old-harbour-lantern-61", "harbour pilots drink coffee"),
        ("Old-harbour-lantern-61", "Winter2061-61"),
        ("Sommer2024!", "Winter2024!"),
        ("correct horse battery staple", "seventeen purple horses running"),
        (&long, "quick brown dogs over the lazy fox"),
    ] {
        let estimate = estimate(new, &Context::default().with_current_password(current));
        assert!(!estimate.is_reused(), "{new} after {current}");
    }
}

#[test]
fn a_current_password_in_another_normal_form_is_the_same() {
    let context = Context::default().with_current_password("ga\u{308}nseblume");
    assert_eq!(estimate("g\u{e4}nseblume", &context).warning, Some(Warning::CurrentPassword));
}

#[test]
fn an_estimate_does_not_depend_on_what_was_estimated_before() {
    let passwords = ["password", "Tr0ub4dour&3", "aaaaaaaa", "пароль", "24.12.1996", "correct horse battery staple"];
    let before: Vec<Estimate> = passwords.iter().map(|password| plain(password)).collect();
    let context = Context::default().with_inputs(["password", "aaaaaaaa"]).with_current_password("Tr0ub4dour&3");
    for password in passwords {
        estimate(password, &context);
    }
    let after: Vec<Estimate> = passwords.iter().rev().map(|password| plain(password)).collect();
    assert_eq!(before, after.into_iter().rev().collect::<Vec<_>>());
}

#[test]
fn nothing_costs_nothing() {
    assert_eq!(plain(""), Estimate { guesses_log10: 0.0, warning: None, suggestions: vec![], sequence: vec![] });
}

#[test]
fn a_crafted_password_is_looked_at_to_its_end() {
    let crafted: String = "4@8({[</369&#!1/|0$5+7%2/".chars().cycle().take(1_000).collect();
    let longer = format!("{crafted}correct horse battery staple");
    assert!(plain(&longer).guesses_log10 > plain(&crafted).guesses_log10 + 5.0);
    assert_eq!(plain(&longer).sequence.last().map(|part| part.end), Some(longer.len()));
}

#[test]
fn a_megabyte_is_an_answer_and_no_wait() {
    let huge = "7fQ!ж".repeat(1 << 18);
    let estimate = plain(&huge);
    assert_eq!(estimate.sequence.last().map(|part| part.end), Some(huge.len()));
}

/// Passwords as people and as fuzzers make them.
fn passwords() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z]{1,8}",
        "[A-Z]{1,4}",
        "[0-9]{1,8}",
        "\\PC{1,6}",
        Just("password".to_owned()),
        Just("qwerty".to_owned()),
        Just("1996".to_owned()),
        Just("p4$$w0rd".to_owned()),
        Just("aaaa".to_owned()),
        Just("\u{1f600}".to_owned()),
        Just("4@8({[</369&#!1/|0$5+7%2/".to_owned()),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn parts_cover_the_password_without_gaps_and_guesses_are_finite(
        password in passwords(),
        input in passwords(),
        current in passwords(),
    ) {
        let context = Context::default().with_inputs([&input]).with_current_password(&current);
        let estimate = estimate(&password, &context);
        prop_assert!(estimate.guesses_log10.is_finite() && estimate.guesses_log10 >= 0.0);
        use unicode_normalization::UnicodeNormalization;
        let composed: String = password.nfc().collect();
        let mut end = 0;
        for part in &estimate.sequence {
            prop_assert_eq!(part.start, end);
            prop_assert!(part.end > part.start && composed.is_char_boundary(part.end));
            prop_assert!(part.guesses_log10.is_finite() && part.guesses_log10 >= 0.0);
            end = part.end;
        }
        prop_assert_eq!(end, composed.len());
    }

    #[test]
    fn a_password_given_as_context_is_weak(password in "[a-zA-Z]{3,12}") {
        let context = Context::default().with_inputs([&password]);
        prop_assert!(estimate(&password, &context).score() <= Score::One);
    }

    #[test]
    fn adding_a_random_character_never_makes_a_random_password_look_much_weaker(
        password in "[a-zA-Z0-9!#%+=?]{1,30}",
        added in "[a-zA-Z0-9!#%+=?]",
    ) {
        let longer = format!("{password}{added}");
        let (before, after) = (plain(&password), plain(&longer));
        // Unless it completes something known.
        let completed = after.sequence.last().is_some_and(|part| part.kind != PartKind::Characters);
        prop_assert!(completed || after.guesses_log10 > before.guesses_log10 - 1.5, "{before:?} {after:?}");
    }

    #[test]
    fn a_random_password_grows_stronger_as_it_grows_longer(password in "[a-zA-Z0-9]{40}") {
        let guesses: Vec<f64> = (1..=5).map(|eighths| plain(&password[..8 * eighths]).guesses_log10).collect();
        prop_assert!(guesses.is_sorted(), "{guesses:?}");
    }
}
