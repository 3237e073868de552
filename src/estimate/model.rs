//! What people choose, in one small file.
//!
//! # What the model is
//!
//! Two things, and a table that turns both into guess numbers.
//!
//! **Character n-grams.** How likely is `y` after `ke`? The model knows every character that a keyboard types, as it is
//! typed: capitals, digits and symbols are characters like others, so that it learns where people put them. For contexts
//! of up to two characters it holds the costs of those characters after them that training found worth their bytes:
//! cost is `-log2 P`, in [`BIT`]ths. What a context does not list is charged the context's *backoff* and looked up after
//! the context without its first character (Katz, 1987; smoothed after Witten and Bell, 1991; pruned after Seymore and
//! Rosenfeld, 1996).
//!
//! ```text
//! P(password) = P(p|⊢) P(a|⊢p) P(s|pa) P(s|as) P(w|ss) … P(⊣|rd)
//!
//!        ⊢ ─┬─ p ─┬─ a     a tree: the children of a node are the characters that it lists, sorted
//!           │     └─ r
//!           └─ …
//! ```
//!
//! **Popular words.** The most popular passwords, spelt out, each with the cost that its rank deserves: what
//! n-grams smear, rank knows exactly.
//!
//! **Guess numbers.** The cost of a password is no guess number: that is how many passwords cost less. It was
//! estimated when the model was built, by drawing passwords from the model itself (Dell'Amico and Filippone,
//! "Monte Carlo Strength Evaluation", CCS 2015), and is kept as a table of [`GUESSES`] steps.
//!
//! # How it is packed
//!
//! The file is read where it lies: nothing is parsed, hashed or copied when it is loaded. It is made of arrays
//! of bytes, one kind of value each, so that a compressor finds in each array what is alike:
//!
//! ```text
//! lengths   u16 × 4      n-grams of two and of three characters, letters of words, words
//! guesses   u16 × 64     log10 of the guess number in thousandths, one every four bits of cost
//! levels    for n-grams of one to three characters each, in order:
//!             last character (not of single ones, which are all there) and cost;
//!             but for the longest: number of children, backoff, and where the children of each 32nd begin, u16
//! groups    for each of 37 × 37 first two symbols: how many words and letters, low bytes and high bytes;
//!           then for each first symbol how many words and letters are before
//! words     the words' letters, then their costs
//! ```
//!
//! Integers are little-endian. An n-gram's children lie together, in the order of their parents, so the place
//! of the first child is the sum of the numbers of children before it, of which every 32nd is written down.
//! Words are sorted and grouped by their first two symbols, which are left out. Each is a byte `128 | shared` and
//! the letters that it adds to those it shares with the word before it in its group. They are letters, not
//! symbols, since compressors know English; a point is any character that is neither letter nor digit.
//!
//! # What it cannot know
//!
//! Anything that is not a habit of spelling: keyboard walks, dates, repeats, the owner's name. Those are what
//! [`patterns`](super::patterns) is for. It knows the characters of ASCII; accents and other scripts are charged by
//! [`text`](super::text).

use super::alphabet::{BOUNDARY, CHARACTERS, SYMBOLS, symbol};
use super::cost::BIT;

/// What a step of a stored cost is worth.
pub const STEP: u32 = BIT / 2;
/// The most characters of an n-gram.
pub const ORDER: usize = 3;
/// How many entries the table of guess numbers has, one every [`GUESSES_STEP`].
pub const GUESSES: usize = 64;
/// The cost between two entries of the table of guess numbers.
pub const GUESSES_STEP: u32 = 4 * BIT;
/// How many n-grams share one written-down place of children.
pub const SAMPLE: usize = 32;
/// What a step of a word's stored cost is worth.
const WORD_STEP: u32 = BIT / 4;
/// Marks the byte that tells how many letters a word shares with the one before.
pub const SHARED: u8 = 128;
/// The most symbols of a word.
pub const MAX_WORD: usize = 24;

/// The model that is compiled in.
pub static MODEL: &[u8] = include_bytes!("model.bin");

/// The model, in place.
#[derive(Clone, Copy)]
pub struct Model<'a> {
    guesses: &'a [u8],
    levels: [Level<'a>; ORDER],
    groups: Groups<'a>,
    words: &'a [u8],
    word_costs: &'a [u8],
}

/// The n-grams of one length.
#[derive(Clone, Copy, Default)]
struct Level<'a> {
    characters: &'a [u8],
    costs: &'a [u8],
    children: &'a [u8],
    backoffs: &'a [u8],
    places: &'a [u8],
}

/// Where the words with the same first two symbols lie.
#[derive(Clone, Copy)]
struct Groups<'a> {
    /// The low and the high bytes of how many words they have.
    words: [&'a [u8]; 2],
    /// The low and the high bytes of the lengths of their letters.
    lengths: [&'a [u8]; 2],
    places: &'a [u8],
}

/// What stands before a place in a text: the n-grams of one and of two characters that end there, where the model has them.
#[derive(Clone, Copy)]
pub struct State([Option<u16>; ORDER - 1]);

impl State {
    /// Before the first character.
    pub const START: Self = Self([Some(BOUNDARY as u16), None]);
    /// After a character that the model does not know.
    pub const UNKNOWN: Self = Self([None; ORDER - 1]);
}

/// A word of the model that a text begins with.
pub struct Word {
    /// Its symbols; [`BOUNDARY`] for a character that has none.
    pub symbols: [u8; MAX_WORD],
    /// How many symbols it has.
    pub length: usize,
    /// The cost of its rank.
    pub cost: u32,
}

fn u16_at(bytes: &[u8], index: usize) -> usize {
    usize::from(u16::from_le_bytes([bytes[2 * index], bytes[2 * index + 1]]))
}

impl<'a> Model<'a> {
    /// Finds the arrays of a model file.
    pub fn new(bytes: &'a [u8]) -> Self {
        const PAIRS: usize = SYMBOLS * SYMBOLS;
        let (lengths, mut rest) = bytes.split_at(2 * (ORDER + 1));
        let mut take = |length: usize| {
            let (taken, left) = rest.split_at(length);
            rest = left;
            taken
        };
        let guesses = take(2 * GUESSES);
        let mut levels = [Level::default(); ORDER];
        for (place, level) in levels.iter_mut().enumerate() {
            let length = place.checked_sub(1).map_or(CHARACTERS, |place| u16_at(lengths, place));
            level.characters = take(if place > 0 { length } else { 0 });
            level.costs = take(length);
            if place + 1 < ORDER {
                level.children = take(length);
                level.backoffs = take(length);
                level.places = take(2 * length.div_ceil(SAMPLE));
            }
        }
        let mut halves = || [take(PAIRS), take(PAIRS)];
        let groups = Groups { words: halves(), lengths: halves(), places: take(4 * SYMBOLS) };
        let words = take(u16_at(lengths, ORDER - 1));
        let word_costs = take(u16_at(lengths, ORDER));
        Self { guesses, levels, groups, words, word_costs }
    }

    /// The cost of a character after a context, and the context after it.
    pub fn step(&self, state: State, character: u8) -> (u32, State) {
        let mut next = State([Some(u16::from(character)), None]);
        let mut backed = u32::from(self.levels[0].costs[usize::from(character)]);
        // From the shortest context to the longest: what a longer one lists replaces what the shorter one said.
        for (length, context) in state.0.iter().enumerate() {
            let Some(context) = context.map(usize::from) else { continue };
            match self.child(length, context, character) {
                Some(child) => {
                    backed = u32::from(self.levels[length + 1].costs[child]);
                    if let Some(place) = next.0.get_mut(length + 1) {
                        *place = Some(child as u16);
                    }
                }
                None => backed += u32::from(self.levels[length].backoffs[context]),
            }
        }
        (backed * STEP, next)
    }

    /// Where the child of an n-gram lies among those that are longer by one.
    fn child(&self, length: usize, index: usize, character: u8) -> Option<usize> {
        let level = &self.levels[length];
        let count = usize::from(level.children[index]);
        if count == 0 {
            return None;
        }
        let sample = index / SAMPLE;
        let before = &level.children[sample * SAMPLE..index];
        let first = u16_at(level.places, sample) + before.iter().map(|&count| usize::from(count)).sum::<usize>();
        let children = &self.levels[length + 1].characters[first..first + count];
        children.iter().position(|&child| child == character).map(|place| first + place)
    }

    /// Hands every word that begins with the two symbols of `start` and all of whose symbols
    /// `matches(place, symbol)`.
    pub fn words(&self, start: [u8; 2], mut matches: impl FnMut(usize, u8) -> bool, mut found: impl FnMut(Word)) {
        let (row, group) = (usize::from(start[0]) * SYMBOLS, usize::from(start[0]) * SYMBOLS + usize::from(start[1]));
        let at = |[low, high]: [&[u8]; 2]| usize::from(low[group]) + 256 * usize::from(high[group]);
        let before = |[low, high]: [&[u8]; 2]| {
            let sum = |bytes: &[u8]| bytes[row..group].iter().map(|&byte| usize::from(byte)).sum::<usize>();
            sum(low) + 256 * sum(high)
        };
        if at(self.groups.words) == 0 {
            return;
        }
        let place = |index| u16_at(self.groups.places, 2 * usize::from(start[0]) + index);
        let first = place(0) + before(self.groups.words);
        let from = place(1) + before(self.groups.lengths);
        let to = from + at(self.groups.lengths);
        let mut costs = self.word_costs[first..].iter();
        let mut symbols = [0; MAX_WORD];
        symbols[..2].copy_from_slice(&start);
        // How many symbols of the last word matched: a word that shares more than that with it cannot match.
        let mut matched = 2;
        let mut rest = &self.words[from..to];
        while let [shared, letters @ ..] = rest {
            let added = letters.iter().position(|byte| byte & SHARED != 0).unwrap_or(letters.len());
            let (letters, next) = letters.split_at(added);
            let mut length = 2 + usize::from(shared & !SHARED);
            matched = matched.min(length);
            if matched == length {
                for &letter in letters {
                    symbols[matched] = symbol(letter).unwrap_or(BOUNDARY);
                    if !matches(matched, symbols[matched]) {
                        break;
                    }
                    matched += 1;
                }
            }
            length += added;
            let cost = costs.next().copied().unwrap_or(u8::MAX);
            if matched == length {
                found(Word { symbols, length, cost: u32::from(cost) * WORD_STEP });
            }
            rest = next;
        }
    }

    /// log10 of the number of guesses that reach this cost.
    pub fn guesses_log10(&self, cost: u32) -> f64 {
        let index = (cost / GUESSES_STEP) as usize;
        let at = |index| u16_at(self.guesses, index) as f64 / 1000.0;
        if index + 1 < GUESSES {
            let share = f64::from(cost % GUESSES_STEP) / f64::from(GUESSES_STEP);
            at(index) + (at(index + 1) - at(index)) * share
        } else {
            // Beyond the table every bit doubles the guesses.
            let beyond = cost - (GUESSES as u32 - 1) * GUESSES_STEP;
            at(GUESSES - 1) + f64::from(beyond) / f64::from(BIT) * std::f64::consts::LOG10_2
        }
    }
}
