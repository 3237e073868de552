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
mod vocabulary;

use alphabet::BOUNDARY;
use math::{exp2, log2};
use model::Model;
use passmuster::Context;
use passmuster::estimate::format::{alphabet, cost, model, muster, text};

pub use sources::{Language, Lists, PACKS, SourceError};
pub use vocabulary::pack as pack_of;

/// The knobs of the model. The default is what the committed model was built with; docs/engine.md shows what
/// other settings cost and bring.
#[derive(Clone, Debug)]
pub struct Options {
    /// How much an n-gram must save to be kept: expected bits over a training text of a million passwords.
    pub pruning: f64,
    /// How many popular words are spelt out whatever the n-grams think of them.
    pub words: usize,
    /// Down to this rank, words are spelt out of which n-grams think far too well: by so many powers of ten.
    pub misjudged: (usize, f64),
    /// The exponent of Zipf's law that turns ranks into counts.
    pub zipf: f64,
    /// What a list's ranks count relative to the others': those of [`Lists::passwords`], and the one for n-grams alone.
    pub list_weights: [f64; 3],
    /// The power of a password's count that it has in the n-grams: the most popular ones are spelt out, and so
    /// the others have more to say there than their share.
    pub flattening: f64,
    /// What words count relative to passwords in the n-grams.
    pub word_weight: f64,
    /// How many passwords are drawn to estimate guess numbers.
    pub draws: usize,
    /// Guess numbers of professional crackers for those of the model: pairs of log10.
    pub calibration: Vec<(f64, f64)>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            pruning: 1500.0,
            words: 2000,
            misjudged: (6_000, 1.6),
            zipf: 0.8,
            list_weights: [1.0, 0.25, 1.0],
            flattening: 0.75,
            word_weight: 1.0,
            draws: 20_000,
            calibration: vec![
                (0.0, 0.0),
                (4.0, 4.0),
                (6.0, 4.9),
                (8.0, 6.0),
                (9.0, 6.75),
                (10.0, 7.6),
                (12.0, 9.9),
                (14.0, 12.4),
                (16.0, 14.4),
                (18.0, 16.0),
                (22.0, 18.0),
            ],
        }
    }
}

/// How many of a language's words are text for the n-grams.
const WORDS_OF_A_LANGUAGE: usize = 5_000;

/// A password and how many people are taken to use it.
type Weighted = (String, f64);

/// Builds the model file.
pub fn build(lists: &Lists, options: &Options) -> Vec<u8> {
    let [django, zxcvbn_ts] = &lists.passwords;
    let [django_weight, zxcvbn_ts_weight, million_weight] = options.list_weights;
    let spelt = [(django, django_weight), (zxcvbn_ts, zxcvbn_ts_weight)];
    let all = [spelt[0], spelt[1], (&lists.million, million_weight)];
    let text = [flattened(&weigh(&all, options), options.flattening), words_as_text(lists, options)].concat();
    let counts = ngrams::Counts::of(&counted(&text));
    let ngrams = ngrams::prune(&counts, options.pruning);
    let draft = pack::pack(&ngrams, &[], &[]);
    let curve = guess_numbers(&Model::new(&draft), options);
    let training: Vec<Vec<u8>> = weigh(&spelt, options).iter().filter_map(|(password, _)| symbols(password)).collect();
    let mut words = Vec::new();
    let mut add = |more: &dyn Fn(&[u8]) -> Vec<Ranked>| {
        let model = pack::pack(&ngrams, &curve, &words);
        let spelt = more(&model);
        let known = spelt.into_iter().filter(|(_, symbols)| LENGTHS.contains(&symbols.len()));
        words.extend(known.map(|(rank, symbols)| (symbols, cost_of_rank(rank, &curve))));
        words.sort();
    };
    add(&|_| popular(&training, options));
    // Short ones first: of those that are made of them fewer are misjudged then.
    for lengths in LENGTHS_IN_TURN {
        add(&|model| misjudged(&training, options, model, lengths));
    }
    add(&|model| too_strong(lists, model));
    pack::pack(&ngrams, &curve, &words)
}

/// The log10 of the guess number of a password by a model other than the one compiled in.
pub fn guesses_log10(model: &[u8], password: &str) -> f64 {
    muster::with_model(&Model::new(model), password, &Context::default()).guesses_log10
}

/// Merges lists: a password's count is the sum of what its ranks suggest, by Zipf's law. The most popular come first.
fn weigh(lists: &[(&Vec<String>, f64)], options: &Options) -> Vec<Weighted> {
    let mut index = std::collections::HashMap::new();
    let mut merged: Vec<Weighted> = Vec::new();
    for (list, weight) in lists {
        for (rank, password) in list.iter().enumerate() {
            if !password.bytes().all(|byte| alphabet::character(byte).is_some()) {
                continue;
            }
            // The law is flat at the top: the first ten are about as popular as each other.
            let count = weight * 1000.0 * exp2(-options.zipf * log2(rank as f64 + 10.0));
            let place = *index.entry(password.as_str()).or_insert_with(|| {
                merged.push((password.clone(), 0.0));
                merged.len() - 1
            });
            merged[place].1 += count;
        }
    }
    merged.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    merged
}

/// Passwords with their counts to a power, a million people in all.
fn flattened(training: &[Weighted], power: f64) -> Vec<Weighted> {
    let flat: Vec<f64> = training.iter().map(|(_, count)| exp2(power * log2(*count))).collect();
    let scale = 1e6 / flat.iter().sum::<f64>();
    training.iter().zip(flat).map(|((password, _), count)| (password.clone(), count * scale)).collect()
}

/// The words of each language as passwords that fewer people use: by Zipf's law, flatter at the top.
fn words_as_text(lists: &Lists, options: &Options) -> Vec<Weighted> {
    let count = |rank: usize| options.word_weight * 1000.0 * exp2(-options.zipf * log2(rank as f64 + 100.0));
    let ranked = |words: &[String]| -> Vec<Weighted> {
        let words = words.iter().take(WORDS_OF_A_LANGUAGE).enumerate();
        words.filter_map(|(rank, word)| Some((unaccented(word)?, count(rank)))).collect()
    };
    lists.words.iter().flat_map(|words| ranked(words)).collect()
}

/// The text that n-grams are counted in.
fn counted(text: &[Weighted]) -> Vec<ngrams::Counted> {
    let known = text.iter().map(|(password, count)| {
        let characters = password.bytes().filter_map(alphabet::character);
        let text = [BOUNDARY].into_iter().chain(characters).chain([BOUNDARY]).collect();
        (text, (count * ngrams::COUNT) as u64)
    });
    known.filter(|(_, count)| *count > 0).collect()
}

/// A word without its accents; `None` where the n-grams do not know a character.
fn unaccented(word: &str) -> Option<String> {
    let typed = |char: &text::Char| Some(char.typed).filter(|&typed| typed != alphabet::OTHER);
    let typed: Option<Vec<u8>> = text::Text::new(word).iter().map(typed).collect();
    Some(typed?.into_iter().map(|character| char::from(character - 1 + b' ')).collect())
}

/// The symbols of a password that has no others.
fn symbols(password: &str) -> Option<Vec<u8>> {
    let symbols: Option<Vec<u8>> = password.bytes().map(alphabet::symbol).collect();
    symbols.filter(|symbols| !symbols.is_empty())
}

/// The guess number for every step of cost, in thousandths of log10: how many passwords cost less.
///
/// A password drawn with probability `p` stands for `1 / (n p)` passwords of about its cost.
fn guess_numbers(model: &Model<'_>, options: &Options) -> Vec<u16> {
    use model::{GUESSES, GUESSES_STEP};
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
            let log10: f64 =
                if cheaper.len() > 50 { log10 } else { last + f64::from(GUESSES_STEP / cost::BIT) * math::LOG10_2 };
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

/// The lengths of words: shorter ones are left to the n-grams.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=model::MAX_WORD;
/// Of zxcvbn-ts's list, so many must not be taken for stronger than this.
const WEAK: (usize, f64) = (10_000, 5.95);

/// A password that is spelt out, and the guess number that it gets.
type Ranked = (usize, Vec<u8>);

/// The most popular passwords.
fn popular(training: &[Vec<u8>], options: &Options) -> Vec<Ranked> {
    (1..).zip(training).take(options.words).map(|(rank, symbols)| (rank, symbols.clone())).collect()
}

const LENGTHS_IN_TURN: [[usize; 2]; 4] = [[3, 6], [7, 7], [8, 8], [9, model::MAX_WORD]];

/// The popular passwords after those, of these lengths, of which the model thinks far too well.
fn misjudged(training: &[Vec<u8>], options: &Options, model: &[u8], [shortest, longest]: [usize; 2]) -> Vec<Ranked> {
    let (count, excess) = options.misjudged;
    let ranked = (1..).zip(training).take(count).skip(options.words);
    let misjudged = ranked.filter(|(rank, symbols)| {
        let password: String = symbols.iter().map(|&symbol| char::from(alphabet::letter(symbol))).collect();
        (shortest..=longest).contains(&symbols.len())
            && guesses_log10(model, &password) >= log2(*rank as f64) * math::LOG10_2 + excess
    });
    misjudged.map(|(rank, symbols)| (rank, symbols.clone())).collect()
}

/// Popular passwords that would get too high a score, for n-grams cannot know that they are weak: `htubcnhfwbz`
/// (регистрация on other keys).
fn too_strong(lists: &Lists, model: &[u8]) -> Vec<Ranked> {
    let (count, limit) = WEAK;
    let ranked = (1..).zip(&lists.passwords[1]).take(count);
    let strong = ranked.filter(|(_, password)| guesses_log10(model, password) >= limit);
    let symbols = |password: &str| password.bytes().map(|byte| alphabet::symbol(byte).unwrap_or(BOUNDARY)).collect();
    strong.map(|(rank, password)| (rank, symbols(password))).collect()
}

/// The cost that has this guess number, in quarter bits; from the hundredth on in halves and from the thousandth
/// on in two bits, which compress better.
fn cost_of_rank(rank: usize, curve: &[u16]) -> u8 {
    let thousandths = log2(rank as f64) * math::LOG10_2 * 1000.0;
    let step = curve.windows(2).position(|pair| f64::from(pair[1]) >= thousandths).unwrap_or(curve.len() - 2);
    let (low, high) = (f64::from(curve[step]), f64::from(curve[step + 1]));
    let share = if high > low { (thousandths - low) / (high - low) } else { 1.0 };
    // A step of the curve is four bits.
    let bits = (step as f64 + share) * 4.0;
    let coarse = match rank {
        ..100 => 0.25,
        100..1000 => 0.5,
        _ => 2.0,
    };
    ((bits / coarse + 0.5).floor() * coarse * 4.0) as u8
}
