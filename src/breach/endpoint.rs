//! Where to ask.

use super::Prefix;
use std::fmt;
use std::str::FromStr;

/// A range endpoint: an absolute `http` or `https` URL to which the prefix is appended.
///
/// ```
/// use passmuster::breach::{Digest, Endpoint};
///
/// let endpoint: Endpoint = "https://leaks.example.org/range".parse()?;
/// assert_eq!(endpoint.url(Digest::of("password").prefix()), "https://leaks.example.org/range/5BAA6");
/// # Ok::<(), passmuster::breach::EndpointError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint(String);

/// A text is no range endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndpointError {
    found: String,
}

impl fmt::Display for EndpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { found } = self;
        write!(f, "the breach endpoint must be an http or https URL without user, password and fragment, not {found:?}")
    }
}

impl std::error::Error for EndpointError {}

impl Endpoint {
    /// The range endpoint of Have I Been Pwned, which anybody may ask without a key.
    pub const HAVE_I_BEEN_PWNED: &str = "https://api.pwnedpasswords.com/range/";

    /// The endpoint at an absolute URL that somebody has looked at already: a page, whose browser parsed it.
    pub fn of_url(url: &str) -> Self {
        let slash = if url.bytes().next_back().is_some_and(|end| end.is_ascii_alphanumeric()) { "/" } else { "" };
        Self([url, slash].concat())
    }

    /// The URL that is asked for a prefix.
    pub fn url(&self, prefix: Prefix) -> String {
        let mut url = self.0.clone();
        url.extend(prefix.digits());
        url
    }

    /// The URL without a prefix.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Endpoint {
    /// That of Have I Been Pwned.
    fn default() -> Self {
        Self(Self::HAVE_I_BEEN_PWNED.to_owned())
    }
}

impl FromStr for Endpoint {
    type Err = EndpointError;

    /// Reads an absolute URL. Where it ends in a letter or a digit, a slash is put before the prefix, so that
    /// `…/range` and `…/range/` are the same and `…?prefix=` works too.
    fn from_str(text: &str) -> Result<Self, EndpointError> {
        let error = || EndpointError { found: text.to_owned() };
        let (scheme, rest) = text.split_once(':').ok_or_else(error)?;
        let rest = rest.strip_prefix("//").ok_or_else(error)?;
        let authority = rest.split(['/', '?']).next().unwrap_or_default();
        let right = ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
            && !authority.is_empty()
            && !authority.starts_with(':')
            && !authority.contains('@')
            && text.bytes().all(|byte| byte.is_ascii_graphic() && !b"#\\\"<>".contains(&byte));
        if !right {
            return Err(error());
        }
        Ok(Self::of_url(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prefix_is_appended_and_a_missing_slash_put_before_it() {
        let prefix: Prefix = "5BAA6".parse().unwrap();
        for (endpoint, url) in [
            (Endpoint::HAVE_I_BEEN_PWNED, "https://api.pwnedpasswords.com/range/5BAA6"),
            ("http://localhost:8080/range", "http://localhost:8080/range/5BAA6"),
            ("HTTPS://example.org", "HTTPS://example.org/5BAA6"),
            ("http://[::1]:8080/range/", "http://[::1]:8080/range/5BAA6"),
            ("https://example.org/leaks?prefix=", "https://example.org/leaks?prefix=5BAA6"),
        ] {
            assert_eq!(endpoint.parse::<Endpoint>().unwrap().url(prefix), url);
        }
    }

    #[test]
    fn what_is_no_http_url_is_refused_by_name() {
        for text in [
            "",
            "range/",
            "/range/",
            "api.pwnedpasswords.com/range/",
            "https://",
            "https:///range/",
            "https://:443/range/",
            "ftp://example.org/range/",
            "javascript://example.org/%0aalert(1)",
            "https://jane:secret@example.org/range/",
            "https://example.org/range/#",
            "https://example.org/ra nge/",
            "https://example.org/\nrange/",
        ] {
            let error = text.parse::<Endpoint>().unwrap_err().to_string();
            assert!(error.contains("http or https URL") && error.contains(&format!("{text:?}")), "{error}");
        }
    }
}
