//! The access log: who asked for what, and what came of it, a line each on standard error.
//!
//! Who asks for which prefix is what nobody should keep. The line of a range request has dashes in its place
//! unless the operator asks for more. Queries, forms and headers are never logged.

use axum::extract::{Extension, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use std::io::Write as _;
use std::net::SocketAddr;
use std::time::{Instant, SystemTime};

/// What a range request's line shows of the prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefixes {
    /// That there was one.
    Hidden,
    /// All of it.
    Shown,
}

/// Logs a request once its answer is on the way.
pub async fn log(
    State(prefixes): State<Prefixes>,
    Extension(client): Extension<SocketAddr>,
    request: Request,
    next: Next,
) -> Response {
    let start = Instant::now();
    let method = request.method().clone();
    let path = match request.uri().path() {
        path if path.starts_with("/range/") && prefixes == Prefixes::Hidden => "/range/-----".to_owned(),
        path => path.to_owned(),
    };
    let response = next.run(request).await;
    let (now, client) = (humantime::format_rfc3339_millis(SystemTime::now()), client.ip());
    let (status, micros) = (response.status().as_u16(), start.elapsed().as_micros());
    // Nobody reads a log that cannot be written; the answer matters more.
    let _ = writeln!(std::io::stderr(), "{now} {client} {method} {path} {status} {micros}µs");
    response
}
