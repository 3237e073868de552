//! What a lookup needs of the world: requests, a clock, a timer and randomness.

use super::{Prefix, Unknown};
use std::future::Future;
use std::time::Duration;

/// A way to a range server. A page's is `fetch`, a server's an HTTP client, a test's a script.
pub trait Transport {
    /// What answers a request.
    type Response: Response;

    /// Asks for a range, with `Add-Padding: true` and nothing that tells who is asking. Redirects are not
    /// followed: where they lead, nobody has said that the answer is to be trusted.
    ///
    /// Resolves with [`Unknown::Timeout`] at the deadline, a time of [`now`](Self::now), at the latest; so
    /// does every piece of the response. Dropping the future, or the response, ends the request.
    fn get(&self, prefix: Prefix, deadline: Duration) -> impl Future<Output = Result<Self::Response, Unknown>>;

    /// Waits.
    fn sleep(&self, wait: Duration) -> impl Future<Output = ()>;

    /// The time since any fixed moment, never less than before.
    fn now(&self) -> Duration;

    /// Fills a slice with random bytes that nobody can foretell.
    fn random(&self, bytes: &mut [u8]);
}

/// An answer whose headers have come, and whose body is coming.
pub trait Response {
    /// The status code.
    fn status(&self) -> u16;

    /// The value of a header, whose name is given in lower case, where it can be seen.
    fn header(&self, name: &str) -> Option<String>;

    /// The next piece of the body, with its content encoding undone; `None` at the end.
    fn piece(&mut self) -> impl Future<Output = Result<Option<Vec<u8>>, Unknown>>;
}
