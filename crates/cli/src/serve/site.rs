//! Static files, under the policy that a page with a password field deserves.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use std::path::Path;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// Nothing but the site's own scripts, styles, images and requests; WebAssembly; no markup from strings.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// A form that sets a password is far smaller, in bytes.
const FORM_LIMIT: usize = 64 << 10;

/// Serves the files of a folder, and takes the demo's form.
pub fn router(folder: &Path, policy: HeaderValue) -> Router {
    let header = |name: HeaderName, value| SetResponseHeaderLayer::overriding(name, value);
    Router::new()
        .route("/reset", post(reset))
        .fallback_service(ServeDir::new(folder))
        .layer(from_fn(hide_hidden))
        .layer(header(CONTENT_SECURITY_POLICY, policy))
        .layer(header(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")))
        .layer(header(REFERRER_POLICY, HeaderValue::from_static("no-referrer")))
        .layer(header(CACHE_CONTROL, HeaderValue::from_static("no-cache")))
}

/// Takes a form and forgets it: what a real site would have done with it, the next page says in words.
async fn reset(form: Body) -> Response {
    match axum::body::to_bytes(form, FORM_LIMIT).await {
        Ok(_) => Redirect::to("/done.html").into_response(),
        Err(_) => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
    }
}

/// Files and folders whose names begin with a dot are not for the public.
async fn hide_hidden(request: Request, next: Next) -> Response {
    // The file service decodes before it looks; so must whoever guards it.
    let path = request.uri().path().to_ascii_lowercase().replace("%2f", "/").replace("%2e", ".");
    let hidden = path.contains("/.");
    if hidden { StatusCode::NOT_FOUND.into_response() } else { next.run(request).await }
}
