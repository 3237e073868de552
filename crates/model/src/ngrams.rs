//! Counting, smoothing and pruning n-grams, and drawing passwords from what is left.

use super::math::{Random, exp2, log2};
use crate::alphabet::{BOUNDARY, CHARACTERS};
use crate::cost::BIT;
use crate::model::{Model, ORDER, State};
use std::collections::HashSet;

/// An n-gram: seven bits a character, the last character lowest.
type Key = u64;

fn key(characters: &[u8]) -> Key {
    characters.iter().fold(0, |key, &character| key << 7 | Key::from(character))
}

/// The last character of an n-gram.
fn last(key: Key) -> u8 {
    (key & 127) as u8
}

/// The n-gram without its last character: its context.
fn context(key: Key) -> Key {
    key >> 7
}

/// The n-gram of `length` characters without its first.
fn shorter(key: Key, length: usize) -> Key {
    key & ((1 << (7 * (length - 1))) - 1)
}

/// A text between boundaries, and how often it was seen: in whole numbers, so that their sums are the same in any order.
pub(super) type Counted = (Vec<u8>, u64);

/// The n-grams that occur, with their probabilities smoothed after Witten and Bell.
pub(super) struct Counts {
    /// By length − 1, sorted.
    ngrams: [Vec<Seen>; ORDER],
}

#[derive(Clone, Copy)]
struct Seen {
    key: Key,
    count: u64,
    probability: f64,
    /// The share of its context's probability that is left to shorter contexts.
    escape: f64,
}

impl Counts {
    pub(super) fn of(training: &[Counted]) -> Self {
        let mut ngrams: [Vec<Seen>; ORDER] = Default::default();
        for length in 1..=ORDER {
            let mut occurrences = Vec::new();
            for (text, count) in training {
                // Nothing is learnt about what a password begins with: it is always the boundary.
                let first = if length == 1 { 1 } else { 0 };
                occurrences.extend(text[first..].windows(length).map(|ngram| (key(ngram), *count)));
            }
            occurrences.sort_unstable();
            let mut seen: Vec<Seen> = occurrences
                .chunk_by(|a, b| a.0 == b.0)
                .map(|same| Seen {
                    key: same[0].0,
                    count: same.iter().map(|(_, count)| count).sum(),
                    probability: 0.0,
                    escape: 0.0,
                })
                .collect();
            for siblings in seen.chunk_by_mut(|a, b| context(a.key) == context(b.key)) {
                let total = siblings.iter().map(|seen| seen.count).sum::<u64>() as f64;
                let kinds = siblings.len() as f64 * COUNT;
                for seen in siblings {
                    let backed = match length {
                        1 => 1.0 / CHARACTERS as f64,
                        _ => find(&ngrams[length - 2], shorter(seen.key, length)).map_or(0.0, |seen| seen.probability),
                    };
                    seen.probability = (seen.count as f64 + kinds * backed) / (total + kinds);
                    seen.escape = kinds / (total + kinds);
                }
            }
            ngrams[length - 1] = seen;
        }
        Self { ngrams }
    }
}

/// What one password counts; counts are multiples of parts of it.
pub(super) const COUNT: f64 = (1 << 20) as f64;

fn find(sorted: &[Seen], key: Key) -> Option<&Seen> {
    sorted.binary_search_by_key(&key, |seen| seen.key).ok().map(|place| &sorted[place])
}

/// The n-grams that the model keeps, by length − 1 and sorted.
pub(super) struct Ngrams(pub(super) [Vec<Kept>; ORDER]);

/// An n-gram that the model keeps.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    key: Key,
    /// −log2 of the probability of its last character.
    pub(super) cost: f64,
    /// What is charged where a character is not among its children.
    pub(super) backoff: f64,
    /// How many n-grams begin with it that are longer by one.
    pub(super) children: usize,
}

impl Kept {
    pub(super) fn character(&self) -> u8 {
        last(self.key)
    }
}

/// Keeps all single characters, the n-grams that save at least `threshold` bits over the training text, and those that
/// kept ones begin with.
pub(super) fn prune(counts: &Counts, threshold: f64) -> Ngrams {
    let mut kept: [Vec<Kept>; ORDER] = Default::default();
    let mut needed = HashSet::new();
    for length in (2..=ORDER).rev() {
        let mut contexts = HashSet::new();
        for seen in &counts.ngrams[length - 1] {
            let saves = || {
                let shorter = find(&counts.ngrams[length - 2], shorter(seen.key, length)).expect("it occurs, too");
                let without = seen.escape * shorter.probability;
                seen.count as f64 / COUNT * (log2(seen.probability) - log2(without)) >= threshold
            };
            // Nothing saves more than 24 bits each time.
            let saves = seen.count as f64 / COUNT * 24.0 >= threshold && saves();
            if saves || needed.contains(&seen.key) {
                contexts.insert(context(seen.key));
                let cost = -log2(seen.probability);
                kept[length - 1].push(Kept { key: seen.key, cost, backoff: 0.0, children: 0 });
            }
        }
        needed = contexts;
    }
    let single = |character: u8| {
        let seen = find(&counts.ngrams[0], Key::from(character));
        let cost = -log2(seen.map_or(1e-7, |seen| seen.probability));
        Kept { key: Key::from(character), cost, backoff: 0.0, children: 0 }
    };
    kept[0] = (0..CHARACTERS as u8).map(single).collect();
    let mut ngrams = Ngrams(kept);
    ngrams.set_backoffs();
    ngrams
}

impl Ngrams {
    /// Sets the backoffs of contexts from what their children leave over, the shorter ones first.
    fn set_backoffs(&mut self) {
        for length in 1..ORDER {
            let mut left = Vec::new();
            for siblings in self.0[length].chunk_by(|a, b| context(a.key) == context(b.key)) {
                let (mut own, mut backed) = (1.0, 1.0);
                for child in siblings {
                    own -= exp2(-child.cost);
                    backed -= exp2(-self.cost(shorter(child.key, length + 1), length));
                }
                let backoff = if own > 1e-5 && backed > 1e-5 { log2(backed) - log2(own) } else { 10.0 };
                left.push((context(siblings[0].key), backoff.clamp(0.0, 12.0), siblings.len()));
            }
            for (key, backoff, children) in left {
                let place = self.place(key, length).expect("contexts are kept");
                self.0[length - 1][place].backoff = backoff;
                self.0[length - 1][place].children = children;
            }
        }
    }

    fn place(&self, key: Key, length: usize) -> Option<usize> {
        self.0[length - 1].binary_search_by_key(&key, |kept| kept.key).ok()
    }

    /// What the last character of an n-gram of so many characters costs.
    fn cost(&self, key: Key, length: usize) -> f64 {
        match self.place(key, length) {
            Some(place) => self.0[length - 1][place].cost,
            None => {
                let backoff =
                    self.place(context(key), length - 1).map_or(0.0, |place| self.0[length - 2][place].backoff);
                backoff + self.cost(shorter(key, length), length - 1)
            }
        }
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
        let mut shares = [0.0; CHARACTERS];
        let mut total = 0.0;
        for (character, share) in (0..).zip(&mut shares) {
            // No password is empty.
            if place > 0 || character != BOUNDARY {
                *share = exp2(-f64::from(model.step(state, character).0) / f64::from(BIT));
                total += *share;
            }
        }
        let mut left = random.next() * total;
        let mut drawn = CHARACTERS - 1;
        for (character, share) in shares.iter().enumerate() {
            left -= share;
            if left < 0.0 {
                drawn = character;
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
