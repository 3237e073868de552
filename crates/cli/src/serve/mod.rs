//! `passmuster serve`: a corpus as a range endpoint, and a folder of static files beside it.
//!
//! ```text
//! /range/{prefix}   the corpus, by the protocol of Have I Been Pwned's range API
//! /healthz          200 while the corpus is whole, for a load balancer
//! /corpus.json      the manifest of the corpus, and its table of sizes: for passmuster corpus verify
//! /corpus.sizes
//! /…                the folder of static files, under a strict content security policy
//! ```
//!
//! It speaks HTTP/1.1; whoever faces a public network puts what terminates TLS before it. Answers are
//! compressed for those who accept that. Nothing is taken, and what is asked for is not logged by default.

mod corpus;
mod file;
mod listen;
mod log;
mod range;
mod site;

use crate::corpus::manifest::{MANIFEST, RANGES, SIZES};
use anyhow::{Context, bail};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONNECTION, RETRY_AFTER};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use corpus::Corpus;
use listen::Limits;
use log::Prefixes;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeFile;
use tower_http::timeout::TimeoutLayer;

/// An answer begins within this time, or with 408.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(10);
/// A longer path and query is refused with 414, in bytes: as long as nginx takes by default.
const LONGEST_PATH: usize = 8 << 10;

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

    /// A client has this long to take the next bytes of an answer.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..))]
    write_timeout: u64,

    /// As many connections are served at once; what comes beyond is answered with 503, and /healthz as ever.
    /// [default: half of the file descriptors that the system allows, 16384 at most]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    max_connections: Option<u32>,

    /// Write an access log to standard error. Hash prefixes do not appear in it.
    #[arg(long)]
    log: bool,

    /// Let hash prefixes appear in the access log. They tell something of what each client's users type.
    #[arg(long, requires = "log")]
    log_prefixes: bool,
}

/// Serves until the process is told to stop by SIGINT or SIGTERM.
pub fn run(arguments: Arguments) -> anyhow::Result<()> {
    let (router, shedding) = router(&arguments)?;
    let address = SocketAddr::new(arguments.host, arguments.port);
    let descriptors = listen::descriptors();
    let limits = Limits {
        head_timeout: Duration::from_secs(arguments.head_timeout),
        write_timeout: Duration::from_secs(arguments.write_timeout),
        connections: arguments.max_connections.map_or_else(|| listen::connections(descriptors), |most| most as usize),
    };
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        // Each may have a file open.
        .max_blocking_threads((descriptors / 8).clamp(4, 512))
        .build()
        .context("the asynchronous runtime cannot start")?
        .block_on(listen::listen(address, router, shedding, limits))
}

fn router(arguments: &Arguments) -> anyhow::Result<(Router, Router)> {
    let corpus = arguments.corpus.as_deref().map(open).transpose()?;
    let health = Router::new().route("/healthz", get(health).with_state(corpus.clone()));
    let mut router = health.clone();
    if let Some(corpus) = corpus {
        for name in [MANIFEST, SIZES] {
            let file = ServeFile::new(corpus.folder().join(name));
            router = router.route_service(&format!("/{name}"), file);
        }
        router = router.merge(range::router(corpus));
    }
    if let Some(folder) = &arguments.site {
        check_folder(folder)?;
        let policy = arguments.csp.parse().context("--csp is no header value")?;
        router = router.merge(site::router(folder, policy)?);
    }
    let mut routers = [router, health.fallback(shed)].map(|router| {
        router
            .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
            .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, ANSWER_TIMEOUT))
            .layer(from_fn(refuse_long))
    });
    if arguments.log {
        let prefixes = if arguments.log_prefixes { Prefixes::Shown } else { Prefixes::Hidden };
        routers = routers.map(|router| router.layer(from_fn_with_state(prefixes, log::log)));
    }
    Ok(routers.into())
}

/// Whether there is a point in sending requests here: a corpus may be there in part, or gone with its disk.
async fn health(State(corpus): State<Option<Corpus>>) -> impl IntoResponse {
    let (status, text) = match corpus.map(|corpus| corpus.health()) {
        Some(Err(why)) => (StatusCode::SERVICE_UNAVAILABLE, why + "\n"),
        _ => (StatusCode::OK, "ok\n".to_owned()),
    };
    (status, [(CACHE_CONTROL, "no-store")], text)
}

/// What a server answers that has as many connections as it can hold.
async fn shed() -> impl IntoResponse {
    let headers =
        [(ACCESS_CONTROL_ALLOW_ORIGIN, "*"), (CACHE_CONTROL, "no-store"), (RETRY_AFTER, "1"), (CONNECTION, "close")];
    (StatusCode::SERVICE_UNAVAILABLE, headers, "too many connections\n")
}

async fn refuse_long(request: Request, next: Next) -> Response {
    let length = request.uri().path_and_query().map_or(0, |path| path.as_str().len());
    if length > LONGEST_PATH { StatusCode::URI_TOO_LONG.into_response() } else { next.run(request).await }
}

/// A corpus in a folder.
fn open(folder: &Path) -> anyhow::Result<Corpus> {
    check_folder(folder)?;
    if !folder.join(RANGES).is_dir() {
        let corpus = folder.display();
        bail!(
            "{corpus} is no corpus, for it has no folder \"range\"; make one with\n  \
             passmuster corpus build --from FILE --out {corpus}"
        );
    }
    let corpus = Corpus::new(folder);
    if let Err(why) = corpus.health() {
        eprintln!("passmuster: {why}");
    }
    Ok(corpus)
}

fn check_folder(path: &Path) -> anyhow::Result<()> {
    let metadata = path.metadata().with_context(|| format!("{} cannot be served", path.display()))?;
    if !metadata.is_dir() {
        bail!("{} cannot be served: it is not a folder", path.display());
    }
    Ok(())
}
