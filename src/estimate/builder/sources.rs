//! Where the training text comes from: packages of public registries.

use std::{fmt, fs, io, path::Path};

/// Languages, by the names of the packages that hold their words.
const LANGUAGES: [&str; 6] = ["en", "de", "es-es", "fr", "id", "pt-br"];

/// Lists of popular passwords, the most popular first, and of words.
pub struct Lists {
    /// Django's list, and that of `@zxcvbn-ts/language-common`.
    pub passwords: [Vec<String>; 2],
    /// The words of a language, the most common first, for each of [`LANGUAGES`].
    pub words: Vec<Vec<String>>,
}

/// A list that cannot be had.
#[derive(Debug)]
pub struct SourceError {
    path: String,
    problem: String,
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; `npm ci` and `npm run model` bring the lists", self.path, self.problem)
    }
}

impl std::error::Error for SourceError {}

impl Lists {
    /// Reads the lists from where npm and pip put packages.
    ///
    /// # Errors
    /// When a file is missing or is no list.
    pub fn read(npm: &Path, pypi: &Path) -> Result<Self, SourceError> {
        let django = pypi.join("django/contrib/auth/common-passwords.txt.gz");
        let zxcvbn_ts = npm.join("@zxcvbn-ts/language-common/src/passwords.json");
        let words = |language| npm.join(format!("@zxcvbn-ts/language-{language}/src/commonWords.json"));
        Ok(Self {
            passwords: [read(&django, gzipped_lines)?, read(&zxcvbn_ts, json_array)?],
            words: LANGUAGES.iter().map(|language| read(&words(language), json_array)).collect::<Result<_, _>>()?,
        })
    }
}

fn read(path: &Path, parse: fn(&[u8]) -> io::Result<Vec<String>>) -> Result<Vec<String>, SourceError> {
    fs::read(path)
        .and_then(|bytes| parse(&bytes))
        .map_err(|error| SourceError { path: path.display().to_string(), problem: error.to_string() })
}

fn gzipped_lines(bytes: &[u8]) -> io::Result<Vec<String>> {
    let text = io::read_to_string(flate2::read::GzDecoder::new(bytes))?;
    Ok(text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

fn json_array(bytes: &[u8]) -> io::Result<Vec<String>> {
    Ok(serde_json::from_slice(bytes)?)
}
