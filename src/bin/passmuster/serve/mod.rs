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

mod log;
mod range;
mod site;

use anyhow::{Context, bail};
use axum::Router;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::http::{Request, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use axum::routing::get;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use log::Prefixes;
use std::io::{ErrorKind, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// The head of a request is at most this many bytes: what nginx and Apache allow, or more.
const HEAD_LIMIT: usize = 16 << 10;
/// An answer begins within this time, or with 408.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(10);
/// Requests that are under way when the server is told to stop have this long to end.
const GRACE: Duration = Duration::from_secs(10);

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
        .block_on(listen(address, router, head_timeout))
}

fn router(arguments: &Arguments) -> anyhow::Result<Router> {
    let ranges = arguments.corpus.as_ref().map(|corpus| corpus.join("range"));
    let mut router = Router::new().route("/healthz", get(health).with_state(ranges));
    if let Some(corpus) = &arguments.corpus {
        check_folder(corpus)?;
        let folder = corpus.join("range");
        if !folder.is_dir() {
            let corpus = corpus.display();
            bail!(
                "{corpus} is no corpus, for it has no folder \"range\"; make one with\n  \
                 passmuster corpus build --from FILE --out {corpus}"
            );
        }
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
async fn health(State(ranges): State<Option<PathBuf>>) -> impl IntoResponse {
    let (status, text) = match ranges {
        Some(folder) if !folder.is_dir() => (StatusCode::SERVICE_UNAVAILABLE, "the corpus cannot be read\n"),
        _ => (StatusCode::OK, "ok\n"),
    };
    (status, [(CACHE_CONTROL, "no-store")], text)
}

fn check_folder(path: &Path) -> anyhow::Result<()> {
    let metadata = path.metadata().with_context(|| format!("{} cannot be served", path.display()))?;
    if !metadata.is_dir() {
        bail!("{} cannot be served: it is not a folder", path.display());
    }
    Ok(())
}

async fn listen(address: SocketAddr, router: Router, head_timeout: Duration) -> anyhow::Result<()> {
    let listener = TcpListener::bind(address).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow::anyhow!("port {} is in use; choose another with --port", address.port()),
        _ => anyhow::Error::new(error).context(format!("cannot listen on {address}")),
    })?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    announce(listener.local_addr()?)?;

    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(head_timeout).max_header_size(HEAD_LIMIT);
    let connections = GracefulShutdown::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, client)) => {
                    // Range responses are small; waiting to fill a segment would only delay them.
                    let _ = stream.set_nodelay(true);
                    let router = TowerToHyperService::new(router.clone());
                    let service = service_fn(move |mut request: Request<Incoming>| {
                        request.extensions_mut().insert(client);
                        router.call(request)
                    });
                    let connection = connections.watch(http.serve_connection(TokioIo::new(stream), service));
                    // A connection that breaks is its client's business.
                    tokio::spawn(async move { let _ = connection.await; });
                }
                // Out of file descriptors, most likely: let some connections end first.
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            },
            _ = interrupt.recv() => break,
            _ = terminate.recv() => break,
        }
    }
    drop(listener);
    let _ = tokio::time::timeout(GRACE, connections.shutdown()).await;
    Ok(())
}

/// Tells on standard output, in one line, where to point a browser: the sign that the server is ready.
fn announce(address: SocketAddr) -> anyhow::Result<()> {
    let mut output = std::io::stdout().lock();
    writeln!(output, "http://{address}/").and_then(|()| output.flush()).context("standard output")
}
