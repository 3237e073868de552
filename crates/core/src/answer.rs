//! The answers: what the library says, under the names by which JavaScript knows it.

use crate::request::{Fields, RequestError};
use chacha20::ChaCha20Rng;
use chacha20::rand_core::{Rng, SeedableRng};
use passmuster::generate::{self, PasswordRules};
use passmuster::{Context, Estimate, Leak, Rules, policy};
use serde::Serialize;
use zeroize::Zeroizing;

/// An estimate.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EstimateAnswer {
    /// From 0 to 4.
    pub score: u8,
    /// log10 of the number of guesses.
    pub guesses_log10: f64,
    /// The name of what made it weak.
    pub warning: Option<&'static str>,
    /// The names of what would make it stronger, most useful first.
    pub suggestions: Vec<&'static str>,
    /// The parts that it was taken for.
    pub sequence: Vec<PartAnswer>,
}

/// A part of a password.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PartAnswer {
    /// The name of what it was taken for.
    pub kind: &'static str,
    /// Where it begins, in bytes of the password's NFC form in UTF-8.
    pub start: usize,
    /// Where it ends, in the same bytes.
    pub end: usize,
    /// log10 of the number of guesses for this part alone.
    pub guesses_log10: f64,
}

/// A verdict, and the estimate that it rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct JudgeAnswer {
    /// The name of the verdict.
    pub verdict: &'static str,
    /// Whether the password may be set.
    pub allowed: bool,
    /// How many characters people count: grapheme clusters.
    pub length: usize,
    /// What the verdict rests on.
    #[serde(flatten)]
    pub estimate: EstimateAnswer,
}

#[derive(Serialize)]
struct GenerateAnswer<'a> {
    password: &'a str,
    bits: f64,
}

impl From<&Estimate> for EstimateAnswer {
    fn from(estimate: &Estimate) -> Self {
        let part = |part: &passmuster::estimate::Part| PartAnswer {
            kind: part.kind.name(),
            start: part.start,
            end: part.end,
            guesses_log10: part.guesses_log10,
        };
        Self {
            score: estimate.score() as u8,
            guesses_log10: estimate.guesses_log10,
            warning: estimate.warning.map(|warning| warning.name()),
            suggestions: estimate.suggestions.iter().map(|suggestion| suggestion.name()).collect(),
            sequence: estimate.sequence.iter().map(part).collect(),
        }
    }
}

impl JudgeAnswer {
    /// Judges a password.
    pub fn new(password: &str, context: &Context, leak: Option<Leak>, rules: &Rules) -> Self {
        let estimate = passmuster::estimate(password, context);
        let length = policy::length(password);
        let verdict = policy::verdict(&estimate, length, leak, rules);
        Self {
            verdict: verdict.name(),
            // What may be set while the answer is awaited is not yet known.
            allowed: !matches!(verdict, policy::Verdict::Empty | policy::Verdict::Checking) && verdict.allows(rules),
            length,
            estimate: (&estimate).into(),
        }
    }
}

/// Answers `{ password, context, currentPassword, year, languages }` with an estimate.
///
/// # Errors
/// Where the request is not as README.md describes it; the same holds for the others.
pub fn estimate(request: &[u8]) -> Result<Vec<u8>, RequestError> {
    let mut fields = Fields::parse(request)?;
    let (password, context) = fields.estimate()?;
    fields.end()?;
    let password = Zeroizing::new(password);
    Ok(json(&EstimateAnswer::from(&passmuster::estimate(&password, &context))))
}

/// Answers `{ password, context, currentPassword, year, languages, rules, leak }` with a verdict and an estimate.
///
/// # Errors
/// Where the request is not as README.md describes it.
pub fn judge(request: &[u8]) -> Result<Vec<u8>, RequestError> {
    let mut fields = Fields::parse(request)?;
    let (password, context) = fields.estimate()?;
    let password = Zeroizing::new(password);
    let (rules, leak) = (fields.rules()?, fields.leak()?);
    fields.end()?;
    Ok(json(&JudgeAnswer::new(&password, &context, leak, &rules)))
}

/// Answers `{ seed, length, passwordrules }` or `{ seed, words, count }` with a password and its bits.
///
/// The seed is stretched by ChaCha20: as many random numbers as it takes, from 256 random bits.
///
/// # Errors
/// Where the request is not as README.md describes it, or no password can follow the rules.
pub fn generate(request: &[u8]) -> Result<Vec<u8>, RequestError> {
    let mut fields = Fields::parse(request)?;
    let mut source = ChaCha20Rng::from_seed(fields.seed()?);
    let mut random = |bytes: &mut [u8]| source.fill_bytes(bytes);
    let generated = if let Some(words) = fields.texts("words", usize::MAX)? {
        let count = Fields::required("count", fields.number("count", 1, 64)?)?;
        fields.end()?;
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        generate::passphrase(&words, count as usize, &mut random)?
    } else {
        let length = Fields::required("length` or `words", fields.number("length", 1, 1_024)?)?;
        let rules: PasswordRules = fields.text("passwordrules")?.unwrap_or_default().parse()?;
        fields.end()?;
        let length = (length as usize).max(rules.min_length.unwrap_or(0).min(1_024));
        generate::characters(length.min(rules.max_length.unwrap_or(usize::MAX)), &rules, &mut random)?
    };
    Ok(json(&GenerateAnswer { password: &generated.password, bits: generated.bits }))
}

/// The answer where there is none.
pub fn failure(error: &RequestError) -> Vec<u8> {
    json(&serde_json::json!({ "error": error.to_string() }))
}

fn json(answer: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(answer).expect("names and finite numbers are JSON")
}
