//! Characters that are another way to write others: full-width and half-width forms, letters in circles and those of
//! mathematics, ligatures, superscripts, Roman numerals. They are read as Unicode's Normalization Form KC has them.
//!
//! The tables of Unicode are too large for a page, and no host shall see another estimate than the next; so this knows
//! the families in which people can write words and numbers, most of them by arithmetic.

/// Half-width katakana and their punctuation, from U+FF61.
const HALF_WIDTH: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309a}";
/// The Greek of mathematics, from U+1D6A8, again after every 58.
const GREEK: &str = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΘΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂εθκφρπ";
/// What stands by itself: a character, what it is another way to write, and a space.
const OTHERS: &str = "ªa ºo ²2 ³3 ¹1 µμ ĲIJ ĳij ŉʼn ſs ǄDŽ ǅDž ǆdž ǇLJ ǈLj ǉlj ǊNJ ǋNj ǌnj ǱDZ ǲDz ǳdz \
ﬀff ﬁfi ﬂfl ﬃffi ﬄffl ﬅst ﬆst ℂC ℊg ℋH ℌH ℍH ℎh ℐI ℑI ℒL ℓl ℕN №No ℙP ℚQ ℛR ℜR ℝR ℠SM ™TM ℤZ ℨZ ℬB ℭC ℯe ℰE ℱF ℳM ℴo ℹi \
ⁱi ⁿn ₐa ₑe ₒo ₓx ₕh ₖk ₗl ₘm ₙn ₚp ₛs ₜt ᴬA ᴮB ᴰD ᴱE ᴳG ᴴH ᴵI ᴶJ ᴷK ᴸL ᴹM ᴺN ᴼO ᴾP ᴿR ᵀT ᵁU ᵂW ᵃa ᵇb ᵈd ᵉe ᵍg ᵏk ᵐm ᵒo ᵖp \
ᵗt ᵘu ᵛv ᵢi ᵣr ᵤu ᵥv ʰh ʲj ʳr ʷw ʸy ˡl ˢs ˣx ⁺+ ⁼= ⁽( ⁾) …... ‥.. ‼!! ⁇?? ⁈?! ⁉!?";
/// The Roman numerals from U+2160, and again in small letters.
const ROMAN: [&str; 16] =
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "L", "C", "D", "M"];

/// The characters that a character is another way to write, or itself.
pub(super) fn decomposed(char: char) -> impl Iterator<Item = char> {
    let mut known = [char, '\0', '\0', '\0'];
    // Most letters that are no ASCII are themselves: Latin, Greek, Cyrillic and those after them.
    if matches!(char, '\u{a0}'..='\u{ff}' | '\u{132}'..='\u{133}' | '\u{149}' | '\u{17f}'..='\u{2ff}' | '\u{1d2c}'..='\u{1d6a}' | '\u{2000}'..='\u{24ff}' | '\u{3000}' | '\u{fb00}'..='\u{fb06}' | '\u{ff01}'..='\u{ff9f}' | '\u{1d400}'..='\u{1f149}')
    {
        decompose(char, &mut known);
    }
    let length = 1 + known[1..].iter().take_while(|&&char| char != '\0').count();
    known.into_iter().take(length)
}

#[inline(never)]
fn decompose(char: char, known: &mut [char; 4]) {
    let code = char as u32;
    let ascii = |code: u32| char::from(code as u8);
    let letter = |place: u32| if place < 26 { ascii(place + 0x41) } else { ascii(place - 26 + 0x61) };
    let from = |list: &str, place: u32| list.chars().nth(place as usize).unwrap_or(char);
    let mut all = |chars: &mut dyn Iterator<Item = char>| {
        for (known, char) in known.iter_mut().zip(chars) {
            *known = char;
        }
    };
    let one = match code {
        0xa0 | 0x3000 => ' ',
        0xff01..=0xff5e => ascii(code - 0xff01 + 0x21),
        0xff61..=0xff9f => from(HALF_WIDTH, code - 0xff61),
        0x1d400..=0x1d6a3 => letter((code - 0x1d400) % 52),
        0x1d6a8..=0x1d7c9 => from(GREEK, (code - 0x1d6a8) % 58),
        0x1d7ce..=0x1d7ff => ascii((code - 0x1d7ce) % 10 + 0x30),
        0x24b6..=0x24e9 => letter(code - 0x24b6),
        0x1f130..=0x1f149 => letter(code - 0x1f130),
        0x2460..=0x2468 => ascii(code - 0x2460 + 0x31),
        0x24ea => '0',
        0x2070 | 0x2074..=0x2079 => ascii(code - 0x2070 + 0x30),
        0x2080..=0x2089 => ascii(code - 0x2080 + 0x30),
        0x2469..=0x2473 => {
            let number = code - 0x2469 + 10;
            return all(&mut [ascii(number / 10 + 0x30), ascii(number % 10 + 0x30)].into_iter());
        }
        0x2474..=0x247c => return all(&mut ['(', ascii(code - 0x2474 + 0x31), ')'].into_iter()),
        0x2488..=0x2490 => return all(&mut [ascii(code - 0x2488 + 0x31), '.'].into_iter()),
        0x249c..=0x24b5 => return all(&mut ['(', ascii(code - 0x249c + 0x61), ')'].into_iter()),
        0x1f110..=0x1f129 => return all(&mut ['(', ascii(code - 0x1f110 + 0x41), ')'].into_iter()),
        0x2160..=0x217f => {
            let small = (code - 0x2160) / 16 * 32;
            let letters = ROMAN[(code as usize - 0x2160) % 16].bytes();
            return all(&mut letters.map(|letter| ascii(u32::from(letter) + small)));
        }
        _ => {
            if let Some(other) = OTHERS.split(' ').find(|other| other.starts_with(char)) {
                all(&mut other.chars().skip(1));
            }
            return;
        }
    };
    all(&mut [one].into_iter());
}
