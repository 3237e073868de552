//! What of the Python package is Rust: plain values in and out. python/passmuster/ makes classes of them.

use passmuster::breach::{Client, Endpoint, Unknown};
use passmuster::estimate::Part;
use passmuster::generate::{self, Generated, PasswordRules};
use passmuster::{Context, Estimate, Leak, Nfc, Rules, Score, Verdict, policy};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use std::time::Duration;
use unicode_segmentation::UNICODE_VERSION;

/// Score, log10 of guesses, warning, suggestions, and the parts: kind, start and end in code points, log10 of guesses.
type EstimateParts = (u8, f64, Option<&'static str>, Vec<&'static str>, Vec<(&'static str, usize, usize, f64)>);

fn context(inputs: Vec<String>, current_password: &str, year: i32, languages: Vec<String>) -> PyResult<Context> {
    let context = Context::default()
        .with_inputs(inputs.iter().map(String::as_str))
        .with_current_password(current_password)
        .with_year(year);
    context.with_languages(languages).map_err(|error| PyValueError::new_err(error.to_string()))
}

fn parts(password: &str, estimate: &Estimate) -> EstimateParts {
    let password = Nfc::new(password);
    let mut start = 0;
    let part = |part: &Part| {
        let end = start + password[part.start..part.end].chars().count();
        (part.kind.name(), std::mem::replace(&mut start, end), end, part.guesses_log10)
    };
    let sequence = estimate.sequence.iter().map(part).collect();
    let suggestions = estimate.suggestions.iter().map(|suggestion| suggestion.name()).collect();
    (
        estimate.score() as u8,
        estimate.guesses_log10,
        estimate.warning.map(|warning| warning.name()),
        suggestions,
        sequence,
    )
}

/// Estimates a password.
#[pyfunction]
fn estimate(
    password: &str,
    inputs: Vec<String>,
    current_password: &str,
    year: i32,
    languages: Vec<String>,
) -> PyResult<EstimateParts> {
    let context = context(inputs, current_password, year, languages)?;
    Ok(parts(password, &passmuster::estimate(password, &context)))
}

/// Judges a password: the verdict, whether it may be stored, its length in grapheme clusters, and the estimate.
#[pyfunction]
#[allow(clippy::too_many_arguments, reason = "they are named on the other side")]
fn judge(
    password: &str,
    inputs: Vec<String>,
    current_password: &str,
    year: i32,
    languages: Vec<String>,
    rules: (usize, u8, bool),
    leak: Option<(&str, u64, Option<&str>)>,
) -> PyResult<(&'static str, bool, usize, EstimateParts)> {
    let context = context(inputs, current_password, year, languages)?;
    let (min_length, min_score, block_unverified) = rules;
    let min_score = Score::from_number(min_score).ok_or_else(|| PyValueError::new_err("min_score must be 0 to 4"))?;
    let rules = Rules { min_length, min_score, block_unverified };
    let leak = leak.map(read_leak).transpose()?;
    let estimate = passmuster::estimate(password, &context);
    let length = policy::length(password);
    let verdict = policy::verdict(&estimate, length, leak, &rules);
    let undecided = matches!(verdict, Verdict::Empty | Verdict::Checking);
    Ok((verdict.name(), !undecided && verdict.allows(&rules), length, parts(password, &estimate)))
}

fn read_leak((status, count, reason): (&str, u64, Option<&str>)) -> PyResult<Leak> {
    match status {
        "found" if count > 0 => Ok(Leak::Found(count)),
        "clear" => Ok(Leak::Clear),
        "unknown" => {
            let reason = reason.unwrap_or(Unknown::Network.name());
            let known = Unknown::ALL.iter().find(|known| known.name() == reason);
            known
                .map(|known| Leak::Unknown(*known))
                .ok_or_else(|| PyValueError::new_err("the leak's reason is not known"))
        }
        _ => Err(PyValueError::new_err("a leak is found, with a count of at least 1, clear or unknown")),
    }
}

/// A range endpoint, and when it was last in trouble. Shared by all threads.
#[pyclass(frozen)]
struct Lookup(Client);

#[pymethods]
impl Lookup {
    /// Waits for `timeout` seconds at most.
    #[new]
    fn new(endpoint: &str, timeout: f64) -> PyResult<Self> {
        let endpoint: Endpoint = endpoint
            .parse()
            .map_err(|error: passmuster::breach::EndpointError| PyValueError::new_err(error.to_string()))?;
        let timeout = Duration::try_from_secs_f64(timeout).map_err(|error| PyValueError::new_err(error.to_string()))?;
        Ok(Self(Client::new(endpoint).with_timeout(timeout)))
    }

    /// Status, count and reason. Other threads of Python go on while this one waits.
    fn check(&self, py: Python<'_>, password: &str) -> (&'static str, u64, Option<&'static str>) {
        let leak = py.detach(|| self.0.check(password));
        (leak.name(), leak.count(), leak.reason().map(Unknown::name))
    }
}

fn random(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the system has randomness");
}

fn generated(generated: Result<Generated, generate::GenerateError>) -> PyResult<(String, f64)> {
    let generated = generated.map_err(|error| PyValueError::new_err(error.to_string()))?;
    Ok((generated.password.to_string(), generated.bits))
}

/// A passphrase and its bits.
#[pyfunction]
fn passphrase(words: &str, count: usize) -> PyResult<(String, f64)> {
    let words: Vec<&str> = words.split_ascii_whitespace().collect();
    generated(generate::passphrase(&words, count, &mut random))
}

/// Random characters that follow `passwordrules`, and their bits.
#[pyfunction]
fn characters(length: usize, passwordrules: &str) -> PyResult<(String, f64)> {
    let rules: PasswordRules =
        passwordrules.parse().map_err(|error: generate::GenerateError| PyValueError::new_err(error.to_string()))?;
    let length = length.max(rules.min_length.unwrap_or(0).min(1_024)).min(rules.max_length.unwrap_or(usize::MAX));
    generated(generate::characters(length, &rules, &mut random))
}

/// What python/passmuster/ imports.
#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("HAVE_I_BEEN_PWNED", Endpoint::HAVE_I_BEEN_PWNED)?;
    let (major, minor, patch) = UNICODE_VERSION;
    module.add("UNICODE_VERSION", format!("{major}.{minor}.{patch}"))?;
    module.add_class::<Lookup>()?;
    module.add_function(wrap_pyfunction!(estimate, module)?)?;
    module.add_function(wrap_pyfunction!(judge, module)?)?;
    module.add_function(wrap_pyfunction!(passphrase, module)?)?;
    module.add_function(wrap_pyfunction!(characters, module)?)?;
    Ok(())
}
