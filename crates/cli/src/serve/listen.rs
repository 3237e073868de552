//! Connections: how they come, how long they may dawdle, and how they end when the server does.

use anyhow::Context;
use axum::Router;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::io::{ErrorKind, Write};
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::time::{sleep, timeout};
use tokio_io_timeout::TimeoutStream;

/// The head of a request is at most this many bytes, some more than browsers send.
const HEAD_LIMIT: usize = 16 << 10;
/// Requests that are under way when the server is told to stop have this long to end.
const GRACE: Duration = Duration::from_secs(10);

/// Connections beyond the limit that are told so. Their requests get no more than a second, so that the question for
/// the server's health finds one of them free.
const SHEDDING: usize = 16;
/// What connections beyond the limit have to send the head of their request.
const SHEDDING_TIMEOUT: Duration = Duration::from_secs(1);

/// What a client may take of the server.
#[derive(Clone, Copy)]
pub struct Limits {
    /// To send the head of a request, be it the first on its connection or the next.
    pub head_timeout: Duration,
    /// To take the next bytes of an answer.
    pub write_timeout: Duration,
    /// Of all clients together.
    pub connections: usize,
}

/// How many files and connections the process may have open, once it has asked for all that it may have.
#[cfg(target_os = "linux")]
pub fn descriptors() -> usize {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    let _ = setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, maximum: limit.maximum });
    getrlimit(Resource::Nofile).current.map_or(usize::MAX, |most| most as usize)
}

/// As many as other systems allow by default.
#[cfg(not(target_os = "linux"))]
pub fn descriptors() -> usize {
    256
}

/// As many connections can be served at once, each with a file open, beside what the server needs for itself.
pub fn connections(descriptors: usize) -> usize {
    (descriptors.saturating_sub(64) / 2).clamp(8, 16_384)
}

/// Serves until the process is told to stop. Connections beyond the limit are served by the router `shedding`.
pub async fn listen(address: SocketAddr, router: Router, shedding: Router, limits: Limits) -> anyhow::Result<()> {
    let listener = TcpListener::bind(address).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow::anyhow!("port {} is in use; choose another with --port", address.port()),
        _ => anyhow::Error::new(error).context(format!("cannot listen on {address}")),
    })?;
    let mut told_to_stop = pin!(told_to_stop()?);
    announce(listener.local_addr()?)?;

    // Each connection holds a receiver: it hears when to end, and the sender hears when all have ended.
    let (stop, stopping) = watch::channel(());
    let shedding_limits = Limits { head_timeout: SHEDDING_TIMEOUT, write_timeout: SHEDDING_TIMEOUT, ..limits };
    let served = Arc::new(Semaphore::new(limits.connections));
    let shed = Arc::new(Semaphore::new(SHEDDING));
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, client)) => {
                    let (place, router, limits) = match served.clone().try_acquire_owned() {
                        Ok(place) => (place, router.clone(), limits),
                        Err(_) => match shed.clone().try_acquire_owned() {
                            Ok(place) => (place, shedding.clone(), shedding_limits),
                            // The connection is closed.
                            Err(_) => continue,
                        },
                    };
                    let stopping = stopping.clone();
                    tokio::spawn(async move {
                        converse(stream, client, router, limits, stopping).await;
                        drop(place);
                    });
                }
                // Out of file descriptors, most likely: let some connections end first.
                Err(_) => sleep(Duration::from_millis(50)).await,
            },
            () = &mut told_to_stop => break,
        }
    }
    drop((listener, stopping));
    let _ = stop.send(());
    let _ = timeout(GRACE, stop.closed()).await;
    Ok(())
}

/// Answers the requests of a connection. If it breaks, that is its client's business.
async fn converse(
    stream: TcpStream,
    client: SocketAddr,
    router: Router,
    limits: Limits,
    mut stopping: watch::Receiver<()>,
) {
    // Browsers open connections that they may never use. They would hold up the end of the server, for hyper
    // takes a connection on which nothing was said for one that has a request under way.
    tokio::select! {
        readable = timeout(limits.head_timeout, stream.readable()) => if !matches!(readable, Ok(Ok(()))) { return },
        _ = stopping.changed() => return,
    }
    // Range responses are small: to wait for more to fill a packet would only delay them.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(limits.write_timeout));
    let stream = Box::pin(stream);
    let router = TowerToHyperService::new(router);
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(client);
        router.call(request)
    });
    let mut connection = pin!(
        http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(limits.head_timeout)
            .max_header_size(HEAD_LIMIT)
            .serve_connection(TokioIo::new(stream), service)
    );
    tokio::select! {
        _ = &mut connection => return,
        _ = stopping.changed() => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}

/// Comes true when the process is sent SIGINT or SIGTERM.
#[cfg(unix)]
fn told_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Comes true when the user presses Ctrl-C.
#[cfg(not(unix))]
fn told_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}

/// Tells on standard output, in one line, where to point a browser: the sign that the server is ready.
fn announce(address: SocketAddr) -> anyhow::Result<()> {
    let mut output = std::io::stdout().lock();
    writeln!(output, "http://{address}/").and_then(|()| output.flush()).context("standard output")
}
