//! All that a page does about leaks, for one endpoint.

use super::breaker::Breaker;
use super::limiter::{Asked, Limiter};
use super::lookup::look_up;
use super::memory::Memory;
use super::transport::Transport;
use super::{Digest, Leak, Unknown};
use std::cell::RefCell;
use std::time::Duration;

/// Asks a range server as rarely as can be: it remembers the last answers and leaves a server that keeps
/// failing alone. A page has one for each endpoint.
pub struct Checker<T> {
    transport: T,
    memory: RefCell<Memory>,
    breaker: RefCell<Breaker>,
}

impl<T: Transport> Checker<T> {
    /// Asks through this transport.
    pub fn new(transport: T) -> Self {
        let mut key = [0; 16];
        transport.random(&mut key);
        Self { transport, memory: RefCell::new(Memory::new(key)), breaker: RefCell::default() }
    }

    /// Has it leaked? Answers from memory, with a lookup, or with why there was none.
    ///
    /// Dropping the future ends the request, and tells the breaker nothing.
    pub async fn check(&self, digest: &Digest, timeout: Duration) -> Leak {
        self.check_if(digest, timeout, None).await
    }

    /// The same for a field, which asks only so often.
    pub async fn check_field(
        &self,
        digest: &Digest,
        timeout: Duration,
        asked: Asked,
        field: &RefCell<Limiter>,
    ) -> Leak {
        self.check_if(digest, timeout, Some((asked, field))).await
    }

    /// Both of the above.
    pub async fn check_if(
        &self,
        digest: &Digest,
        timeout: Duration,
        field: Option<(Asked, &RefCell<Limiter>)>,
    ) -> Leak {
        if let Some(leak) = self.memory.borrow().recall(digest) {
            return leak;
        }
        let now = self.transport.now();
        if self.breaker.borrow().is_resting(now) {
            return Leak::Unknown(Unknown::Resting);
        }
        if field.is_some_and(|(asked, field)| !field.borrow_mut().admit(asked, now)) {
            return Leak::Unknown(Unknown::TooOften);
        }
        let leak = look_up(&self.transport, digest, timeout).await;
        let now = self.transport.now();
        self.breaker.borrow_mut().record(leak, now);
        self.memory.borrow_mut().remember(digest, leak);
        leak
    }
}
