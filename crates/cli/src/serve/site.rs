//! Static files, under the policy that a page with a password field deserves.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use std::io;
use std::path::Path;
use std::sync::Arc;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// Nothing but the site's own scripts, styles, images and requests; WebAssembly; no markup from strings.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// Serves the files of a folder.
pub fn router(folder: &Path, policy: HeaderValue) -> io::Result<Router> {
    let root: Arc<Path> = folder.canonicalize()?.into();
    let header = |name: HeaderName, value| SetResponseHeaderLayer::overriding(name, value);
    let router = Router::new()
        .fallback_service(ServeDir::new(folder))
        .layer(from_fn_with_state(root, guard))
        .layer(header(CONTENT_SECURITY_POLICY, policy))
        .layer(header(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")))
        .layer(header(REFERRER_POLICY, HeaderValue::from_static("no-referrer")))
        .layer(header(CACHE_CONTROL, HeaderValue::from_static("no-cache")));
    Ok(router)
}

/// Files and folders whose names begin with a dot are not for the public, nor is what is outside of the folder, where
/// symbolic links may lead.
async fn guard(State(root): State<Arc<Path>>, request: Request, next: Next) -> Response {
    // The file service decodes before it looks; so must whoever guards it.
    let path = percent_decode_str(request.uri().path()).decode_utf8_lossy().into_owned();
    let hidden = path.contains("/.");
    if hidden || !tokio::task::spawn_blocking(move || is_inside(&root, &path)).await.unwrap_or(false) {
        return StatusCode::NOT_FOUND.into_response();
    }
    next.run(request).await
}

/// Whether what this path leads to, and the page of a folder, is inside of the root. What is not there leads nowhere.
fn is_inside(root: &Path, path: &str) -> bool {
    let path = root.join(path.trim_start_matches('/'));
    [path.join("index.html"), path].iter().filter_map(|path| path.canonicalize().ok()).all(|path| {
        let inside = path.strip_prefix(root).ok().and_then(Path::to_str);
        inside.is_some_and(|inside| !inside.split('/').any(|name| name.starts_with('.')))
    })
}
