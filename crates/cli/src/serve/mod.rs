//! `passmuster serve`: a corpus as a range endpoint, and a folder of static files beside it.
//!
//! ```text
//! /range/{prefix}   the corpus, by the protocol of Have I Been Pwned's range API
//! /reset            takes a form, forgets it, and goes on to /done.html
//! /healthz          200 while the corpus can be read, for a load balancer
//! /…                the folder of static files, under a strict content security policy
//! ```
//!
//! It speaks HTTP/1.1; whoever faces a public network puts what terminates TLS before it. Answers are
//! compressed for those who accept that. What is posted is never kept, and what is asked not unless told so.

mod file;
mod listen;
mod log;
mod range;
mod site;

use anyhow::{Context, bail};
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use axum::routing::get;
use file::Folder;
use log::Prefixes;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// An answer begins within this time, or with 408.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(10);

#[derive(clap::Args)]
#[group(id = "content", required = true, multiple = true, args = ["site", "corpus"])]
pub struct Arguments {
    /// The port to listen on; 0 takes any that is free.
    #[arg(long, default_value_t = 8080)]
    port: u16,

    /// The address to listen on. The default can be reached from this machine alone.
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,

    /// A corpus that `passmuster corpus build` made, served at /range/.
    #[arg(long, value_name = "DIR")]
    corpus: Option<PathBuf>,

    /// A folder of static files, served at /.
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,

    /// The content security policy of the static files.
    #[arg(long, value_name = "POLICY", default_value = site::POLICY, hide_default_value = true)]
    csp: String,

    /// A client has this long to send the head of a request, and to send the next one.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..))]
    head_timeout: u64,

    /// Write an access log to standard error. Hash prefixes do not appear in it.
    #[arg(long)]
    log: bool,

    /// Let hash prefixes appear in the access log. They tell something of what each client's users type.
    #[arg(long, requires = "log")]
    log_prefixes: bool,
}

/// Serves until the process is told to stop by SIGINT or SIGTERM.
pub fn run(arguments: Arguments) -> anyhow::Result<()> {
    let router = router(&arguments)?;
    let address = SocketAddr::new(arguments.host, arguments.port);
    let head_timeout = Duration::from_secs(arguments.head_timeout);
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("the asynchronous runtime cannot start")?
        .block_on(listen::listen(address, router, head_timeout))
}

fn router(arguments: &Arguments) -> anyhow::Result<Router> {
    let ranges = arguments.corpus.as_deref().map(ranges).transpose()?;
    let mut router = Router::new().route("/healthz", get(health).with_state(ranges.clone()));
    if let Some(folder) = ranges {
        router = router.merge(range::router(folder));
    }
    if let Some(folder) = &arguments.site {
        check_folder(folder)?;
        let policy = arguments.csp.parse().context("--csp is no header value")?;
        router = router.merge(site::router(folder, policy));
    }
    router = router
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, ANSWER_TIMEOUT));
    if arguments.log {
        let prefixes = if arguments.log_prefixes { Prefixes::Shown } else { Prefixes::Hidden };
        router = router.layer(from_fn_with_state(prefixes, log::log));
    }
    Ok(router)
}

/// Whether there is a point in sending requests here: a disk that holds a corpus may have gone.
async fn health(State(ranges): State<Option<Folder>>) -> impl IntoResponse {
    let (status, text) = match ranges {
        Some(folder) if !folder.exists() => (StatusCode::SERVICE_UNAVAILABLE, "the corpus cannot be read\n"),
        _ => (StatusCode::OK, "ok\n"),
    };
    (status, [(CACHE_CONTROL, "no-store")], text)
}

/// The range files of a corpus.
fn ranges(corpus: &Path) -> anyhow::Result<Folder> {
    check_folder(corpus)?;
    let folder = Folder::new(corpus.join("range"));
    if !folder.exists() {
        let corpus = corpus.display();
        bail!(
            "{corpus} is no corpus, for it has no folder \"range\"; make one with\n  \
             passmuster corpus build --from FILE --out {corpus}"
        );
    }
    Ok(folder)
}

fn check_folder(path: &Path) -> anyhow::Result<()> {
    let metadata = path.metadata().with_context(|| format!("{} cannot be served", path.display()))?;
    if !metadata.is_dir() {
        bail!("{} cannot be served: it is not a folder", path.display());
    }
    Ok(())
}
