//! Lists that people recite (numbers, days, months, colours, the compass, planets, notes, the letters of spelling
//! alphabets, keys by name) in the languages of the packs; and words of Korean, Japanese and Chinese as their keyboards
//! write them where the layout was left on Latin.
//!
//! Items follow each other in either direction or, for a little more, in any order; joined or with the same separator
//! between; whole or cut to their first three letters, two or one.

use super::{keyboard, log2, names};
use crate::estimate::PartKind;
use crate::estimate::alphabet;
use crate::estimate::cost::BIT;
use crate::estimate::search::{Match, Variation};
use crate::estimate::text::{self, Char, Text};
use std::sync::OnceLock;

/// The cost of which list it is and where it begins, of how it is written, and of an item that is not the next one.
const LIST: u32 = 9 * BIT;
const BACKWARDS: u32 = 2 * BIT;
const SEPARATED: u32 = 4 * BIT;
const ABBREVIATED: u32 = 2 * BIT;
const JUMP: u32 = 4 * BIT;
/// So many letters of each item make an abbreviation, and so many items one that tells: `mon tue`, `mo di mi`, `mvemj`.
const ABBREVIATIONS: [(usize, usize); 4] = [(usize::MAX, 2), (3, 2), (2, 3), (1, 5)];
/// The fewest letters of what is recited whole: `do re` is a text, and so is `fa`.
const SHORTEST: usize = 6;
/// The cost of an everyday word of another script, and of one that is typed on another layout.
const WORD: u32 = 12 * BIT;
const TYPED: u32 = 14 * BIT;
/// The fewest keys of such a word, and the fewest syllables of words that are not listed, and what each costs.
const SHORTEST_TYPED: usize = 4;
const FEWEST_SYLLABLES: u32 = 2;
const SYLLABLE: u32 = 13 * BIT / 2;
/// How many lines of [`WORDS`] are also looked for as they are typed.
const TYPED_LINES: usize = 3;

/// One list a line, accents left out, which are no difference here.
static LISTS: &str = "\
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
null ein eins zwei drei vier funf fuenf sechs sieben acht neun zehn elf zwolf zwoelf dreizehn zwanzig hundert tausend
cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece veinte cien mil
zero un deux trois quatre cinq six sept huit neuf dix onze douze treize vingt cent mille
zero uno due tre quattro cinque sei sette otto nove dieci undici dodici venti cento mille
zero um dois tres quatro cinco seis sete oito nove dez onze doze vinte cem mil
nul een twee drie vier vijf zes zeven acht negen tien elf twaalf twintig honderd duizend
zero jeden dwa trzy cztery piec szesc siedem osiem dziewiec dziesiec jedenascie dwanascie sto tysiac
nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas seratus seribu
first second third fourth fifth sixth seventh eighth ninth tenth
erste zweite dritte vierte funfte
primero segundo tercero cuarto quinto
premier deuxieme troisieme quatrieme cinquieme
i ii iii iv v vi vii viii ix x xi xii
sunday monday tuesday wednesday thursday friday saturday sunday
sonntag montag dienstag mittwoch donnerstag freitag samstag sonntag
domingo lunes martes miercoles jueves viernes sabado domingo
dimanche lundi mardi mercredi jeudi vendredi samedi dimanche
domenica lunedi martedi mercoledi giovedi venerdi sabato domenica
domingo segunda terca quarta quinta sexta sabado domingo
zondag maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
niedziela poniedzialek wtorek sroda czwartek piatek sobota niedziela
minggu senin selasa rabu kamis jumat sabtu minggu
january february march april may june july august september october november december january
januar februar marz april mai juni juli august september oktober november dezember januar
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre enero
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janvier
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre gennaio
janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro janeiro
januari februari maart april mei juni juli augustus september oktober november december januari
styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien styczen
januari februari maret april mei juni juli agustus september oktober november desember januari
spring summer autumn fall winter spring
fruhling fruehling sommer herbst winter fruhling
primavera verano otono invierno primavera
printemps ete automne hiver printemps
primavera estate autunno inverno primavera
primavera verao outono inverno primavera
lente zomer herfst winter lente
wiosna lato jesien zima wiosna
red orange yellow green blue indigo violet purple pink brown black white grey gray silver gold
rot orange gelb grun gruen blau violett lila rosa braun schwarz weiss grau silber gold
rojo naranja amarillo verde azul morado violeta rosa marron negro blanco gris
rouge orange jaune vert bleu indigo violet rose marron noir blanc gris
rosso arancione giallo verde blu azzurro viola rosa marrone nero bianco grigio
vermelho laranja amarelo verde azul roxo rosa marrom preto branco cinza
rood oranje geel groen blauw paars roze bruin zwart wit grijs
czerwony pomaranczowy zolty zielony niebieski fioletowy rozowy brazowy czarny bialy szary
merah jingga kuning hijau biru nila ungu coklat hitam putih
north northeast east southeast south southwest west northwest north up down left right
nord nordost ost sudost sud suedost sued sudwest west nordwest nord oben unten links rechts
norte sur este oeste arriba abajo izquierda derecha
nord sud est ouest haut bas gauche droite
nord sud est ovest
norte sul leste oeste
noord oost zuid west noord
polnoc wschod poludnie zachod
utara timur selatan barat
mercury venus earth mars jupiter saturn uranus neptune pluto
merkur venus erde mars jupiter saturn uranus neptun pluto
mercurio venus tierra marte jupiter saturno urano neptuno pluton
mercure venus terre mars jupiter saturne uranus neptune pluton
mercurio venere terra marte giove saturno urano nettuno plutone
mercurio venus terra marte jupiter saturno urano netuno plutao
mercurius venus aarde mars jupiter saturnus uranus neptunus pluto
merkury wenus ziemia mars jowisz saturn uran neptun pluton
merkurius venus bumi mars jupiter saturnus uranus neptunus
do re mi fa sol la si do ut
do re mi fa so la ti do
alpha alfa bravo charlie delta echo foxtrot golf hotel india juliett juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu
anton berta casar caesar dora emil friedrich gustav heinrich ida julius kaufmann ludwig martha nordpol otto paula quelle richard samuel siegfried theodor ulrich viktor wilhelm xanthippe ypsilon zacharias
anatole berthe celestin desire eugene francois gaston henri irma joseph kleber louis marcel nicolas oscar pierre
ancona bologna como domodossola empoli firenze genova imola livorno milano napoli otranto padova roma savona torino udine venezia zara
antonio barcelona carmen dolores enrique francia gerona historia inglaterra jose kilo lorenzo madrid
anton bernhard cornelis dirk eduard ferdinand gerard hendrik izaak
adam barbara celina dorota ewa felicja genowefa henryk irena jadwiga karol leon maria natalia olga pawel
adam boy charles david edward frank george henry ida john king lincoln mary nora ocean
able baker charlie dog easy fox george how item jig king love mike nan oboe peter queen roger sugar tare uncle victor william xray yoke zebra
alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega
aleph alef bet gimel dalet he vav zayin het tet yod
aries taurus gemini cancer leo virgo libra scorpio sagittarius capricorn aquarius pisces
hydrogen helium lithium beryllium boron carbon nitrogen oxygen fluorine neon
morning noon afternoon evening night midnight breakfast lunch dinner
tiny small medium large huge giant
clubs diamonds hearts spades jack queen king ace joker ten
qwerty asdfgh zxcvbn qwertz yxcvbn azerty qsdfgh wxcvbn dvorak colemak keyboard
top home bottom number row
один два три четыре пять шесть семь восемь девять десять
раз два три четыре пять
понедельник вторник среда четверг пятница суббота воскресенье понедельник
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь январь
зима весна лето осень зима
красный оранжевый желтый зеленый голубой синий фиолетовый черный белый
ichi ni san shi go roku shichi hachi kyu ju
hana dul set net daseot yeoseot ilgop yeodeol ahop yeol
하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열
いち に さん よん ご ろく なな はち きゅう じゅう
yi er san si wu liu qi ba jiu shi
bir iki uc dort bes alti yedi sekiz dokuz on
pazartesi sali carsamba persembe cuma cumartesi pazar";

/// Everyday words and names in other scripts, without accents; not taken from a list. The first three lines are also
/// looked for as they are typed where the layout was left on Latin: Hangul, kana and Cyrillic.
static WORDS: [&str; 8] = [
    "안녕하세요 안녕 사랑해 사랑 사랑해요 비밀번호 대한민국 한국 한글 바보 엄마 아빠 가족 친구 행복 하늘 바다 나라 우리 학교 선생님 고양이 강아지 서울 부산 세계 천사 천국 조선 성남 축구 야구 감사합니다 마음 태양 별빛 은하수 무지개 김치 미국 영국 일본 중국 민수 철수 영희 지영 민지 지훈 수진 은지 미영 현우 민준 서연 지우 하나 소녀 소녀시대 공주 왕자 호랑이 토끼 나비 나무 구름 희망 평화 인생 컴퓨터 인터넷 암호 패스워드 관리자 홍길동 반갑습니다 오빠 언니 동생 여보 자기 사과 딸기 포도 커피 김 이 박 최 정",
    "さくら あいしてる ありがとう こんにちは おはよう さようなら さよなら ぱすわーど にほん とうきょう おおさか きょうと たなか すずき さとう たかはし わたなべ やまだ やまもと なかむら こばやし はなこ たろう ゆうき はると ひかり あきら けんじ ひろし まさと ゆうこ あおい みかん いちご ともだち だいすき ひまわり おかあさん せかい しあわせ かわいい ふじさん ねこ いぬ そら うみ はな",
    "любовь люблю тебя любимая любимый привет солнышко солнце зайка котенок наташа настя марина андрей сергей алексей дмитрий максим александр екатерина мама папа семья счастье москва россия спартак пароль никита кристина україна кохання",
    "我爱你 爱你 密码 你好 中国 北京 上海 妈妈 爸爸 老婆 老公 宝贝 快乐 幸福 朋友 天使 世界 我们 我的 密碼 愛 我愛你 日本 東京 大阪 京都 愛してる 王 李 张 刘 陈 小明 永远 一生 一世 生日 家 猫 狗 龍 龙 田中 鈴木 佐藤 山田",
    "καλημερα καλησπερα αγαπη σαγαπω κωδικος ελλαδα αθηνα γιωργος δημητρης κωστας γιαννης νικος μαρια ελενη κατερινα αλεξανδρος παναγιωτης θαλασσα ουρανος ηλιος μαμα μπαμπας παναθηναικος ολυμπιακος θεσσαλονικη αγαπημου κυπρος βασιλης χρηστος σοφια",
    "שלום ישראל אהבה סיסמה ירושלים תודה אבא אמא אני אוהב אותך משה דוד יוסף אברהם שרה רחל יעקב חיים תלאביב חיפה בית ילד שמש מכבי הפועל",
    "محمد احمد الله السلام عليكم سلام مرحبا حبيبي حبيبتي احبك علي حسن حسين فاطمة عبدالله مصر بغداد القاهرة ماما بابا كلمة السر سر حب بسم عمر خالد يوسف مريم سارة نور قمر شمس فلسطين العراق تهران ایران عشق دوستت دارم",
    "รักนะ รัก สวัสดี ประเทศไทย กรุงเทพ รหัสผ่าน แม่ พ่อ नमस्ते भारत प्यार राम मां पासवर्ड სიყვარული საქართველო თბილისი գալ սեր հայաստան",
];

/// Words of Chinese as they are typed in zhuyin. Not taken from a list.
static ZHUYIN: &str = "ji394su3 au4a83 su3cl3 w96j0 5j/eji6 vu,4vu,7 a8a8 184187 q/6u.3 vucj0 dj94xk4 w961o3 xl3g vm,6g/ g/b4 h96zj4 ru8wu/6 u/vm/6 ao3xu4 284ru8 cl3bp6 ji3g4 ji32k7au4a83 ji3ul4 1jp6u4 z83 rup wu0wu0 sm3 u03 dk vu04 fm4 vup wj/6 2u/4";

/// The keys of Hangul: of what begins a syllable, of its vowel and of what ends it.
const INITIALS: &str = "r R s e E f a q Q t T d w W c z x v g";
const VOWELS: &str = "k o i O j p u P h hk ho hl y n nj np nl b m ml l";
const FINALS: &str = " r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g";
/// The keys of `ぁ` to `ん` on a JIS keyboard: `@` and `[` after the key of the one before, where a space is, for its marks.
const KANA: &[u8; 83] = b"#3Ee$4%5^6t g h : b x d r p c q a Zz w s ui1,kf  v  2  ^  -  jn]/m'7(8)9ol.;\\ 0  !y";

/// The keys that a word in Hangul, kana or Cyrillic is typed with.
fn keys(word: &str) -> String {
    let mut keys = String::new();
    for char in word.chars() {
        let code = char as usize;
        if let Some(syllable) = code.checked_sub(0xac00) {
            let part = |of: &'static str, place: usize| of.split(' ').nth(place).unwrap_or_default();
            keys.extend([
                part(INITIALS, syllable / 588),
                part(VOWELS, syllable % 588 / 28),
                part(FINALS, syllable % 28),
            ]);
        } else if let Some(place) = code.checked_sub('ぁ' as usize).filter(|&place| place < KANA.len()) {
            let marks = KANA[..=place].iter().rev().take_while(|&&key| key == b' ').count();
            keys.push(char::from(KANA[place - marks]));
            keys.push_str(["", "@", "["][marks.min(2)]);
        } else if let Some(key) = keyboard::latin_key(char) {
            keys.push(char::from(key));
        } else {
            keys.push('\\');
        }
    }
    keys
}

/// What an item is.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Recited,
    Word,
    /// A word, or a syllable of such words, as it is typed on Latin keys.
    Typed,
    Syllable,
}

/// Marks an item of the index of which the first letter is followed by that of a neighbour.
const INITIAL: u16 = 1 << 15;

/// The items of all lists, and where they are by their first characters.
struct Items {
    /// Nothing between two lists.
    items: Vec<(String, Kind)>,
    /// The first two characters, or one and nothing.
    by_start: Vec<([char; 2], u16)>,
}

impl Items {
    /// Made at the first password that needs them.
    fn get() -> &'static Self {
        static ITEMS: OnceLock<Items> = OnceLock::new();
        ITEMS.get_or_init(|| {
            let mut items = vec![(String::new(), Kind::Recited)];
            for list in LISTS.lines() {
                items.extend(list.split(' ').chain([""]).map(|item| (item.to_owned(), Kind::Recited)));
            }
            for (place, words) in WORDS.iter().enumerate() {
                for word in words.split(' ') {
                    items.push((word.to_owned(), Kind::Word));
                    if place < TYPED_LINES {
                        items.push((keys(word), Kind::Typed));
                    }
                }
            }
            let mut syllables: Vec<char> = WORDS[0].chars().filter(|char| *char != ' ').collect();
            syllables.sort_unstable();
            syllables.dedup();
            items.extend(syllables.iter().map(|char| (keys(&char.to_string()), Kind::Syllable)));
            items.extend(ZHUYIN.split(' ').map(|word| (word.to_owned(), Kind::Typed)));
            let mut by_start = Vec::new();
            for (place, (item, kind)) in items.iter().enumerate() {
                let mut chars = item.chars();
                if let Some(first) = chars.next() {
                    by_start.push(([first, chars.next().unwrap_or_default()], place as u16));
                    // What is recited by its first letters.
                    let next = items.get(place + 1).and_then(|next| next.0.chars().next());
                    let previous = items[place - 1].0.chars().next();
                    for neighbour in [next, previous].into_iter().flatten().filter(|_| *kind == Kind::Recited) {
                        by_start.push(([first, neighbour], place as u16 | INITIAL));
                    }
                }
            }
            by_start.sort_unstable();
            Items { items, by_start }
        })
    }

    /// The items that begin like this, and whether only their first letters are meant.
    fn starting(&self, start: [char; 2]) -> impl Iterator<Item = (usize, bool)> {
        let first = self.by_start.partition_point(|(other, _)| *other < start);
        let found = self.by_start[first..].iter().take_while(move |(other, _)| *other == start);
        found.map(|(_, place)| (usize::from(place & !INITIAL), place & INITIAL != 0))
    }

    /// The list of the item at a place.
    fn list(&self, place: usize) -> std::ops::Range<usize> {
        let ends = |item: &(String, Kind)| item.0.is_empty();
        let first = self.items[..place].iter().rposition(ends).map_or(0, |end| end + 1);
        first..place + self.items[place..].iter().position(ends).unwrap_or(self.items.len() - place)
    }
}

pub(super) fn find(text: &Text, found: &mut Vec<Match>) {
    let mut folded: Vec<char> = text.iter().map(fold).collect();
    folded.push('\0');
    let items = Items::get();
    let recitation = Recitation { text, folded: &folded, items };
    // How far known syllables go on from each place, and how many of them.
    let mut syllables: Vec<(usize, u32)> = (0..text.len() + 1).map(|place| (place, 0)).collect();
    for start in (0..text.len()).rev() {
        for (place, initial) in items.starting([folded[start], folded[start + 1]]) {
            let (item, kind) = &items.items[place];
            if *kind == Kind::Recited {
                let abbreviations = if initial { &ABBREVIATIONS[3..] } else { &ABBREVIATIONS[..3] };
                for &(letters, fewest) in abbreviations {
                    recitation.find(start, place, letters, fewest, found);
                }
                continue;
            }
            let length = item.chars().count();
            let Some(here) = folded.get(start..start + length) else { continue };
            let cost = match kind {
                Kind::Word if item.chars().eq(here.iter().copied()) => WORD,
                // Keys are told apart by Shift.
                Kind::Typed | Kind::Syllable
                    if item.chars().eq(text.iter().skip(start).take(length).map(|char| char.char)) =>
                {
                    if *kind == Kind::Syllable {
                        let (end, count) = syllables[start + length];
                        if end > syllables[start].0 {
                            syllables[start] = (end, count + 1);
                        }
                        continue;
                    }
                    TYPED
                }
                _ => continue,
            };
            if *kind == Kind::Word || length >= SHORTEST_TYPED {
                let variation = Variation::default();
                found.push(Match { kind: PartKind::Word, start, end: start + length, cost, variation });
            }
        }
        let (end, count) = syllables[start];
        if count >= FEWEST_SYLLABLES {
            let (cost, variation) = (TYPED / 2 + count * SYLLABLE, Variation::default());
            found.push(Match { kind: PartKind::Word, start, end, cost, variation });
        }
    }
}

/// The length of an item, cut to `longest` letters, that a text begins with.
fn begins(folded: &[char], item: &str, longest: usize) -> Option<usize> {
    let mut length = 0;
    for letter in item.chars().take(longest) {
        if folded.get(length) != Some(&letter) {
            return None;
        }
        length += 1;
    }
    (length > 0).then_some(length)
}

fn fold(char: &Char) -> char {
    match char.char {
        other if !other.is_ascii() && char.symbol != alphabet::OTHER && other < '\u{180}' => {
            char::from(b'a' + (char.symbol - 1) % 26)
        }
        katakana @ 'ァ'..='ヶ' => char::from_u32(katakana as u32 - 0x60).unwrap_or(katakana),
        'أ' | 'إ' | 'آ' => 'ا',
        other => names::plain(text::lower(other)),
    }
}

struct Recitation<'a> {
    text: &'a [Char],
    folded: &'a [char],
    items: &'a Items,
}

impl Recitation<'_> {
    /// The items of a list that a text recites from `start` on, so many letters of each. Each is the next one of its
    /// list in one direction; where they are not abbreviated beyond recognition, any other one costs more.
    fn find(&self, start: usize, mut place: usize, letters: usize, fewest: usize, found: &mut Vec<Match>) {
        let item = |place: usize, at: usize| {
            begins(self.folded.get(at..).unwrap_or_default(), &self.items.items[place].0, letters)
        };
        let Some(length) = item(place, start) else { return };
        let mut end = start + length;
        let at = |place: usize| self.folded.get(place).copied().filter(|char| !text::is_letter(*char) && *char != '\0');
        // The same each time, or digits that count.
        let mut separator = at(end);
        let separated = usize::from(separator.is_some());
        let (mut count, mut jumps, mut direction) = (1, 0, 0);
        let mut list = None;
        loop {
            let next = end + separated;
            let step = |direction: isize| {
                let other = place.wrapping_add_signed(direction);
                item(other, next).map(|length| (other, length, direction, 0))
            };
            let found = match direction {
                0 => step(1).or_else(|| step(-1)),
                direction => step(direction),
            };
            let found = found.or_else(|| {
                let list = if letters < 3 { 0..0 } else { list.get_or_insert_with(|| self.items.list(place)).clone() };
                let others = list.filter_map(|other| Some((other, item(other, next)?, direction, 1)));
                others.max_by_key(|other| other.1)
            });
            let Some((other, length, towards, jump)) = found else { break };
            if separated > 0 && count > 1 {
                let (one, here) = (separator.map_or(0, u32::from), at(end).map_or(0, u32::from));
                if one != here && !(at(end).is_some_and(|char| char.is_ascii_digit()) && one.abs_diff(here) == 1) {
                    break;
                }
                separator = at(end);
            }
            (place, end, direction, jumps, count) = (other, next + length, towards, jumps + jump, count + 1);
        }
        let whole = self.folded[start..end].iter().filter(|char| text::is_letter(**char)).count();
        if count >= fewest && (whole >= SHORTEST || letters < 3) {
            let capitals = self.text[start..end].iter().any(|char| char.upper);
            let cost = LIST
                + log2(count)
                + jumps * JUMP
                + if direction < 0 { BACKWARDS } else { 0 }
                + if separated > 0 { SEPARATED } else { 0 }
                + if letters < usize::MAX { ABBREVIATED } else { 0 }
                + if capitals { 2 * BIT } else { 0 };
            let variation = Variation { capitals, ..Variation::default() };
            found.push(Match { kind: PartKind::Sequence, start, end, cost, variation });
        }
    }
}
