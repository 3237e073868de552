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
        "(p)(a)(s)(s)(w)(o)(r)(d)",
        "[m][o][n][k][e][y]",
        "a, b, c, d, e, f",
        "w&a&l&r&u&s",
        "s^o^c^c^e^r",
        "ab-cd-ef-gh-ij",
        "aa-bb-cc-dd-ee",
        "m1.o2.n3.k4.e5.y6",
    ]);
}

#[test]
fn two_texts_in_turn_are_two_texts() {
    assert_weak(&[
        "m1o2n3k4e5y6",
        "1d2r3a4g5o6n",
        "a9b8c7d6e5f4",
        "p1a2s3s4w5o6r7d8",
        "mdornakgeoyn",
        "dmroangkoeny",
        "bsausnesbhailnle",
        "mqownekretyy",
        "d1r9a9g0on",
        "m2o0n1k9ey",
        "mo1nk2ey3",
        "1pas2swo3rd",
        "zaxbxcxdxexf",
    ]);
}

#[test]
fn words_on_the_keys_of_a_phone_are_words() {
    assert_weak(&[
        "6262437837",
        "72779673666539",
        "6665395683",
        "4433555555666",
        "6 666 66 55 33 999",
        "7777 88 66 7777 44 444 66 33",
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
        "DdRrAaGgOoNn",
        "ppppaaaassssssss",
        "mmaasstteerr2200",
        "LLeettmmeeiinn!!",
    ]);
}

#[test]
fn a_part_again_with_something_between_costs_little_more_than_once() {
    for (once, again, most) in [
        ("walrus", "walrus-walrus", 3.0),
        ("Lindqvist", "Lindqvist.Lindqvist", 3.0),
        ("Lindqvist", "lindqvist_LINDQVIST", 3.0),
        ("kettlebro", "kettlebro!k3ttl3br0", 3.0),
        ("fjordmule", "fjordmule+fjordmule", 3.0),
        ("fjordmule", "fjordmule+fjordmule+fjordmule", 3.5),
        ("fjordmule", "fjordmule fjordmule fjordmule fjordmule", 3.5),
        ("fjordmule", "fjordmule and fjordmule", 4.5),
        ("Zugspitzq", "Zugspitzq 1 zugspitzq", 4.5),
        ("1q2w3e4r", "1q2w3e4r!Q@W#E$R", 4.0),
    ] {
        let (once, twice) = (guesses(once), guesses(again));
        assert!(twice < once + most, "{again}: {once} and {twice}");
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
        "RotGelbBlau",
        "blackwhitered",
        "bleublancrouge",
        "merahputihbiru",
        "tentwentythirty",
        "MoDiMiDoFr",
        "lumameje",
        "mvemjsun",
        "jfmamjjasond",
        "otttffssen",
        "1one2two3three4four",
        "eastwestnorthsouth",
        "nordostsudwest",
        "FrühlingSommerHerbst",
        "whiskeytangofoxtrot",
        "king-queen-jack",
        "qwerty azerty dvorak",
        "toprowhomerowbottomrow",
        "wenusziemiamars",
        "IIIIIIIVV",
        "понедельник-вторник-среда",
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
    assert_weak(&["rkatkgkqslek", "thsutleo", "q@erg", "gksrnrtkfkd"]);
}

#[test]
fn everyday_words_of_scripts_without_n_grams_are_weaker_than_their_letters() {
    assert_weak(&[
        "안녕하세요",
        "さくら123",
        "サクラ",
        "我爱你123",
        "Καλημέρα",
        "αγάπη1",
        "שלום123",
        "محمد123",
        "สวัสดี",
        "नमस्ते",
    ]);
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
        "aábcčdďe",
        "vwxyzæøå",
        "абвгдђежз",
        "ابپتثجچح",
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
    let mixed: Vec<char> = ('a'..='z').chain('0'..='9').collect();
    let hexadecimal: Vec<char> = ('0'..='9').chain('a'..='f').collect();
    let greek: Vec<char> = "αβγδεζηθικλμνξοπρστυφχψω".chars().collect();
    let kana: Vec<char> = ('あ'..='ん').collect();
    for (alphabet, length, separator) in [
        (&lower, 12, ""),
        (&lower, 12, "-"),
        (&lower, 12, " "),
        (&all, 12, ""),
        (&all, 9, ""),
        (&digits, 20, "-"),
        (&mixed, 10, ""),
        (&hexadecimal, 20, ""),
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
