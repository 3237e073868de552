//! A pattern is as weak in a disguise, and what is drawn stays strong however much it looks like one.

use passmuster::{Context, Score, estimate};
use rand::rngs::Xoshiro256PlusPlus as Random;
use rand::{RngExt, SeedableRng};

fn guesses(password: &str) -> f64 {
    estimate(password, &Context::default()).guesses_log10
}

#[track_caller]
fn assert_weak(passwords: &[&str]) {
    let strong: Vec<String> = passwords
        .iter()
        .map(|password| (password, estimate(password, &Context::default())))
        .filter(|(_, estimate)| estimate.score() >= Score::Three)
        .map(|(password, estimate)| format!("{password}: {estimate:?}"))
        .collect();
    assert!(strong.is_empty(), "{}", strong.join("\n"));
}

#[test]
fn separators_between_hide_nothing() {
    assert_weak(&[
        "z-y-x-w-v-u",
        "1 2 3 4 5 6 7 8 9",
        "m o n k e y",
        "d.r.a.g.o.n",
        "pas-swo-rd",
        "9_8_7_6_5_4_3",
        "q w e r t y u i o p",
        "sun shi ne",
        "f/o/o/t/b/a/l/l",
        "i--l--o--v--e--y--o--u",
        "pxaxsxsxwxoxrxd",
        "a1b1c1d1e1f1g1",
        "123.456.789",
    ]);
}

#[test]
fn two_texts_in_turn_are_two_texts() {
    assert_weak(&[
        "m1o2n3k4e5y6",
        "1d2r3a4g5o6n",
        "a9b8c7d6e5f4",
        "p1a2s3s4w5o6r7d8",
        "qm1w2e3r4t5y6".trim_start_matches("qm"),
    ]);
}

#[test]
fn doubled_and_tripled_characters_are_single_ones() {
    assert_weak(&[
        "mmoonnkkeeyy",
        "ddrraaggoonn",
        "mmmooonnnkkkeeeyyy",
        "112233445566",
        "qqwweerrttyy",
        "sssuuunnnssshhhiiinnneee",
    ]);
}

#[test]
fn a_part_again_with_something_between_costs_little_more_than_once() {
    for (once, again) in [
        ("walrus", "walrus-walrus"),
        ("Lindqvist", "Lindqvist.Lindqvist"),
        ("Lindqvist", "lindqvist_LINDQVIST"),
        ("kettlebro", "kettlebro!k3ttl3br0"),
        ("Zugspitzq", "Zugspitzq 1 zugspitzq"),
        ("fjordmule", "fjordmule+fjordmule+fjordmule"),
    ] {
        let (once, twice) = (guesses(once), guesses(again));
        // A sign between costs some eight bits where it is no part of the repeat, and a bit is a third of a decade or more.
        assert!(twice < once + 6.5, "{again}: {once} and {twice}");
    }
}

#[test]
fn what_people_recite_is_weak_joined_spaced_or_abbreviated() {
    assert_weak(&[
        "onetwothreefourfive",
        "one two three four five",
        "Monday-Tuesday-Wednesday",
        "montuewedthufri",
        "JanFebMarAprMay",
        "einszweidreivierfunf",
        "lundimardimercredi",
        "rojonaranjaamarillo",
        "northeastsouthwest",
        "mercuryvenusearthmars",
        "doremifasolla",
        "alphabravocharlie",
        "Alpha.Bravo.Charlie.Delta",
        "lunesmartesmiercoles",
        "unodostrescuatro",
        "sonntagmontagdienstag",
        "poniedzialekwtoreksroda",
        "janeirofevereiromarco",
        "seninselasarabu",
        "threetwoonezero",
        "DecemberNovemberOctober",
        "sundaymondaytuesday1",
        "redorangeyellowgreen",
    ]);
}

#[test]
fn walks_are_seen_on_the_keyboards_of_the_world() {
    assert_weak(&[
        "aoeuidhtns",
        "qjkxbmwvz",
        "arstdhneio",
        "qwfpgjluy",
        "auie,ctsrnm",
        "bépoè^vdl",
        "qwertyuıopğü",
        "asdfghjklşi",
        "fgğıodrnhp",
        "йцукенгшщз",
        "фывапролд",
        "ячсмитьбю",
        "ㅂㅈㄷㄱㅅㅛㅕㅑ",
        "wxcvbn,;:!",
        "qsdfghjklm",
        "147258369",
        "3690852147",
    ]);
}

#[test]
fn words_typed_on_latin_keys_for_another_layout_are_weak() {
    assert_weak(&["dkssudgktpdy", "tkfkdgo1", "qlalfqjsgh", "ji394su3", "au4a83", "su3cl3!", "3lt@s4", "eogksalsrnr"]);
}

#[test]
fn alphabets_and_numerals_in_order_are_weak_in_any_script() {
    assert_weak(&[
        "абвгдеёжзий",
        "αβγδεζηθικλμ",
        "אבגדהוזחטיכל",
        "ابتثجحخدذرزس",
        "あいうえおかきくけこ",
        "アイウエオカキクケコ",
        "いろはにほへと",
        "가나다라마바사",
        "ㄱㄴㄷㄹㅁㅂㅅ",
        "कखगघङचछज",
        "กขคฆงจฉช",
        "一二三四五六七八九十",
        "甲乙丙丁戊己庚辛",
        "子丑寅卯辰巳午未",
        "ㄅㄆㄇㄈㄉㄊㄋ",
        "十九八七六五四三二一",
        "१२३४५६७८९",
        "١٢٣٤٥٦٧٨٩",
        "աբգդեզէըթ",
        "აბგდევზთი",
    ]);
}

#[test]
fn compatibility_forms_are_what_they_stand_for() {
    use unicode_normalization::UnicodeNormalization;
    for password in [
        "ｐａｓｓｗｏｒｄ",
        "Ｍｏｎｋｅｙ１２３",
        "𝐩𝐚𝐬𝐬𝐰𝐨𝐫𝐝",
        "𝓭𝓻𝓪𝓰𝓸𝓷",
        "𝟏𝟐𝟑𝟒𝟓𝟔",
        "ⓠⓦⓔⓡⓣⓨ",
        "①②③④⑤⑥",
        "oﬃcer",
        "ﬂower",
        "ﾊﾟｽﾜｰﾄﾞ",
        "ｻｸﾗｻｸﾗ",
        "ⅫⅨ",
        "ℌello",
        "⁴⁵⁶⁷⁸",
        "🄼🄾🄽🄺🄴🅈",
        "⒨⒪⒩⒦⒠⒴",
        "x² + y²",
        "ａ　ｂ",
    ] {
        let plain: String = password.nfkc().collect();
        let (disguised, plain) = (guesses(password), guesses(&plain));
        assert!((plain..=plain + 0.35).contains(&disguised), "{password}: {disguised}, {plain}");
    }
    let context = Context::default().with_inputs(["Zugspitzq"]).with_current_password("ｋettlebro17");
    assert!(estimate("ｚｕｇｓｐｉｔｚｑ", &context).score() <= Score::One);
    assert!(estimate("kettlebro17", &context).is_reused() && estimate("𝐤ettlebro18", &context).is_reused());
}

#[test]
fn what_is_drawn_stays_strong_though_it_be_separated_or_repeat_by_chance() {
    let mut random = Random::seed_from_u64(12);
    let lower: Vec<char> = ('a'..='z').collect();
    let all: Vec<char> = ('!'..='~').collect();
    let digits: Vec<char> = ('0'..='9').collect();
    let greek: Vec<char> = "αβγδεζηθικλμνξοπρστυφχψω".chars().collect();
    let kana: Vec<char> = ('あ'..='ん').collect();
    for (alphabet, length, separator) in [
        (&lower, 12, ""),
        (&lower, 12, "-"),
        (&lower, 12, " "),
        (&all, 12, ""),
        (&digits, 20, ""),
        (&greek, 12, ""),
        (&kana, 10, ""),
    ] {
        let strong = (0..500).filter(|_| {
            let characters: Vec<String> =
                (0..length).map(|_| alphabet[random.random_range(0..alphabet.len())].to_string()).collect();
            estimate(&characters.join(separator), &Context::default()).score() >= Score::Three
        });
        let strong = strong.count();
        assert!(strong >= 498, "{strong} of 500: {length} of {:?}, {separator:?}", alphabet[0]);
    }
}
