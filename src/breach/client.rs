//! The way to a range server from a server: a blocking HTTP client.

use super::transport::{Response, Transport};
use super::{Breaker, Digest, Endpoint, Leak, Prefix, TIMEOUT, Unknown, look_up};
use std::io::Read;
use std::pin::pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};
use ureq::http;

/// Checks again on the server, where it counts: a page can be made to say anything.
///
/// ```no_run
/// use passmuster::Leak;
/// use passmuster::breach::Client;
///
/// let client = Client::new("https://api.pwnedpasswords.com/range/".parse()?);
/// match client.check("hunter2") {
///     Leak::Found(count) => println!("seen {count} times in leaks"),
///     Leak::Clear => println!("not seen in leaks"),
///     Leak::Unknown(why) => println!("unknown: {}", why.name()),
/// }
/// # Ok::<(), passmuster::breach::EndpointError>(())
/// ```
///
/// It is made once and shared by all threads. It remembers no answers: whoever owns the one password may not
/// learn from the time that an answer takes what others chose.
pub struct Client {
    http: Http,
    timeout: Duration,
    breaker: Mutex<Breaker>,
}

impl Client {
    /// Asks this endpoint.
    pub fn new(endpoint: Endpoint) -> Self {
        Self { http: Http::new(endpoint), timeout: TIMEOUT, breaker: Mutex::default() }
    }

    /// Waits for an answer this long at most.
    #[must_use]
    pub fn with_timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    /// Has it leaked? Blocks the thread until the answer has come, or the time-out.
    pub fn check(&self, password: &str) -> Leak {
        if self.breaker().is_resting(self.http.now()) {
            return Leak::Unknown(Unknown::Resting);
        }
        let leak = blocking(look_up(&self.http, &Digest::of(password), self.timeout));
        self.breaker().record(leak, self.http.now());
        leak
    }

    fn breaker(&self) -> std::sync::MutexGuard<'_, Breaker> {
        self.breaker.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Client {
    /// Asks Have I Been Pwned.
    fn default() -> Self {
        Self::new(Endpoint::default())
    }
}

/// The result of a future that blocks instead of waiting.
fn blocking<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => unreachable!("the blocking transport never waits"),
    }
}

/// Blocks where others wait.
struct Http {
    endpoint: Endpoint,
    agent: ureq::Agent,
    start: Instant,
}

impl Http {
    fn new(endpoint: Endpoint) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(concat!("passmuster/", env!("CARGO_PKG_VERSION")))
            .build();
        Self { endpoint, agent: config.into(), start: Instant::now() }
    }
}

impl Transport for Http {
    type Response = Answer;

    async fn get(&self, prefix: Prefix, deadline: Duration) -> Result<Answer, Unknown> {
        let request = self.agent.get(self.endpoint.url(prefix)).header("Add-Padding", "true");
        let remaining = deadline.saturating_sub(self.now());
        let answer = request.config().timeout_global(Some(remaining)).build().call().map_err(|error| reason(&error))?;
        let (head, body) = answer.into_parts();
        Ok(Answer { head, body: body.into_reader() })
    }

    async fn sleep(&self, wait: Duration) {
        std::thread::sleep(wait);
    }

    fn now(&self) -> Duration {
        self.start.elapsed()
    }

    fn random(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the system has randomness");
    }
}

struct Answer {
    head: http::response::Parts,
    body: ureq::BodyReader<'static>,
}

impl Response for Answer {
    fn status(&self) -> u16 {
        self.head.status.as_u16()
    }

    fn header(&self, name: &str) -> Option<String> {
        Some(self.head.headers.get(name)?.to_str().ok()?.to_owned())
    }

    async fn piece(&mut self) -> Result<Option<Vec<u8>>, Unknown> {
        let mut piece = vec![0; 16 << 10];
        match self.body.read(&mut piece) {
            Ok(0) => Ok(None),
            Ok(length) => {
                piece.truncate(length);
                Ok(Some(piece))
            }
            Err(error) => Err(reason(&error.into())),
        }
    }
}

fn reason(error: &ureq::Error) -> Unknown {
    match error {
        ureq::Error::Timeout(_) => Unknown::Timeout,
        ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::TimedOut => Unknown::Timeout,
        _ => Unknown::Network,
    }
}
