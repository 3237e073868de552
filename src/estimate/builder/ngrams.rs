//! Counting, smoothing and pruning n-grams, and drawing passwords from what is left.

use super::Weighted;
use super::math::{Random, exp2, log2};
use crate::estimate::model::{BIT, BOUNDARY, Model, SYMBOLS, State};
use std::collections::{BTreeMap, HashMap};

/// An n-gram: six bits a symbol, the last symbol lowest.
type Key = u32;

fn key(symbols: &[u8]) -> Key {
    symbols.iter().fold(0, |key, &symbol| key << 6 | Key::from(symbol))
}

/// The symbols of an n-gram, and what follows from its place.
fn last(key: Key) -> u8 {
    (key & 63) as u8
}

/// The n-gram without its last symbol: its context.
fn context(key: Key) -> Key {
    key >> 6
}

/// The n-gram of `order` symbols without its first.
fn shorter(key: Key, order: usize) -> Key {
    key & ((1 << (6 * (order - 1))) - 1)
}

/// The n-grams of every order that occur, with their probabilities smoothed after Witten and Bell.
pub(super) struct Counts {
    /// By order − 1.
    ngrams: Vec<BTreeMap<Key, Seen>>,
    /// By order − 1: the share of each context's probability that is left to shorter contexts.
    escapes: Vec<HashMap<Key, f64>>,
}

#[derive(Clone, Copy, Default)]
struct Seen {
    count: f64,
    probability: f64,
}

impl Counts {
    pub(super) fn of(training: &[Weighted], order: usize) -> Self {
        let mut ngrams = vec![BTreeMap::<Key, Seen>::new(); order];
        for (symbols, weight) in training {
            let text = [&[BOUNDARY], symbols.as_slice(), &[BOUNDARY]].concat();
            for end in 2..=text.len() {
                for length in 1..=order.min(end) {
                    ngrams[length - 1].entry(key(&text[end - length..end])).or_default().count += weight;
                }
            }
        }
        let mut escapes = Vec::with_capacity(order);
        for length in 1..=order {
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

/// An n-gram that the model keeps.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    /// −log2 of its probability.
    pub(super) cost: f64,
    /// What is charged where a symbol is not among its children.
    pub(super) backoff: f64,
}

/// The n-grams of two symbols and more that the model keeps, by order − 2, sorted by symbols.
pub(super) struct Ngrams(pub(super) Vec<BTreeMap<Key, Kept>>);

/// Keeps the n-grams that save at least `thresholds` bits over the training text, and their prefixes.
pub(super) fn prune(counts: &Counts, thresholds: &[f64]) -> Ngrams {
    let order = counts.ngrams.len();
    let mut kept: Vec<BTreeMap<Key, Kept>> = vec![BTreeMap::new(); order - 1];
    for length in (3..=order).rev() {
        let (here, above) = kept[length - 2..].split_first_mut().expect("an order has a map");
        let prefixes: std::collections::HashSet<Key> =
            above.first().into_iter().flat_map(|longer| longer.keys().map(|&longer| context(longer))).collect();
        for (&key, seen) in &counts.ngrams[length - 1] {
            let backed = counts.ngrams[length - 2][&shorter(key, length)].probability;
            let without = counts.escapes[length - 1][&context(key)] * backed;
            let saved = seen.count * (log2(seen.probability) - log2(without));
            if saved >= thresholds[length - 3] || prefixes.contains(&key) {
                here.insert(key, Kept { cost: -log2(seen.probability), backoff: 0.0 });
            }
        }
    }
    // Every pair has a place. Pairs that never occurred are charged as single symbols are.
    for first in 0..SYMBOLS as u8 {
        for second in 0..SYMBOLS as u8 {
            let pair = key(&[first, second]);
            let probability = counts.ngrams[1].get(&pair).map_or_else(
                || {
                    let single = counts.ngrams[0].get(&Key::from(second)).map_or(1e-4, |seen| seen.probability);
                    counts.escapes[1].get(&Key::from(first)).map_or(1.0, |escape| *escape) * single
                },
                |seen| seen.probability,
            );
            kept[0].insert(pair, Kept { cost: -log2(probability), backoff: 0.0 });
        }
    }
    let mut ngrams = Ngrams(kept);
    for length in 2..order {
        ngrams.set_backoffs(length);
    }
    ngrams
}

impl Ngrams {
    /// Sets the backoffs of the n-grams of this length, from what their children leave over.
    fn set_backoffs(&mut self, length: usize) {
        let mut left: BTreeMap<Key, (f64, f64)> = BTreeMap::new();
        for (&child, kept) in &self.0[length - 1] {
            let (own, backed) = left.entry(context(child)).or_insert((1.0, 1.0));
            *own -= exp2(-kept.cost);
            *backed -= exp2(-self.cost(shorter(child, length + 1), length));
        }
        for (parent, (own, backed)) in left {
            let backoff = if own > 1e-6 && backed > 1e-6 { log2(backed) - log2(own) } else { 12.0 };
            self.0[length - 2].get_mut(&parent).expect("a child's prefix is kept").backoff = backoff.clamp(0.0, 12.0);
        }
    }

    /// The cost of an n-gram's last symbol after the others.
    fn cost(&self, key: Key, length: usize) -> f64 {
        match self.0[length - 2].get(&key) {
            Some(kept) => kept.cost,
            None => {
                let backoff = self.0[length - 3].get(&context(key)).map_or(0.0, |context| context.backoff);
                backoff + self.cost(shorter(key, length), length - 1)
            }
        }
    }

    /// The children of an n-gram, by symbol.
    pub(super) fn children(&self, parent: Key, length: usize) -> impl Iterator<Item = (Key, u8, Kept)> + '_ {
        self.0
            .get(length - 1)
            .into_iter()
            .flat_map(move |level| level.range(parent << 6..(parent + 1) << 6))
            .map(|(&key, &kept)| (key, last(key), kept))
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
