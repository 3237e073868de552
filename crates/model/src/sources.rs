//! Where the training text comes from: packages of public registries.

use std::{fmt, fs, io, path::Path};

/// Languages, by the names of the packages that hold their words.
const LANGUAGES: [&str; 6] = ["en", "de", "es-es", "fr", "id", "pt-br"];

/// A language of which there is a pack, and the lists of its package that go into it: those of words, the most common
/// first, and then those of names.
pub struct Language {
    /// As the attribute `lang` has it.
    pub tag: &'static str,
    package: &'static str,
    words: &'static [&'static str],
    names: &'static [&'static str],
}

/// The languages of the packs.
pub const PACKS: &[Language] = &{
    const fn language(tag: &'static str, package: &'static str) -> Language {
        Language { tag, package, words: &["commonWords", "wikipedia"], names: &["firstnames", "lastnames"] }
    }
    [
        language("de", "de"),
        language("en", "en"),
        language("es", "es-es"),
        language("fr", "fr"),
        Language { names: &["names"], ..language("id", "id") },
        language("it", "it"),
        Language { names: &["girlsFirstnames", "boysFirstnames", "lastnames"], ..language("nl", "nl-be") },
        Language {
            names: &["femaleFirstnames", "maleFirstnames", "femaleLastnames", "maleLastnames"],
            ..language("pl", "pl")
        },
        language("pt", "pt-br"),
    ]
};

/// Lists of popular passwords, the most popular first, and of words.
pub struct Lists {
    /// Django's list, and that of `@zxcvbn-ts/language-common`.
    pub passwords: [Vec<String>; 2],
    /// The words of a language, the most common first, for each of `LANGUAGES`.
    pub words: Vec<Vec<String>>,
    /// The words and the names of the packs, for each of [`PACKS`].
    packs: Vec<[Vec<Vec<String>>; 2]>,
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
        let lists = |language: &Language, names: &[&str]| {
            let path = |name| npm.join(format!("@zxcvbn-ts/language-{}/src/{name}.json", language.package));
            names.iter().map(|name| read(&path(name), json_array)).collect::<Result<Vec<_>, _>>()
        };
        let packs =
            PACKS.iter().map(|language| Ok([lists(language, language.words)?, lists(language, language.names)?]));
        Ok(Self {
            packs: packs.collect::<Result<_, _>>()?,
            passwords: [read(&django, gzipped_lines)?, read(&zxcvbn_ts, json_array)?],
            words: LANGUAGES.iter().map(|language| read(&words(language), json_array)).collect::<Result<_, _>>()?,
        })
    }

    /// What goes into a language's pack and its rank in its own list, what people choose most often first: the lists
    /// take turns, names two of three, for there are more of them and they are shorter known.
    pub(super) fn vocabulary(&self, language: &Language) -> impl Iterator<Item = (usize, &str)> {
        let place = PACKS.iter().position(|other| other.tag == language.tag).expect("a language of the packs");
        let lists = self.packs[place].iter().flatten();
        let mut ranked: Vec<(usize, &str)> =
            lists.flat_map(|list| list.iter().enumerate().map(|(rank, word)| (rank, word.as_str()))).collect();
        ranked.sort_by_key(|&(rank, _)| rank);
        ranked.into_iter()
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
