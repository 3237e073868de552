//! Sequences: characters that follow each other in their script, at even steps. `abcdef`, `97531`, `абвг`.

use super::log2;
use crate::estimate::PartKind;
use crate::estimate::cost::BIT;
use crate::estimate::search::{Match, Variation};
use crate::estimate::text::{self, Char, Text};
use std::sync::OnceLock;

/// The fewest characters of a sequence.
const SHORTEST: usize = 3;
/// The largest step that people count in.
const LARGEST_STEP: i64 = 5;
/// The cost of a sequence, of one that starts somewhere else than at an end of its alphabet, and of one that
/// goes down.
const SEQUENCE: u32 = 5 * BIT;
const ANYWHERE: u32 = 2 * BIT;
const DOWN: u32 = BIT;

/// Alphabets and numerals in the order in which they are recited, where that is not Unicode's.
const ALPHABETS: &[&str] = &[
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "אבגדהוזחטיכלמנסעפצקרשת",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん",
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    "いろはにほへとちりぬるを",
    "가나다라마바사아자차카타파하",
    "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "ㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣ",
    "अआइईउऊऋएऐओऔ",
    "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह",
    "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
    "零一二三四五六七八九十",
    "〇一二三四五六七八九十百千万",
    "壹贰叁肆伍陆柒捌玖拾",
    "壱弐参肆伍陸漆捌玖拾",
    "일이삼사오육칠팔구십",
    "甲乙丙丁戊己庚辛壬癸",
    "子丑寅卯辰巳午未申酉戌亥",
    "鼠牛虎兔龙蛇马羊猴鸡狗猪",
    "日月火水木金土",
    "月火水木金土日",
    "월화수목금토일",
    "東南西北",
    "东南西北",
    "春夏秋冬",
    "春夏秋冬春",
    "ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙ",
    "aąbcćdeęfghijklłmnńoóprsśtuwyzźż",
    "abcçdefgğhıijklmnoöprsştuüvyz",
    "aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzž",
    "abcčćdđefghijklmnoprsštuvzž",
    "aăâbcdđeêghiklmnoôơpqrstuưvxy",
    "aáeéiíoóöőuúüű",
    "aăâbcdefghiîjklmnopqrsștțuvwxyz",
    "lmnñopq",
    "wxyzæøå",
    "wxyzåäö",
    "wxyzäöüß",
    "абвгдђежзијклљмнњопрстћуфхцчџш",
    "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "ሀለሐመሠረሰሸቀበተቸኀነኘአከ",
];

/// The neighbours in all alphabets, sorted. Made at the first password with a character that is no ASCII.
fn neighbours() -> &'static [[char; 2]] {
    static NEIGHBOURS: OnceLock<Vec<[char; 2]>> = OnceLock::new();
    NEIGHBOURS.get_or_init(|| {
        let pairs = ALPHABETS.iter().flat_map(|alphabet| alphabet.chars().zip(alphabet.chars().skip(1)));
        let mut pairs: Vec<[char; 2]> = pairs.map(|(one, next)| [one, next]).collect();
        pairs.sort_unstable();
        pairs
    })
}

/// Runs of an alphabet, up or down, of characters that are no ASCII.
fn recited(text: &Text, found: &mut Vec<Match>) {
    let neighbours = neighbours();
    let at = |index: usize| text::lower(text[index].char);
    for down in [false, true] {
        let follows = |index: usize| {
            let (before, here) = (at(index - 1), at(index));
            neighbours.binary_search(&if down { [here, before] } else { [before, here] }).is_ok()
        };
        let mut start = 0;
        while start + SHORTEST <= text.len() {
            let end = (start + 1..text.len()).find(|&index| !follows(index)).unwrap_or(text.len());
            if end - start >= SHORTEST && (start..end).any(|index| !text[index].char.is_ascii()) {
                let edge = ALPHABETS.iter().any(|list| list.starts_with(at(start)) || list.ends_with(at(start)));
                let cost =
                    SEQUENCE + log2(end - start) + BIT + if edge { 0 } else { ANYWHERE } + if down { DOWN } else { 0 };
                found.push(Match { kind: PartKind::Sequence, start, end, cost, variation: Variation::default() });
            }
            start = end;
        }
    }
}

/// Whether a text goes on at one even step.
pub(super) fn is_one(text: &[Char]) -> bool {
    let step = |pair: &[Char]| i64::from(pair[1].char as u32) - i64::from(pair[0].char as u32);
    let first = text.get(..2).map_or(0, step);
    (1..=LARGEST_STEP).contains(&first.abs()) && text.windows(2).all(|pair| step(pair) == first)
}

#[inline(never)]
pub(super) fn find(text: &Text, found: &mut Vec<Match>) {
    if text.iter().any(|char| !char.char.is_ascii()) {
        recited(text, found);
    }
    let step = |index: usize| i64::from(text[index].char as u32) - i64::from(text[index - 1].char as u32);
    let mut start = 0;
    while start + SHORTEST <= text.len() {
        let delta = step(start + 1);
        let mut end = start + 2;
        while end < text.len() && step(end) == delta {
            end += 1;
        }
        if end - start >= SHORTEST && (1..=LARGEST_STEP).contains(&delta.abs()) {
            let obvious = matches!(text[start].char, 'a' | 'A' | 'z' | 'Z' | '0' | '1' | '9');
            let cost = SEQUENCE
                + if obvious { 0 } else { ANYWHERE }
                + if delta < 0 { DOWN } else { 0 }
                + 2 * log2(delta.unsigned_abs() as usize)
                + log2(end - start);
            found.push(Match { kind: PartKind::Sequence, start, end, cost, variation: Variation::default() });
        }
        start = end - 1;
    }
}
