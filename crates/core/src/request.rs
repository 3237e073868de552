//! A request: a JSON object whose fields are looked at one by one.
//!
//! Errors name the field and what it must be, and never the value: it may be a password that was put in the wrong
//! place. Unknown fields are an error, for a misspelt `currentPassword` would silently be none.

use passmuster::breach::Unknown;
use passmuster::{Context, Leak, Rules, Score};
use serde_json::{Map, Value};
use std::fmt;

/// The longest request, in bytes: a list of words for passphrases and more than any form holds. The estimate looks
/// at the first 4,096 characters of a password.
pub const MAX_REQUEST: usize = 1 << 20;
/// The most texts of a context, for each of them is looked for in the password.
pub const MAX_CONTEXT: usize = 256;

/// The most languages, for the words of each are looked for as well.
pub const MAX_LANGUAGES: usize = 4;

/// Why a request cannot be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestError(String);

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for RequestError {}

impl RequestError {
    /// A pointer that `passmuster_alloc` did not hand out, or more bytes than it has room for.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn no_buffer() -> Self {
        Self("the request must lie in a buffer of passmuster_alloc that is long enough, and be handed in once".into())
    }
}

impl From<passmuster::generate::GenerateError> for RequestError {
    fn from(error: passmuster::generate::GenerateError) -> Self {
        Self(error.to_string())
    }
}

fn error<T>(message: impl Into<String>) -> Result<T, RequestError> {
    Err(RequestError(message.into()))
}

/// The fields of a request that were not yet taken.
pub(crate) struct Fields(Map<String, Value>);

impl Fields {
    /// Reads a JSON object.
    pub(crate) fn parse(request: &[u8]) -> Result<Self, RequestError> {
        if request.len() > MAX_REQUEST {
            return error(format!("the request must be at most {MAX_REQUEST} bytes long"));
        }
        match serde_json::from_slice(request) {
            Ok(Value::Object(fields)) => Ok(Self(fields)),
            Ok(_) => error("the request must be a JSON object"),
            // The words of such an error say where it is, and hold nothing of the text.
            Err(fault) => error(format!(
                "the request is not JSON in UTF-8, without lone surrogates: column {} of line {}",
                fault.column(),
                fault.line()
            )),
        }
    }

    /// A field's value; `null` is none.
    fn take(&mut self, name: &str) -> Option<Value> {
        self.0.swap_remove(name).filter(|value| !value.is_null())
    }

    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, RequestError> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => error(format!("`{name}` must be a string")),
        }
    }

    pub(crate) fn texts(&mut self, name: &str, most: usize) -> Result<Option<Vec<String>>, RequestError> {
        let Some(value) = self.take(name) else { return Ok(None) };
        let texts = match value {
            Value::Array(values) => values.into_iter().map(|value| match value {
                Value::String(text) => Some(text),
                _ => None,
            }),
            _ => return error(format!("`{name}` must be an array of strings")),
        };
        match texts.collect::<Option<Vec<_>>>() {
            Some(texts) if texts.len() <= most => Ok(Some(texts)),
            Some(_) => error(format!("`{name}` must hold at most {most} strings")),
            None => error(format!("`{name}` must be an array of strings")),
        }
    }

    pub(crate) fn number(&mut self, name: &str, from: i64, to: i64) -> Result<Option<i64>, RequestError> {
        let Some(value) = self.take(name) else { return Ok(None) };
        match value.as_i64().filter(|number| (from..=to).contains(number)) {
            Some(number) => Ok(Some(number)),
            None => error(format!("`{name}` must be a whole number from {from} to {to}")),
        }
    }

    fn flag(&mut self, name: &str) -> Result<Option<bool>, RequestError> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(flag)),
            Some(_) => error(format!("`{name}` must be true or false")),
        }
    }

    fn object(&mut self, name: &str) -> Result<Option<Self>, RequestError> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::Object(fields)) => Ok(Some(Self(fields))),
            Some(_) => error(format!("`{name}` must be an object")),
        }
    }

    /// A field without which there is no answer.
    pub(crate) fn required<T>(name: &str, value: Option<T>) -> Result<T, RequestError> {
        value.map_or_else(|| error(format!("`{name}` is missing")), Ok)
    }

    /// Nothing may be left.
    pub(crate) fn end(self) -> Result<(), RequestError> {
        match self.0.keys().next() {
            None => Ok(()),
            // Not its name: where `"a": "b"` was written the wrong way round, that is the password.
            Some(_) => error("the request has a field that is not known: look for a misspelt name"),
        }
    }

    /// What an estimate is made of.
    pub(crate) fn estimate(&mut self) -> Result<(String, Context), RequestError> {
        let password = Self::required("password", self.text("password")?)?;
        let year = self.number("year", 1, 9_999)?;
        let Some(year) = year else {
            return error("`year` is missing: hand in the present year, for a plain wasm has no clock");
        };
        let context = Context::default()
            .with_inputs(self.texts("context", MAX_CONTEXT)?.unwrap_or_default().iter().map(String::as_str))
            .with_current_password(&*self.text("currentPassword")?.unwrap_or_default())
            .with_year(year as i32);
        let languages = self.texts("languages", MAX_LANGUAGES)?.unwrap_or_else(|| vec!["en".to_owned()]);
        match context.with_languages(&languages) {
            Ok(context) => Ok((password, context)),
            Err(_) => error("`languages` must be tags such as en or pt-BR of which this version has a vocabulary"),
        }
    }

    /// The site's rules, the default ones where they are not named.
    pub(crate) fn rules(&mut self) -> Result<Rules, RequestError> {
        let mut rules = Rules::default();
        let Some(mut fields) = self.object("rules")? else { return Ok(rules) };
        if let Some(length) = fields.number("minLength", 1, 1_024)? {
            rules.min_length = length as usize;
        }
        if let Some(score) = fields.number("minScore", 0, 4)? {
            rules.min_score = Score::from_number(score as u8).unwrap_or(rules.min_score);
        }
        if let Some(block) = fields.flag("blockUnverified")? {
            rules.block_unverified = block;
        }
        fields.end()?;
        Ok(rules)
    }

    /// What is known of leaks: none while the answer is awaited.
    pub(crate) fn leak(&mut self) -> Result<Option<Leak>, RequestError> {
        let Some(mut fields) = self.object("leak")? else { return Ok(None) };
        let status = Self::required("status", fields.text("status")?)?;
        let count = fields.number("count", 0, i64::MAX)?;
        let reason = fields.text("reason")?;
        fields.end()?;
        match (status.as_str(), count, reason) {
            ("found", Some(count @ 1..), None) => Ok(Some(Leak::Found(count as u64))),
            ("found", ..) => error("a leak that was `found` has a `count` of at least 1 and no `reason`"),
            ("clear", None | Some(0), None) => Ok(Some(Leak::Clear)),
            ("clear", ..) => error("a leak that is `clear` has no `count` but 0 and no `reason`"),
            ("unknown", None | Some(0), reason) => {
                let reason = reason.as_deref().unwrap_or(Unknown::Network.name());
                match Unknown::ALL.iter().find(|known| known.name() == reason) {
                    Some(reason) => Ok(Some(Leak::Unknown(*reason))),
                    None => {
                        let names: Vec<&str> = Unknown::ALL.iter().map(|known| known.name()).collect();
                        error(format!("`reason` must be one of {}", names.join(", ")))
                    }
                }
            }
            ("unknown", ..) => error("a leak that is `unknown` has no `count` but 0"),
            _ => error("`status` must be found, clear or unknown"),
        }
    }

    /// Thirty-two random bytes.
    pub(crate) fn seed(&mut self) -> Result<[u8; 32], RequestError> {
        let mut digits = Self::required("seed", self.text("seed")?)?;
        let mut seed = [0; 32];
        let right = digits.len() == 64
            && digits.bytes().zip(0..).all(|(digit, place)| {
                let value = char::from(digit).to_digit(16);
                seed[place / 2] = seed[place / 2] << 4 | value.unwrap_or(0) as u8;
                value.is_some()
            });
        zeroize::Zeroize::zeroize(&mut digits);
        if right { Ok(seed) } else { error("`seed` must be 64 hexadecimal digits: 32 fresh random bytes") }
    }
}
