//! `model accuracy`: how well do the engines rank the passwords of a file?
//!
//! A meter is accurate when it ranks passwords as attackers would find them. The field's measure is the weighted
//! Spearman correlation of its guess numbers with a reference (Golla and Dürmuth, "On the Accuracy of Password
//! Strength Meters", CCS 2018). A file has a header line and, separated by tabs, a reference, a weight and a
//! password a line:
//!
//! - *offline*: the reference is the guess number of a professional cracker, 1e15 for never guessed;
//! - *online*: the reference is minus the number of people who had the password. Guess numbers cannot be compared
//!   with that, and so calibration is not printed.

use anyhow::{Context as _, bail, ensure};
use passmuster::Context;
use passmuster::estimate::{Engine, estimate_with};
use std::fmt;
use std::io::{self, Write};
use std::path::PathBuf;
use zeroize::Zeroizing;

/// Guess numbers are compared up to this power of ten: beyond it nobody has guessed.
const CEILING: f64 = 15.0;
/// An estimate that is wrong by more powers of ten is counted as over- or underestimated.
const WRONG: f64 = 2.0;

#[derive(clap::Args)]
pub struct Arguments {
    /// A header line, then a reference, a weight and a password a line, separated by tabs.
    file: PathBuf,
}

/// The passwords of a file.
#[derive(Default)]
struct Sample {
    references: Vec<f64>,
    weights: Vec<f64>,
    passwords: Vec<Zeroizing<String>>,
}

pub fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let file = || arguments.file.display().to_string();
    let text = Zeroizing::new(std::fs::read_to_string(&arguments.file).with_context(file)?);
    let sample = Sample::parse(&text).with_context(file)?;
    let mut output = io::stdout().lock();
    for (name, engine) in [("muster", Engine::Muster), ("zxcvbn", Engine::Zxcvbn)] {
        let context = Context::default();
        let estimate = |password: &Zeroizing<String>| estimate_with(engine, password, &context).guesses_log10;
        let estimates: Vec<f64> = sample.passwords.iter().map(estimate).collect();
        writeln!(output, "{name:8} {}", sample.measure(&estimates))?;
    }
    Ok(())
}

impl Sample {
    /// Reads a file. Errors name the line and never quote it.
    fn parse(text: &str) -> anyhow::Result<Self> {
        let mut sample = Self::default();
        for (number, line) in (1..).zip(text.split('\n')).skip(1) {
            let line = line.strip_suffix('\r').unwrap_or(line);
            if line.is_empty() {
                continue;
            }
            let mut columns = line.splitn(3, '\t');
            let (Some(reference), Some(weight), Some(password)) = (columns.next(), columns.next(), columns.next())
            else {
                bail!("line {number}: expected a reference, a weight and a password, separated by tabs");
            };
            let finite = |column: &str| column.parse().ok().filter(|number: &f64| number.is_finite());
            let reference = finite(reference).with_context(|| format!("line {number}: the reference is no number"))?;
            let weight = finite(weight)
                .filter(|&weight| weight > 0.0)
                .with_context(|| format!("line {number}: the weight is no positive number"))?;
            sample.references.push(reference);
            sample.weights.push(weight);
            sample.passwords.push(Zeroizing::new(password.to_owned()));
        }
        ensure!(sample.passwords.len() > 1, "fewer than two passwords");
        Ok(sample)
    }

    fn measure(&self, estimates: &[f64]) -> Measure {
        let spearman = weighted_spearman(estimates, &self.references, &self.weights);
        // Guess numbers start at one; references of online files are negative.
        let offline = self.references.iter().all(|&reference| reference > 0.0);
        let calibration = offline.then(|| {
            let pairs = estimates.iter().zip(&self.references);
            let errors: Vec<f64> = pairs.map(|(e, r)| e.min(CEILING) - r.log10().min(CEILING)).collect();
            let share = |counts: fn(f64) -> bool| {
                errors.iter().filter(|&&error| counts(error)).count() as f64 / errors.len() as f64
            };
            Calibration {
                error: errors.iter().map(|error| error.abs()).sum::<f64>() / errors.len() as f64,
                over: share(|error| error > WRONG),
                under: share(|error| error < -WRONG),
            }
        });
        Measure { spearman, calibration }
    }
}

/// How accurate an engine is.
struct Measure {
    spearman: f64,
    calibration: Option<Calibration>,
}

/// How far estimates are from the reference, in powers of ten, and the shares that are far off.
struct Calibration {
    error: f64,
    over: f64,
    under: f64,
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "weighted Spearman {:.3}", self.spearman)?;
        let Some(Calibration { error, over, under }) = &self.calibration else { return Ok(()) };
        let (over, under) = (100.0 * over, 100.0 * under);
        write!(f, ", mean absolute error {error:.2} decades, over by more than 2: {over:.1} %, under: {under:.1} %")
    }
}

/// Pearson's correlation of the weighted ranks.
fn weighted_spearman(x: &[f64], y: &[f64], weights: &[f64]) -> f64 {
    let (x, y) = (weighted_ranks(x, weights), weighted_ranks(y, weights));
    let total: f64 = weights.iter().sum();
    let mean = |ranks: &[f64]| ranks.iter().zip(weights).map(|(rank, weight)| rank * weight).sum::<f64>() / total;
    let (mean_x, mean_y) = (mean(&x), mean(&y));
    let (mut covariance, mut variance_x, mut variance_y) = (0.0, 0.0, 0.0);
    for ((x, y), weight) in x.iter().zip(&y).zip(weights) {
        let (x, y) = (x - mean_x, y - mean_y);
        covariance += weight * x * y;
        variance_x += weight * x * x;
        variance_y += weight * y * y;
    }
    covariance / (variance_x * variance_y).sqrt()
}

/// The rank of each value: the weight of those below it, and half the weight of its ties.
fn weighted_ranks(values: &[f64], weights: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let (mut ranks, mut below) = (vec![0.0; values.len()], 0.0);
    for ties in order.chunk_by(|&a, &b| values[a] == values[b]) {
        let tied: f64 = ties.iter().map(|&index| weights[index]).sum();
        for &index in ties {
            ranks[index] = below + tied / 2.0;
        }
        below += tied;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_a_rank_that_weighs_half_of_them() {
        assert_eq!(weighted_ranks(&[5.0, 1.0, 5.0, 9.0], &[1.0, 2.0, 3.0, 4.0]), [4.0, 1.0, 4.0, 8.0]);
    }

    #[test]
    fn the_same_order_correlates_perfectly_and_the_reverse_order_inversely() {
        let weights = [3.0, 1.0, 2.0];
        assert!((weighted_spearman(&[1.0, 2.0, 3.0], &[10.0, 20.0, 90.0], &weights) - 1.0).abs() < 1e-12);
        assert!((weighted_spearman(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0], &weights) + 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_malformed_line_is_an_error_that_names_it_and_does_not_quote_it() {
        for line in ["1\t2", "x\t2\tsecret", "1\t-2\tsecret", "1\tNaN\tsecret"] {
            let Err(error) = Sample::parse(&format!("reference\tweight\tpassword\n1\t1\ta\n{line}\n")) else {
                panic!("{line:?} was read");
            };
            assert!(error.to_string().starts_with("line 3:") && !error.to_string().contains("secret"), "{error}");
        }
    }

    #[test]
    fn a_password_may_hold_tabs_and_spaces() {
        let sample = Sample::parse("reference\tweight\tpassword\n1\t1\ta\tb \n2\t1\t c\n").unwrap();
        assert_eq!(*sample.passwords[0], "a\tb ");
        assert_eq!(*sample.passwords[1], " c");
    }

    #[test]
    fn only_guess_numbers_are_compared_with_guess_numbers() {
        let sample = |text: &str| Sample::parse(text).unwrap().measure(&[2.0, 6.0]);
        let offline = sample("reference\tweight\tpassword\n100\t1\ta\n1000\t1\tb\n").calibration.unwrap();
        assert_eq!((offline.error, offline.over, offline.under), (1.5, 0.5, 0.0));
        assert!(sample("reference\tweight\tpassword\n-100\t1\ta\n-10\t1\tb\n").calibration.is_none());
    }
}
