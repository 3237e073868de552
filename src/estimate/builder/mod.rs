//! Builds the model file from lists of popular passwords.
//!
//! The same lists make the same file, to the byte, on every machine: counting is done in the lists' order,
//! randomness comes from a generator of our own with a fixed seed, and logarithms are made of
//! multiplications (the standard library's differ between platforms in their last bits).
//!
//! ```text
//! lists ─► weights ─► n-gram counts ─► Witten-Bell ─► pruned ─► costs ─┐
//!             │                                                       ├─► file
//!             └─────► most popular ─► ranks ◄── guess numbers ◄── drawn ┘
//! ```

mod math;
mod ngrams;
mod pack;
mod sources;

use super::model::{BOUNDARY, Model};
use super::text;
use math::{exp2, log2};

pub use sources::{Lists, SourceError};

/// The knobs of the model. The default is what the committed model was built with; docs/engine.md shows what
/// other settings cost and bring.
#[derive(Clone, Debug)]
pub struct Options {
    /// The longest n-grams, from 2 to 4.
    pub order: usize,
    /// How much an n-gram must save to be kept: expected bits over the whole training text.
    pub pruning: [f64; 2],
    /// How many popular words are spelt out.
    pub words: usize,
    /// The exponent of Zipf's law that turns ranks into counts.
    pub zipf: f64,
    /// What a list's ranks count relative to the others', in the order of [`Lists`].
    pub list_weights: [f64; 2],
    /// What words count relative to passwords, in the order of [`Lists`].
    pub word_weights: [f64; 3],
    /// How many passwords are drawn to estimate guess numbers.
    pub draws: usize,
    /// Guess numbers of professional crackers for those of the model: pairs of log10.
    pub calibration: Vec<(f64, f64)>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            order: 3,
            pruning: [200.0; 2],
            words: 4000,
            zipf: 0.8,
            list_weights: [1.0, 0.5],
            word_weights: [0.2, 2.0, 0.1],
            draws: 20_000,
            calibration: vec![
                (0.0, 0.0),
                (2.0, 2.3),
                (4.0, 4.0),
                (6.0, 5.1),
                (8.0, 5.6),
                (10.0, 6.1),
                (12.0, 6.65),
                (14.0, 7.2),
                (15.0, 8.7),
                (16.0, 10.2),
                (17.0, 11.3),
                (18.0, 12.3),
            ],
        }
    }
}

/// A password and how many people are taken to use it.
type Weighted = (Vec<u8>, f64);

/// Builds the model file.
pub fn build(lists: &Lists, options: &Options) -> Vec<u8> {
    let training = weigh(lists, options);
    let text = [training.as_slice(), &words_as_text(lists, options)].concat();
    let counts = ngrams::Counts::of(&text, options.order);
    let ngrams = ngrams::prune(&counts, &options.pruning);
    let draft = pack::pack(&ngrams, &[], &[]);
    let curve = guess_numbers(&Model::new(&draft), options);
    let mut words = popular(&training, options.words, &curve);
    let model = pack::pack(&ngrams, &curve, &words);
    words.extend(underestimated(lists, &model, &curve));
    words.sort();
    pack::pack(&ngrams, &curve, &words)
}

/// The log10 of the guess number of a password by a model other than the one compiled in.
pub fn guesses_log10(model: &[u8], password: &str) -> f64 {
    super::muster::with_model(&Model::new(model), password, &super::Context::default()).guesses_log10
}

/// Merges the lists: a password's count is the sum of what its ranks suggest, by Zipf's law.
fn weigh(lists: &Lists, options: &Options) -> Vec<Weighted> {
    let mut index = std::collections::HashMap::new();
    let mut merged: Vec<Weighted> = Vec::new();
    for (list, weight) in lists.passwords.iter().zip(options.list_weights) {
        for (rank, password) in list.iter().enumerate() {
            let Some(symbols) = symbols(password) else { continue };
            // The law is flat at the top: the first ten are about as popular as each other.
            let count = weight * 1000.0 * exp2(-options.zipf * log2(rank as f64 + 10.0));
            let place = *index.entry(symbols.clone()).or_insert_with(|| {
                merged.push((symbols, 0.0));
                merged.len() - 1
            });
            merged[place].1 += count;
        }
    }
    merged.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    merged
}

/// Words as passwords that fewer people use: by Zipf's law, flatter at the top; first names, whose list is in
/// alphabetical order, all alike.
fn words_as_text(lists: &Lists, options: &Options) -> Vec<Weighted> {
    let [english, first_names, last_names] = &lists.words;
    let [english_weight, first_names_weight, last_names_weight] = options.word_weights;
    let by_rank = |rank: usize| 1000.0 * exp2(-options.zipf * log2(rank as f64 + 100.0));
    let ranked = |list: &[String], weight: f64| -> Vec<Weighted> {
        let words = list.iter().enumerate();
        words.filter_map(|(rank, word)| Some((symbols(word)?, weight * by_rank(rank)))).collect()
    };
    let alike = first_names.iter().filter_map(|name| Some((symbols(name)?, first_names_weight / 10.0)));
    [ranked(english, english_weight), alike.collect(), ranked(last_names, last_names_weight)].concat()
}

/// The symbols of a password that has no others.
fn symbols(password: &str) -> Option<Vec<u8>> {
    let symbols: Option<Vec<u8>> = password.bytes().map(text::symbol).collect();
    symbols.filter(|symbols| !symbols.is_empty())
}

/// The guess number for every step of cost, in thousandths of log10: how many passwords cost less.
///
/// A password drawn with probability `p` stands for `1 / (n p)` passwords of about its cost.
fn guess_numbers(model: &Model<'_>, options: &Options) -> Vec<u16> {
    use super::model::{GUESSES, GUESSES_STEP};
    let mut random = math::Random::new(0x7061_7373_6d75_7374);
    let mut draws: Vec<(u32, f64)> = (0..options.draws).map(|_| ngrams::draw(model, &mut random)).collect();
    draws.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.total_cmp(&b.1)));
    let mut cheaper = draws.iter().peekable();
    let (mut rank, mut last) = (0.0, 0.0);
    (0..GUESSES as u32)
        .map(|step| {
            while let Some((_, log2_probability)) = cheaper.next_if(|(cost, _)| *cost <= step * GUESSES_STEP) {
                rank += exp2(-log2_probability) / options.draws as f64;
            }
            let log10 = if rank > 1.0 { log2(rank) * math::LOG10_2 } else { 0.0 };
            // Where nothing was drawn any more, every bit doubles the guesses.
            let log10: f64 = if cheaper.len() > 50 {
                log10
            } else {
                last + f64::from(GUESSES_STEP / super::model::BIT) * math::LOG10_2
            };
            last = log10;
            (calibrated(log10, &options.calibration) * 1000.0 + 0.5) as u16
        })
        .collect()
}

/// Straight lines between the points of a calibration; its last slope is one.
fn calibrated(log10: f64, calibration: &[(f64, f64)]) -> f64 {
    for pair in calibration.windows(2) {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        if log10 <= x1 {
            return y0 + (y1 - y0) * (log10 - x0) / (x1 - x0);
        }
    }
    let (x, y) = calibration[calibration.len() - 1];
    y + log10 - x
}

/// A word and its cost in quarter bits.
type Word = (Vec<u8>, u8);

/// The most popular passwords and their costs: those that have their ranks for guess numbers.
fn popular(training: &[Weighted], count: usize, curve: &[u16]) -> Vec<Word> {
    let ranked = (1..).zip(training.iter().take(count));
    let mut words: Vec<Word> = ranked
        .filter(|(_, (symbols, _))| LENGTHS.contains(&symbols.len()))
        .map(|(rank, (symbols, _))| (symbols.clone(), cost_of_rank(rank, curve)))
        .collect();
    words.sort();
    words
}

/// The lengths of words: shorter ones are left to the n-grams.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=super::model::MAX_WORD;
/// Of zxcvbn-ts's list, so many must not be taken for stronger than this.
const WEAK: (usize, f64) = (10_000, 5.95);

/// Popular passwords that n-grams cannot know are weak, `htubcnhfwbz` (регистрация on other keys): they are
/// spelt out too.
fn underestimated(lists: &Lists, model: &[u8], curve: &[u16]) -> Vec<Word> {
    let (count, limit) = WEAK;
    let ranked = (1..).zip(lists.passwords[1].iter().take(count));
    ranked
        .filter(|(_, password)| guesses_log10(model, password) >= limit)
        .map(|(rank, password)| {
            let symbols: Vec<u8> = password.bytes().map(|byte| text::symbol(byte).unwrap_or(BOUNDARY)).collect();
            (symbols, cost_of_rank(rank, curve))
        })
        .filter(|(symbols, _)| LENGTHS.contains(&symbols.len()))
        .collect()
}

/// The cost that has this guess number, in quarter bits; from the hundredth on in halves, which compress
/// better.
fn cost_of_rank(rank: usize, curve: &[u16]) -> u8 {
    let thousandths = log2(rank as f64) * math::LOG10_2 * 1000.0;
    let step = curve.windows(2).position(|pair| f64::from(pair[1]) >= thousandths).unwrap_or(curve.len() - 2);
    let (low, high) = (f64::from(curve[step]), f64::from(curve[step + 1]));
    let share = if high > low { (thousandths - low) / (high - low) } else { 1.0 };
    // A step of the curve is four bits.
    let bits = (step as f64 + share) * 4.0;
    let coarse = if rank < 100 { 0.25 } else { 0.5 };
    ((bits / coarse + 0.5).floor() * coarse * 4.0) as u8
}
