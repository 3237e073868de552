//! `/range/{prefix}`: the protocol of Have I Been Pwned's range API, version 3.

use super::corpus::Corpus;
use crate::range_body;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_MAX_AGE,
    CACHE_CONTROL, CONTENT_TYPE, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use passmuster::breach::Prefix;
use rand::RngExt as _;
use std::ops::RangeInclusive;

/// A padded answer has a random number of lines in this range, unless the real ones are more.
///
/// Source: Have I Been Pwned API v3, "Introducing padding".
const PADDED_LINES: RangeInclusive<usize> = 800..=1_000;

/// Any page may ask: what is told is public.
const ANY_ORIGIN: (HeaderName, &str) = (ACCESS_CONTROL_ALLOW_ORIGIN, "*");

/// What every answer says of itself: no browser may take it for a page, and it holds for 31 days, as long as
/// Have I Been Pwned's do.
const HEADERS: [(HeaderName, &str); 5] = [
    ANY_ORIGIN,
    (CONTENT_TYPE, "text/plain"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (CACHE_CONTROL, "public, max-age=2678400"),
    (VARY, "Add-Padding"),
];

/// What a browser asks before it sends `Add-Padding` to another origin. It may remember the answer for a day.
const PREFLIGHT: [(HeaderName, &str); 4] = [
    ANY_ORIGIN,
    (ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD"),
    (ACCESS_CONTROL_ALLOW_HEADERS, "Add-Padding"),
    (ACCESS_CONTROL_MAX_AGE, "86400"),
];

/// Serves the range files of a corpus.
pub fn router(corpus: Corpus) -> Router {
    let method = get(answer).options(async || (StatusCode::NO_CONTENT, PREFLIGHT));
    Router::new()
        .route("/range/{*prefix}", method)
        .route("/range/", get(async || refuse("the hash prefix is missing")))
        .with_state(corpus)
}

async fn answer(State(corpus): State<Corpus>, Path(prefix): Path<String>, headers: HeaderMap) -> Response {
    // What became a `Prefix` is five hexadecimal digits: no path can hide in it.
    let prefix: Prefix = match prefix.parse() {
        Ok(prefix) => prefix,
        Err(error) => return refuse(&error.to_string()),
    };
    let mut body = match corpus.read(prefix).await {
        Ok(body) => body,
        Err(why) => {
            let headers = [ANY_ORIGIN, (CACHE_CONTROL, "no-store")];
            return (StatusCode::SERVICE_UNAVAILABLE, headers, format!("{why}\n")).into_response();
        }
    };
    if headers.get("add-padding").is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"true")) {
        range_body::pad(&mut body, rand::rng().random_range(PADDED_LINES));
    }
    (HEADERS, body).into_response()
}

fn refuse(why: &str) -> Response {
    (StatusCode::BAD_REQUEST, [ANY_ORIGIN], format!("{why}\n")).into_response()
}
