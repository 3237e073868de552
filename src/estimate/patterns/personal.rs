//! What belongs to the owner: names, addresses, the site, and the current password.
//!
//! The context is cut into tokens: each input whole and without what separates its pieces, the pieces, initials
//! with the last piece, the beginnings of names. A token is looked for everywhere in the password, in every spelling
//! that [`names`] knows, and reversed.
//!
//! Of tokens the index keeps hashes only. A password is hashed from each of its places on, one character more each
//! time, and each hash is looked up: the work does not depend on how much the context holds.

use super::names::{self, Reading};
use crate::estimate::cost::BIT;
use crate::estimate::search::{Match, Variation};
use crate::estimate::text::{self, Char, Text};
use crate::estimate::{Context, PartKind};
use crate::wipe;

/// The most characters of a token: a longer input is known by its pieces.
const LONGEST_TOKEN: usize = 128;
/// The fewest characters of a token, of one that stands by itself between digits and symbols, and of a romanised name.
const SHORTEST: usize = 3;
const SHORTEST_ALONE: usize = 2;
const SHORTEST_ROMANISED: usize = 4;
/// The lengths of names' beginnings that are taken for nicknames.
const NICKNAME: std::ops::RangeInclusive<usize> = 3..=6;
/// The cost of a token, of the current password, and of their variations.
const TOKEN: u32 = 4 * BIT;
const CURRENT: u32 = 2 * BIT;
const INITIALS: u32 = 6 * BIT;
const NICKNAMED: u32 = 8 * BIT;
const CAPITALS: u32 = BIT;
const SUBSTITUTED: u32 = 2 * BIT;
const REVERSED: u32 = 2 * BIT;
const RESPELT: u32 = BIT;
const SEPARATED: u32 = 2 * BIT;
const ROMANISED: u32 = 3 * BIT;

/// What keeps apart the hashes of tokens that are read as they are, and by their sounds.
const PLAIN: u64 = 1;
const SOUNDS: u64 = 2;

/// What a context's inputs hold, ready to be looked for. Made once for a context, however often it is asked.
pub(in crate::estimate) struct Index {
    /// A hash table with open addressing; its length is a power of two. The hash 0 is an empty slot.
    slots: Vec<Slot>,
    used: usize,
    /// The most characters of a reading.
    longest: usize,
    has_sounds: bool,
}

/// A token: the hash of its classes, and of its very letters, and what it costs.
#[derive(Clone, Copy, Default)]
struct Slot {
    hash: u64,
    letters: u32,
    cost: u32,
}

/// FxHash, of the Rust compiler: one multiplication a character.
fn hashed(hash: u64, char: char) -> u64 {
    (hash.rotate_left(5) ^ u64::from(char as u32)).wrapping_mul(0x517c_c1b7_2722_0a95)
}

fn letters_hash(hash: u64, char: &Char) -> u64 {
    hashed(hash, text::lower(char.char))
}

impl Index {
    /// Room for the tokens of so many inputs; more is made when it is needed.
    fn new(inputs: usize) -> Self {
        Self { slots: vec![Slot::default(); 8 * inputs.next_power_of_two()], used: 0, longest: 0, has_sounds: false }
    }

    pub(in crate::estimate) fn of(context: &Context) -> Self {
        let mut index = Self::new(context.inputs().len());
        // A site's own list is thousands of plain words, which have one spelling and need no text.
        let classes: [char; 128] = std::array::from_fn(|code| names::class(&Char::plain(code as u8)));
        for input in context.inputs() {
            let plain = input.bytes().all(|byte| byte.is_ascii_alphanumeric());
            if plain && !names::has_pair(input.as_bytes()) {
                index.add_plain(input.as_bytes(), &classes);
            } else {
                index.add_input(&Text::new(input));
            }
        }
        index
    }

    /// The Latin inputs by their sounds: for passwords in other alphabets, which are few.
    pub(in crate::estimate) fn sounds_of(context: &Context) -> Self {
        let mut index = Self::new(context.inputs().len());
        for input in context.inputs() {
            let input = Text::new(input);
            let pieces: Vec<&[Char]> = input.split(|char| !text::is_alphanumeric(char.char)).collect();
            // What has several pieces is known by them and whole.
            let sides = input.split(|char| char.char == '@').filter(|_| pieces.len() > 1);
            for piece in pieces.iter().copied().chain(sides) {
                if piece.len() >= SHORTEST_ROMANISED && !piece.iter().any(|char| names::is_foreign(char.char)) {
                    index.add_reading(&names::romanised(piece), SOUNDS, 0, TOKEN + ROMANISED);
                }
            }
        }
        index
    }

    fn insert(&mut self, new: Slot) {
        if 2 * self.used >= self.slots.len() {
            let slots = vec![Slot::default(); 4 * self.slots.len()];
            for slot in std::mem::replace(&mut self.slots, slots) {
                if slot.hash != 0 {
                    let place = self.place(slot);
                    self.slots[place] = slot;
                }
            }
        }
        let place = self.place(new);
        let slot = &mut self.slots[place];
        if slot.hash == 0 {
            *slot = new;
            self.used += 1;
        } else {
            slot.cost = slot.cost.min(new.cost);
        }
    }

    /// The slot of this very token, or the empty one where it belongs.
    fn place(&self, new: Slot) -> usize {
        let mut place = self.first(new.hash);
        while self.slots[place].hash != 0
            && (self.slots[place].hash, self.slots[place].letters) != (new.hash, new.letters)
        {
            place = (place + 1) & (self.slots.len() - 1);
        }
        place
    }

    fn first(&self, hash: u64) -> usize {
        (hash >> 32) as usize & (self.slots.len() - 1)
    }

    /// The tokens with this hash.
    fn find(&self, hash: u64) -> impl Iterator<Item = &Slot> {
        let first = self.first(hash);
        let slots = self.slots[first..].iter().chain(&self.slots[..first]);
        slots.take_while(|slot| slot.hash != 0).filter(move |slot| slot.hash == hash)
    }

    /// Adds a reading of a token.
    fn add_reading(&mut self, reading: &[(char, usize)], seed: u64, letters: u64, cost: u32) {
        if (SHORTEST_ALONE..=LONGEST_TOKEN).contains(&reading.len()) {
            let hash = reading.iter().fold(seed, |hash, (class, _)| hashed(hash, *class));
            self.insert(Slot { hash, letters: letters as u32, cost });
            self.longest = self.longest.max(reading.len());
            self.has_sounds |= seed == SOUNDS;
        }
    }

    /// Adds a token in all its spellings.
    fn add(&mut self, token: &[Char], cost: u32) {
        if token.len() < SHORTEST_ALONE {
            return;
        }
        let plain = names::plainly(token);
        let letters = token.iter().fold(0, letters_hash);
        self.add_reading(&plain, PLAIN, letters, cost);
        if token.len() < SHORTEST {
            return;
        }
        let expanded = names::expanded(token);
        if let Some(reading) = &expanded {
            self.add_reading(reading, PLAIN, 0, cost + RESPELT);
        }
        if let Some(reading) = names::contracted(&plain).filter(|reading| reading.len() >= SHORTEST) {
            self.add_reading(&reading, PLAIN, 0, cost + RESPELT);
        }
        if token.len() >= SHORTEST_ROMANISED && token.iter().any(|char| names::is_foreign(char.char)) {
            let reading = names::romanised(token);
            self.add_reading(&reading, SOUNDS, 0, cost + ROMANISED);
            // `х` and `χ` are also written `ch` and `x`.
            for other in ["c", "ks"].iter().filter(|_| reading.iter().any(|(sound, _)| *sound == 'h')) {
                let sounds =
                    reading.iter().map(|&(sound, place)| (if sound == 'h' { *other } else { "" }, sound, place));
                let spelt = sounds.flat_map(|(other, sound, place)| {
                    let sounds = if other.is_empty() { vec![sound] } else { other.chars().collect() };
                    sounds.into_iter().map(move |sound| (sound, place))
                });
                self.add_reading(&spelt.collect::<Vec<_>>(), SOUNDS, 0, cost + ROMANISED + RESPELT);
            }
        }
    }

    /// Adds letters and digits of ASCII that have one spelling, as [`Self::add_input`] does.
    fn add_plain(&mut self, word: &[u8], classes: &[char; 128]) {
        let (mut hash, mut letters, mut name) = (PLAIN, 0, true);
        for (length, byte) in (1..).zip(word) {
            hash = hashed(hash, classes[usize::from(*byte)]);
            letters = hashed(letters, char::from(byte.to_ascii_lowercase()));
            name &= byte.is_ascii_alphabetic();
            if name && length < word.len() && NICKNAME.contains(&length) {
                self.insert(Slot { hash, letters: letters as u32, cost: NICKNAMED });
            }
        }
        if (SHORTEST_ALONE..=LONGEST_TOKEN).contains(&word.len()) {
            self.insert(Slot { hash, letters: letters as u32, cost: TOKEN });
            self.longest = self.longest.max(word.len());
        }
    }

    fn add_input(&mut self, input: &[Char]) {
        self.add(input, TOKEN);
        // Of an address, what stands before the @ and the name of the domain are worth a token each.
        let (name, domain) = input.split_at(input.iter().position(|char| char.char == '@').unwrap_or(input.len()));
        let domain = domain.get(1..).unwrap_or_default();
        let dot = domain.iter().rposition(|char| char.char == '.').unwrap_or(domain.len());
        for side in [name, &domain[..dot]] {
            let pieces: Vec<&[Char]> =
                side.split(|char| !text::is_alphanumeric(char.char)).filter(|piece| !piece.is_empty()).collect();
            if side.len() < input.len() {
                self.add(side, TOKEN);
            }
            for piece in &pieces {
                // Two characters of Chinese, Japanese or Korean are a name.
                let shortest = if piece[0].char >= '\u{3040}' { SHORTEST_ALONE } else { SHORTEST };
                if piece.len() < side.len() && piece.len() >= shortest {
                    self.add(piece, TOKEN);
                }
                let (mut hash, mut letters) = (PLAIN, 0);
                for (length, char) in (1..piece.len()).zip(*piece) {
                    hash = hashed(hash, names::class(char));
                    letters = letters_hash(letters, char);
                    if !text::is_letter(char.char) || length > *NICKNAME.end() {
                        break;
                    }
                    if NICKNAME.contains(&length) {
                        self.insert(Slot { hash, letters: letters as u32, cost: NICKNAMED });
                    }
                }
            }
            if let [first, middle @ .., last] = &*pieces {
                self.add(&pieces.concat(), TOKEN);
                let initials: Vec<Char> = pieces.iter().map(|piece| piece[0]).collect();
                self.add(&initials, if initials.len() < SHORTEST { INITIALS } else { TOKEN });
                // `oneill`, `vanderberg`.
                for pair in pieces.windows(2).filter(|_| !middle.is_empty()) {
                    self.add(&pair.concat(), TOKEN);
                }
                // `hanszimmer`, `hzimmer`, `hansz`, and the other way round.
                for [one, other] in [[first, last], [last, first]] {
                    if !middle.is_empty() || std::ptr::eq(one, last) {
                        self.add(&[*one, *other].concat(), TOKEN);
                    }
                    self.add(&[&one[..1], *other].concat(), TOKEN);
                    self.add(&[*one, &other[..1]].concat(), TOKEN);
                }
            }
        }
    }
}

impl Drop for Index {
    fn drop(&mut self) {
        for slot in &mut self.slots {
            wipe(&mut slot.hash);
            wipe(&mut slot.letters);
        }
    }
}

#[inline(never)]
pub(super) fn find(text: &Text, context: &Context, found: &mut Vec<Match>) {
    if let Some(current) = context.current_password() {
        let mut index = Index::new(1);
        index.add(&Text::new(current), CURRENT);
        look(text, &index, PartKind::CurrentPassword, found);
    }
    if !context.inputs().is_empty() {
        look(text, context.index(), PartKind::Personal, found);
        if text.iter().any(|char| names::is_foreign(char.char)) {
            look_in(text, context.sounds(), PartKind::Personal, names::romanised(text), SOUNDS, 0, found);
        }
    }
}

/// Looks for the tokens of an index in all readings of a text.
fn look(text: &Text, index: &Index, kind: PartKind, found: &mut Vec<Match>) {
    look_in(text, index, kind, names::plainly(text), PLAIN, 0, found);
    if text.iter().any(names::separates) {
        look_in(text, index, kind, names::squeezed(text), PLAIN, SEPARATED, found);
    }
    if let Some(expanded) = names::expanded(text) {
        look_in(text, index, kind, expanded, PLAIN, RESPELT, found);
    }
    if index.has_sounds {
        look_in(text, index, kind, names::romanised(text), SOUNDS, 0, found);
    }
}

fn look_in(
    text: &[Char],
    index: &Index,
    kind: PartKind,
    mut reading: Reading,
    seed: u64,
    extra: u32,
    found: &mut Vec<Match>,
) {
    let letter = |place: usize| text.get(place).is_some_and(|char| text::is_letter(char.char));
    for reversed in [false, true] {
        if reversed {
            reading.reverse();
        }
        for start in 0..reading.len() {
            let (mut hash, mut letters) = (seed, 0);
            for (length, &(class, place)) in reading[start..].iter().take(index.longest).enumerate() {
                hash = hashed(hash, class);
                letters = letters_hash(letters, &text[place]);
                let tokens = index.find(hash);
                let cheapest = tokens.map(|token| {
                    token.cost + extra + {
                        // Other letters, or none to compare: then a digit is taken for a letter that it stands for.
                        let other = token.letters != 0 && token.letters != letters as u32;
                        if other { SUBSTITUTED } else { 0 }
                    }
                });
                let Some(cost) = cheapest.min() else { continue };
                // The first and the last character of what is read.
                let (one, other) = (reading[start].1, place);
                let (from, mut to) = (one.min(other), one.max(other) + 1);
                let length = length + 1;
                if seed == SOUNDS {
                    // One sound may be several letters.
                    let next = if reversed { start.checked_sub(1) } else { Some(start + length) };
                    to = next.and_then(|next| reading.get(next)).map_or(text.len(), |next| next.1);
                }
                let alone = (from == 0 || !letter(from - 1)) && !letter(to);
                if (length < SHORTEST && !alone) || (seed != PLAIN && to - from < SHORTEST_ROMANISED) {
                    continue;
                }
                let span = &text[from..to];
                let capitals = span.iter().any(|char| char.upper);
                let substituted = span.iter().any(|char| char.letter != 0) && cost >= TOKEN + SUBSTITUTED;
                let cost = cost + if capitals { CAPITALS } else { 0 } + if reversed { REVERSED } else { 0 };
                let variation = Variation { capitals, substituted, reversed };
                found.push(Match { kind, start: from, end: to, cost, variation });
            }
        }
    }
}
