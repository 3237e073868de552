//! `passmuster serve`: a corpus as a range endpoint, and a folder of static files beside it.
//!
//! ```text
//! /range/{prefix}   the corpus, by the protocol of Have I Been Pwned's range API
//! /reset            takes a form, forgets it, and goes on to /done.html
//! /…                the folder of static files, under a strict content security policy
//! ```
//!
//! Nothing of what is asked or posted is written anywhere.

mod padding;
mod range;
mod site;

use anyhow::{Context, bail};
use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::io::{ErrorKind, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

/// A client has this long to send the head of a request.
const HEAD_TIMEOUT: Duration = Duration::from_secs(10);
/// The head of a request is at most this many bytes.
const HEAD_LIMIT: usize = 16 << 10;
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
}

/// Serves until the process is told to stop by SIGINT or SIGTERM.
pub fn run(arguments: Arguments) -> anyhow::Result<()> {
    let router = router(&arguments)?;
    let address = SocketAddr::new(arguments.host, arguments.port);
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("the asynchronous runtime cannot start")?
        .block_on(listen(address, router))
}

fn router(arguments: &Arguments) -> anyhow::Result<Router> {
    let mut router = Router::new();
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
    Ok(router)
}

fn check_folder(path: &Path) -> anyhow::Result<()> {
    let metadata = path.metadata().with_context(|| format!("{} cannot be served", path.display()))?;
    if !metadata.is_dir() {
        bail!("{} cannot be served: it is not a folder", path.display());
    }
    Ok(())
}

async fn listen(address: SocketAddr, router: Router) -> anyhow::Result<()> {
    let listener = TcpListener::bind(address).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow::anyhow!("port {} is in use; choose another with --port", address.port()),
        _ => anyhow::Error::new(error).context(format!("cannot listen on {address}")),
    })?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    announce(listener.local_addr()?)?;

    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD_TIMEOUT).max_buf_size(HEAD_LIMIT);
    let connections = GracefulShutdown::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    // Range responses are small; waiting to fill a segment would only delay them.
                    let _ = stream.set_nodelay(true);
                    let service = TowerToHyperService::new(router.clone());
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
