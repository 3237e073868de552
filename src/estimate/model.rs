//! What people choose, in one small file.
//!
//! # What the model is
//!
//! Two things, and a table that turns both into guess numbers.
//!
//! **Character n-grams.** How likely is `y` after `ke`? For every context of two symbols the model holds the costs of
//! those symbols after it that training found worth their bytes: cost is `-log2 P`, in [`BIT`]ths. What a context
//! does not list is charged the context's *backoff* and looked up after its last symbol alone, for pairs of symbols
//! are all listed (Katz, 1987; pruned after Seymore and Rosenfeld, 1996).
//!
//! ```text
//! P(password) = P(p|⊢) P(a|⊢p) P(s|pa) P(s|as) P(w|ss) … P(⊣|rd)
//!
//!        ⊢ p ─┬─ a  4      pairs:    dense, 37 × 37
//!             ├─ r  9      triples:  children of a pair, sorted by symbol
//!             └─ …
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
//! lengths   u16 × 3      triples, letters of words, words
//! guesses   u16 × 64     log10 of the guess number in thousandths, one every four bits of cost
//! pairs     cost, backoff and number of children for each of 37 × 37, then where the children of each 32nd begin
//! triples   symbol and cost
//! groups    for each of 37 × 37 first two symbols: words, low and high byte of the length of their letters;
//!           then for each first symbol how many words and letters are before
//! words     the words' letters, then their costs
//! ```
//!
//! Integers are little-endian. An n-gram's children lie together, in the order of their parents, so the place
//! of the first child is the sum of the numbers of children before it, of which every 32nd is written down.
//! Words are sorted and grouped by their first two symbols, which are left out. Each is a byte `128 | shared` and
//! the letters that it adds to those it shares with the word before it in its group. They are letters, not
//! symbols, since compressors know English; a point is any character that the n-grams have no symbol for.
//!
//! # What it cannot know
//!
//! Anything that is not a habit of spelling: keyboard walks, dates, repeats, the owner's name. Those are what
//! [`patterns`](super::patterns) is for. It knows 26 letters and ten digits; capitals, accents, symbols and
//! other scripts are charged on top by [`text`](super::text).

use super::text::symbol;

/// The unit of costs: a cost of `BIT` is one bit, a halving of probability.
pub const BIT: u32 = 16;
/// What a step of a stored cost is worth.
const STEP: u32 = BIT / 2;
/// How many symbols there are: the boundary of a word, `a` to `z` and `0` to `9`.
pub const SYMBOLS: usize = 37;
/// The symbol before a word's first and after its last.
pub const BOUNDARY: u8 = 0;
/// How many entries the table of guess numbers has, one every [`GUESSES_STEP`].
pub const GUESSES: usize = 64;
/// The cost between two entries of the table of guess numbers.
pub const GUESSES_STEP: u32 = 4 * BIT;
/// How many pairs share one written-down place of children.
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
    pairs: Pairs<'a>,
    triples: Triples<'a>,
    groups: Groups<'a>,
    words: &'a [u8],
    word_costs: &'a [u8],
}

/// Where the words with the same first two symbols lie.
#[derive(Clone, Copy)]
struct Groups<'a> {
    words: &'a [u8],
    /// The low and the high bytes of the groups' lengths.
    lengths: [&'a [u8]; 2],
    places: &'a [u8],
}

/// All pairs of symbols.
#[derive(Clone, Copy)]
struct Pairs<'a> {
    costs: &'a [u8],
    backoffs: &'a [u8],
    children: &'a [u8],
    places: &'a [u8],
}

/// Triples, in the order of the pairs that they begin with.
#[derive(Clone, Copy)]
struct Triples<'a> {
    symbols: &'a [u8],
    costs: &'a [u8],
}

/// What ends at a place in a text: a symbol, and the pair of it and the one before.
#[derive(Clone, Copy)]
pub struct State {
    last: u8,
    pair: Option<usize>,
}

impl State {
    /// Before the first symbol.
    pub const START: Self = Self { last: BOUNDARY, pair: None };
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
        let (lengths, mut rest) = bytes.split_at(6);
        let mut take = |length: usize| {
            let (taken, left) = rest.split_at(length);
            rest = left;
            taken
        };
        let guesses = take(2 * GUESSES);
        let places = 2 * PAIRS.div_ceil(SAMPLE);
        let pairs = Pairs { costs: take(PAIRS), backoffs: take(PAIRS), children: take(PAIRS), places: take(places) };
        let triples = u16_at(lengths, 0);
        let triples = Triples { symbols: take(triples), costs: take(triples) };
        let groups = Groups { words: take(PAIRS), lengths: [take(PAIRS), take(PAIRS)], places: take(4 * SYMBOLS) };
        let words = take(u16_at(lengths, 1));
        let word_costs = take(u16_at(lengths, 2));
        Self { guesses, pairs, triples, groups, words, word_costs }
    }

    /// The cost of a symbol after a context, and the context after it.
    pub fn step(&self, state: State, symbol: u8) -> (u32, State) {
        let pair = usize::from(state.last) * SYMBOLS + usize::from(symbol);
        let backed = |backoff: u8| u32::from(self.pairs.costs[pair]) + u32::from(backoff);
        let cost = match state.pair {
            None => backed(0),
            Some(context) => self.triple(context, symbol).unwrap_or_else(|| backed(self.pairs.backoffs[context])),
        };
        (cost * STEP, State { last: symbol, pair: Some(pair) })
    }

    /// The stored cost of a symbol after a pair, where it is listed.
    fn triple(&self, pair: usize, symbol: u8) -> Option<u32> {
        let count = usize::from(self.pairs.children[pair]);
        if count == 0 {
            return None;
        }
        let sample = pair / SAMPLE;
        let before = &self.pairs.children[sample * SAMPLE..pair];
        let first = u16_at(self.pairs.places, sample) + before.iter().map(|&count| usize::from(count)).sum::<usize>();
        let index = self.triples.symbols[first..first + count].iter().position(|&child| child == symbol)?;
        Some(u32::from(self.triples.costs[first + index]))
    }

    /// Hands every word that begins with the two symbols of `start` and all of whose symbols
    /// `matches(place, symbol)`.
    pub fn words(&self, start: [u8; 2], mut matches: impl FnMut(usize, u8) -> bool, mut found: impl FnMut(Word)) {
        let (row, group) = (usize::from(start[0]) * SYMBOLS, usize::from(start[0]) * SYMBOLS + usize::from(start[1]));
        if self.groups.words[group] == 0 {
            return;
        }
        let sum = |bytes: &[u8]| bytes[row..group].iter().map(|&byte| usize::from(byte)).sum::<usize>();
        let [low, high] = self.groups.lengths;
        let first = u16_at(self.groups.places, 2 * usize::from(start[0])) + sum(self.groups.words);
        let from = u16_at(self.groups.places, 2 * usize::from(start[0]) + 1) + sum(low) + 256 * sum(high);
        let to = from + usize::from(low[group]) + 256 * usize::from(high[group]);
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
