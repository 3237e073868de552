//! Counting, smoothing and pruning n-grams, and drawing passwords from what is left.

use super::Weighted;
use super::math::{Random, exp2, log2};
use crate::model::{BIT, BOUNDARY, Model, SYMBOLS, State};
use std::collections::{BTreeMap, HashMap};

/// An n-gram: six bits a symbol, the last symbol lowest.
type Key = u32;

fn key(symbols: &[u8]) -> Key {
    symbols.iter().fold(0, |key, &symbol| key << 6 | Key::from(symbol))
}

/// The last symbol of an n-gram.
fn last(key: Key) -> u8 {
    (key & 63) as u8
}

/// The n-gram without its last symbol: its context.
fn context(key: Key) -> Key {
    key >> 6
}

/// The n-gram of `length` symbols without its first.
fn shorter(key: Key, length: usize) -> Key {
    key & ((1 << (6 * (length - 1))) - 1)
}

/// The most symbols of an n-gram.
const ORDER: usize = 3;

/// The n-grams that occur, with their probabilities smoothed after Witten and Bell.
pub(super) struct Counts {
    /// By length − 1.
    ngrams: Vec<BTreeMap<Key, Seen>>,
    /// By length − 1: the share of each context's probability that is left to shorter contexts.
    escapes: Vec<HashMap<Key, f64>>,
}

#[derive(Clone, Copy, Default)]
struct Seen {
    count: f64,
    probability: f64,
}

impl Counts {
    pub(super) fn of(training: &[Weighted]) -> Self {
        let mut ngrams = vec![BTreeMap::<Key, Seen>::new(); ORDER];
        for (symbols, weight) in training {
            let text = [&[BOUNDARY], symbols.as_slice(), &[BOUNDARY]].concat();
            for end in 2..=text.len() {
                for length in 1..=ORDER.min(end) {
                    ngrams[length - 1].entry(key(&text[end - length..end])).or_default().count += weight;
                }
            }
        }
        let mut escapes = Vec::with_capacity(ORDER);
        for length in 1..=ORDER {
            let mut contexts: HashMap<Key, (f64, f64)> = HashMap::new();
            for (&key, seen) in &ngrams[length - 1] {
                let (total, kinds) = contexts.entry(context(key)).or_default();
                *total += seen.count;
                *kinds += 1.0;
            }
            escapes.push(contexts.iter().map(|(&key, (total, kinds))| (key, kinds / (total + kinds))).collect());
            let (below, here) = ngrams.split_at_mut(length - 1);
            for (&key, seen) in &mut here[0] {
                let (total, kinds) = contexts[&context(key)];
                let backed =
                    below.last().map_or(1.0 / SYMBOLS as f64, |below| below[&shorter(key, length)].probability);
                seen.probability = (seen.count + kinds * backed) / (total + kinds);
            }
        }
        Self { ngrams, escapes }
    }
}

/// The n-grams that the model keeps, sorted by symbols, with −log2 of the probabilities of their last symbols.
pub(super) struct Ngrams {
    /// All pairs, and what is charged where a symbol is not among their children.
    pub(super) pairs: BTreeMap<Key, (f64, f64)>,
    triples: BTreeMap<Key, f64>,
}

/// Keeps all pairs, and the triples that save at least `threshold` bits over the training text.
pub(super) fn prune(counts: &Counts, threshold: f64) -> Ngrams {
    let mut triples = BTreeMap::new();
    for (&key, seen) in &counts.ngrams[2] {
        let without = counts.escapes[2][&context(key)] * counts.ngrams[1][&shorter(key, 3)].probability;
        if seen.count * (log2(seen.probability) - log2(without)) >= threshold {
            triples.insert(key, -log2(seen.probability));
        }
    }
    // Pairs that never occurred are charged as single symbols are.
    let pair = |first: u8, second: u8| {
        let unseen = || {
            let single = counts.ngrams[0].get(&Key::from(second)).map_or(1e-4, |seen| seen.probability);
            counts.escapes[1].get(&Key::from(first)).map_or(1.0, |escape| *escape) * single
        };
        let pair = key(&[first, second]);
        let probability = counts.ngrams[1].get(&pair).map_or_else(unseen, |seen| seen.probability);
        (pair, (-log2(probability), 0.0))
    };
    let symbols = 0..SYMBOLS as u8;
    let pairs = symbols.clone().flat_map(|first| symbols.clone().map(move |second| pair(first, second))).collect();
    let mut ngrams = Ngrams { pairs, triples };
    ngrams.set_backoffs();
    ngrams
}

impl Ngrams {
    /// Sets the backoffs of the pairs from what their children leave over.
    fn set_backoffs(&mut self) {
        let mut left: BTreeMap<Key, (f64, f64)> = BTreeMap::new();
        for (&child, cost) in &self.triples {
            let (own, backed) = left.entry(context(child)).or_insert((1.0, 1.0));
            *own -= exp2(-cost);
            *backed -= exp2(-self.pairs[&shorter(child, 3)].0);
        }
        for (pair, (own, backed)) in left {
            let backoff = if own > 1e-6 && backed > 1e-6 { log2(backed) - log2(own) } else { 12.0 };
            self.pairs.get_mut(&pair).expect("all pairs are kept").1 = backoff.clamp(0.0, 12.0);
        }
    }

    /// The last symbols and the costs of the triples that begin with a pair.
    pub(super) fn children(&self, pair: Key) -> impl Iterator<Item = (u8, f64)> + '_ {
        self.triples.range(pair << 6..(pair + 1) << 6).map(|(&key, &cost)| (last(key), cost))
    }
}

/// Draws a password from the packed model: what it costs, and −log2 of the probability of drawing it.
///
/// Costs are rounded when they are packed, so they add up to a little more or less than one; passwords are
/// drawn from the shares that they have in their sum.
pub(super) fn draw(model: &Model<'_>, random: &mut Random) -> (u32, f64) {
    /// What is not over by then is cut off.
    const LONGEST: usize = 40;
    let (mut state, mut cost, mut log2_probability) = (State::START, 0, 0.0);
    for place in 0..LONGEST {
        let mut shares = [0.0; SYMBOLS];
        let mut total = 0.0;
        for (symbol, share) in (0..).zip(&mut shares) {
            // No password is empty.
            if place > 0 || symbol != BOUNDARY {
                *share = exp2(-f64::from(model.step(state, symbol).0) / f64::from(BIT));
                total += *share;
            }
        }
        let mut left = random.next() * total;
        let mut drawn = SYMBOLS - 1;
        for (symbol, share) in shares.iter().enumerate() {
            left -= share;
            if left < 0.0 {
                drawn = symbol;
                break;
            }
        }
        let (step, next) = model.step(state, drawn as u8);
        cost += step;
        log2_probability += log2(shares[drawn] / total);
        state = next;
        if drawn == usize::from(BOUNDARY) {
            break;
        }
    }
    (cost, log2_probability)
}
