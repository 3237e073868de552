//! The packs that are compiled in: the feature `packs`.

use super::{Context, Pack};
use std::fmt;
use std::sync::OnceLock;

macro_rules! packs {
    ($($tag:literal),*) => {
        const PACKS: &[(&str, &[u8])] = &[$(($tag, include_bytes!(concat!("packs/", $tag, ".bin")))),*];
    };
}
packs!["de", "en", "es", "fr", "id", "it", "nl", "pl", "pt"];

/// The packs that somebody asked for already, in the order of [`PACKS`].
static LOADED: [OnceLock<Pack>; PACKS.len()] = [const { OnceLock::new() }; PACKS.len()];

/// A language that there is no pack of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLanguage(String);

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known: Vec<&str> = PACKS.iter().map(|(tag, _)| *tag).collect();
        write!(f, "there is no vocabulary of the language {:?}; there is one of {}", self.0, known.join(", "))
    }
}

impl std::error::Error for UnknownLanguage {}

impl Context {
    /// Adds the vocabularies of languages, by tags such as `en` and `pt-BR`, of which the first part counts.
    ///
    /// # Errors
    /// Where there is no vocabulary of one of them.
    ///
    /// ```
    /// use passmuster::{Context, Score, estimate};
    ///
    /// let context = Context::default().with_languages(["en", "de"])?;
    /// assert!(estimate("headquarters", &context).score() <= Score::One);
    /// # Ok::<(), passmuster::estimate::UnknownLanguage>(())
    /// ```
    pub fn with_languages(self, tags: impl IntoIterator<Item = impl AsRef<str>>) -> Result<Self, UnknownLanguage> {
        let packs = tags.into_iter().map(|tag| pack(tag.as_ref())).collect::<Result<Vec<_>, _>>()?;
        Ok(self.with_packs(packs))
    }
}

fn pack(tag: &str) -> Result<Pack, UnknownLanguage> {
    let language = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let place = PACKS.iter().position(|(tag, _)| *tag == language).ok_or_else(|| UnknownLanguage(tag.to_owned()))?;
    Ok(LOADED[place]
        .get_or_init(|| Pack::from_bytes(PACKS[place].1).expect("the pack was built with the crate"))
        .clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pack_is_one_of_its_language() {
        for (tag, _) in PACKS {
            assert_eq!(pack(tag).unwrap().language(), *tag);
        }
        assert_eq!(pack("PT-br").unwrap().language(), "pt");
        assert!(pack("tlh").unwrap_err().to_string().starts_with("there is no vocabulary of the language \"tlh\""));
    }
}
