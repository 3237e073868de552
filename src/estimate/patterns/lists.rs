//! Lists that people recite (numbers, days, months, colours, the compass, planets, notes, the letters of spelling
//! alphabets, keys by name) in the languages of the packs; and words of Korean, Japanese and Chinese as their keyboards
//! write them where the layout was left on Latin.
//!
//! Items follow each other in either direction, joined or with the same separator between, whole or cut to three letters.

use super::log2;
use crate::estimate::PartKind;
use crate::estimate::alphabet;
use crate::estimate::cost::BIT;
use crate::estimate::search::{Match, Variation};
use crate::estimate::text::{self, Char, Text};
use std::sync::OnceLock;

/// The cost of which list it is and where it begins, of its direction, and of how it is written.
const LIST: u32 = 9 * BIT;
const BACKWARDS: u32 = 2 * BIT;
const SEPARATED: u32 = 4 * BIT;
const ABBREVIATED: u32 = 2 * BIT;
/// The letters of an abbreviation.
const ABBREVIATION: usize = 3;
/// The cost of a word that is typed on another layout.
const TYPED: u32 = 14 * BIT;

/// One list a line, accents left out, which are no difference here.
static LISTS: &str = "\
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf
cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce
zero un deux trois quatre cinq six sept huit neuf dix onze douze
zero uno due tre quattro cinque sei sette otto nove dieci undici dodici
zero um dois tres quatro cinco seis sete oito nove dez onze doze
nul een twee drie vier vijf zes zeven acht negen tien elf twaalf
zero jeden dwa trzy cztery piec szesc siedem osiem dziewiec dziesiec
nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh
first second third fourth fifth sixth seventh eighth ninth tenth
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
spring summer autumn winter spring
fruhling sommer herbst winter fruhling
primavera verano otono invierno primavera
printemps ete automne hiver printemps
red orange yellow green blue indigo violet
red green blue yellow orange purple pink brown black white
rot orange gelb grun blau violett
rojo naranja amarillo verde azul morado
rouge orange jaune vert bleu violet
rosso arancione giallo verde blu viola
vermelho laranja amarelo verde azul roxo
rood oranje geel groen blauw paars
czerwony zolty zielony niebieski fioletowy
merah kuning hijau biru ungu
north east south west north
north south east west
nord ost sud west nord
norte sur este oeste
nord sud est ouest
norte sul leste oeste
noord oost zuid west noord
polnoc wschod poludnie zachod
utara timur selatan barat
mercury venus earth mars jupiter saturn uranus neptune pluto
merkur venus erde mars jupiter saturn uranus neptun pluto
mercurio venus tierra marte jupiter saturno urano neptuno pluton
mercure venus terre mars jupiter saturne uranus neptune pluton
mercurio venere terra marte giove saturno urano nettuno plutone
do re mi fa sol la si do
do re mi fa so la ti do
alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu
alfa bravo charlie delta echo foxtrot golf hotel india juliet kilo lima
anton berta casar dora emil friedrich gustav heinrich ida julius kaufmann ludwig martha nordpol otto paula quelle richard samuel theodor ulrich viktor wilhelm xanthippe ypsilon zacharias
able baker charlie dog easy fox george how item jig king love mike nan oboe peter queen roger sugar tare uncle victor william xray yoke zebra
alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega
aleph bet gimel dalet he vav zayin het tet yod
aries taurus gemini cancer leo virgo libra scorpio sagittarius capricorn aquarius pisces
hydrogen helium lithium beryllium boron carbon nitrogen oxygen fluorine neon
qwerty asdfgh zxcvbn
queue double you ee are tee
clubs diamonds hearts spades
один два три четыре пять шесть семь восемь девять десять
понедельник вторник среда четверг пятница суббота воскресенье
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
красный оранжевый желтый зеленый голубой синий фиолетовый
ichi ni san shi go roku shichi hachi kyu ju
hana dul set net daseot yeoseot ilgop yeodeol ahop yeol
yi er san si wu liu qi ba jiu shi
bir iki uc dort bes alti yedi sekiz dokuz on
pazartesi sali carsamba persembe cuma cumartesi pazar";

/// Words as they are typed in Hangul (two-set), in kana (JIS) and in zhuyin. Not taken from a list: everyday words.
static ON_OTHER_LAYOUTS: &str = "\
dkssudgktpdy dkssud tkfkdgo tkfkd qlalfqjsgh eogksalsrnr gksrnr djaak dkqk clsrn gksmf godqhr gkrry tjstodsla qkqh rhdiddl rkddkwl dnfl tptkd cjstk rkwhr tjdnf dkagh skan qkek dugod cnrrn rkatkgkqslek alsemffp anwlro gottkf thskrl dltnstls tpwhdeodhkd ghdrlfehd rlacl qksksk ekfrl rlqma gmlakd vudghk wkdb alth ekfqlc qufqlc\n\
byiaf 3lt@s4 3edw. q@erg 6f94 s4g94 vot@u smq@a tc@h qe94 vj0l d30p 7jq@ rr@g 3e456 tgh:b 6t3xy t@zb4 pype fuv@ mnd@ t0ee\n\
ji394su3 au4a83 su3cl3 w96j0 5j/eji6 vu,4vu,7 a8a8 184187 q/6u.3 vucj0 dj94xk4 w961o3 xl3g vm,6g/ g/b4 h96zj4 ru8wu/6 u/vm/6 ao3xu4 284ru8 cl3bp6 ji3g4";

/// The items of all lists, and where they are by their first two characters.
struct Items {
    /// Nothing between two lists.
    items: Vec<&'static str>,
    by_start: Vec<([char; 2], u16)>,
    /// The first of those that are typed on another layout.
    typed: usize,
}

impl Items {
    /// Made at the first password that needs them.
    fn get() -> &'static Self {
        static ITEMS: OnceLock<Items> = OnceLock::new();
        ITEMS.get_or_init(|| {
            let mut items = vec![""];
            for list in LISTS.lines() {
                items.extend(list.split(' ').chain([""]));
            }
            let typed = items.len();
            items.extend(ON_OTHER_LAYOUTS.split([' ', '\n']));
            let mut by_start = Vec::new();
            for (place, item) in items.iter().enumerate() {
                let mut chars = item.chars();
                if let (Some(first), Some(second)) = (chars.next(), chars.next()) {
                    by_start.push(([first, second], place as u16));
                }
            }
            by_start.sort_unstable();
            Items { items, by_start, typed }
        })
    }

    fn starting(&self, start: [char; 2]) -> impl Iterator<Item = usize> {
        let first = self.by_start.partition_point(|(other, _)| *other < start);
        self.by_start[first..]
            .iter()
            .take_while(move |(other, _)| *other == start)
            .map(|(_, place)| usize::from(*place))
    }
}

pub(super) fn find(text: &Text, found: &mut Vec<Match>) {
    let folded: Vec<char> = text.iter().map(fold).collect();
    let items = Items::get();
    for start in 0..text.len() {
        let Some(&[first, second]) = folded.get(start..start + 2) else { break };
        for place in items.starting([first, second]) {
            if place >= items.typed {
                if let Some(length) = begins(&folded[start..], items.items[place], usize::MAX) {
                    let variation = Variation::default();
                    found.push(Match { kind: PartKind::Word, start, end: start + length, cost: TYPED, variation });
                }
                continue;
            }
            for forwards in [true, false] {
                for longest in [usize::MAX, ABBREVIATION] {
                    recited(text, &folded, start, &items.items, place, (forwards, longest), found);
                }
            }
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
        'ё' | 'Ё' => 'е',
        other if !other.is_ascii() && char.symbol != alphabet::OTHER && other < '\u{180}' => {
            char::from(b'a' + (char.symbol - 1) % 26)
        }
        other => text::lower(other),
    }
}

/// The items that a text recites from a place on, the first of which is `items[place]`.
fn recited(
    text: &[Char],
    folded: &[char],
    start: usize,
    items: &[&str],
    mut place: usize,
    (forwards, longest): (bool, usize),
    found: &mut Vec<Match>,
) {
    let (mut at, mut end, mut count, mut letters, mut separator) = (start, start, 0, 0, None);
    while let Some(length) = begins(&folded[at.min(folded.len())..], items[place], longest) {
        (end, count, letters) = (at + length, count + 1, letters + length);
        let here = folded.get(end).copied().filter(|char| !text::is_alphanumeric(*char));
        if count == 1 {
            separator = here;
        } else if here != separator {
            break;
        }
        at = end + usize::from(separator.is_some());
        place = if forwards { place + 1 } else { place - 1 };
    }
    // `do re` is a text, and so is `fa`.
    if count >= 2 && letters >= 2 * ABBREVIATION {
        let capitals = text[start..end].iter().any(|char| char.upper);
        let cost = LIST
            + log2(count)
            + if forwards { 0 } else { BACKWARDS }
            + if separator.is_some() { SEPARATED } else { 0 }
            + if longest == ABBREVIATION { ABBREVIATED } else { 0 }
            + if capitals { 2 * BIT } else { 0 };
        let variation = Variation { capitals, ..Variation::default() };
        found.push(Match { kind: PartKind::Sequence, start, end, cost, variation });
    }
}
