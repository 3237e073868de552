//! The way to a range server from a page, a worker or Node: `fetch`.

use crate::callback::{Timer, once};
use crate::random;
use crate::task::Task;
use js_sys::Uint8Array;
use passmuster::breach::{
    Asked, Checker, Digest, Endpoint, Leak, Limiter, MAX_BODY, Prefix, Response, Transport, Unknown,
};
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};
use std::time::Duration;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch)]
    fn fetch(url: &str, init: &Init) -> Result<Promise, JsValue>;

    type Init;
    #[wasm_bindgen(catch, js_namespace = JSON, js_name = parse)]
    fn parse_init(json: &str) -> Result<Init, JsValue>;
    #[wasm_bindgen(method, setter)]
    fn set_signal(this: &Init, signal: JsValue);

    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> JsValue;

    type Promise;
    #[wasm_bindgen(method, catch)]
    fn then(this: &Promise, fulfilled: &JsValue, rejected: &JsValue) -> Result<(), JsValue>;

    type AbortController;
    #[wasm_bindgen(constructor)]
    fn new() -> AbortController;
    #[wasm_bindgen(method, getter)]
    fn signal(this: &AbortController) -> JsValue;
    #[wasm_bindgen(method)]
    fn abort(this: &AbortController);

    // What a page's own `fetch` answers with may be anything, its members too.
    #[wasm_bindgen(js_name = Response)]
    type JsResponse;
    #[wasm_bindgen(method, getter)]
    fn status(this: &JsResponse) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn headers(this: &JsResponse) -> Headers;
    #[wasm_bindgen(method, getter)]
    fn body(this: &JsResponse) -> Option<ReadableStream>;

    type Headers;
    #[wasm_bindgen(method)]
    fn get(this: &Headers, name: &str) -> JsValue;

    type ReadableStream;
    #[wasm_bindgen(method, js_name = getReader)]
    fn get_reader(this: &ReadableStream) -> Reader;

    #[wasm_bindgen(js_name = ReadableStreamDefaultReader)]
    type Reader;
    #[wasm_bindgen(method, catch)]
    fn read(this: &Reader) -> Result<Promise, JsValue>;

    type Chunk;
    #[wasm_bindgen(method, getter)]
    fn value(this: &Chunk) -> JsValue;
    /// Whether it is a typed array, also one of another realm: of a frame, or of a tool's sandbox.
    #[wasm_bindgen(js_namespace = ArrayBuffer, js_name = isView)]
    fn is_view(value: &JsValue) -> bool;
    #[wasm_bindgen(js_namespace = ["Uint8Array", "prototype", "set"], js_name = call)]
    fn copy(into: &mut [u8], bytes: &Uint8Array);
}

/// What every request is made with. Nothing tells who is asking or from where; nothing is kept, for an answer
/// may be cached for a month by its headers, and a disk cache that holds the prefix of somebody's new password
/// is a leak.
const INIT: &str = r#"{
    "headers": { "Add-Padding": "true" },
    "cache": "no-store",
    "credentials": "omit",
    "redirect": "manual",
    "referrerPolicy": "no-referrer"
}"#;

thread_local! {
    static CHECKERS: RefCell<Vec<(Endpoint, Rc<Checker<Fetch>>)>> = const { RefCell::new(Vec::new()) };
}

/// The page's checker for an endpoint, an absolute URL that the page has looked at: www/passmuster.js says what is
/// wrong with it.
pub fn checker(endpoint: &str) -> Rc<Checker<Fetch>> {
    let endpoint = Endpoint::of_url(endpoint);
    CHECKERS.with_borrow_mut(|checkers| {
        if let Some((_, checker)) = checkers.iter().find(|(known, _)| *known == endpoint) {
            return checker.clone();
        }
        let checker = Rc::new(Checker::new(Fetch { endpoint: endpoint.clone() }));
        checkers.push((endpoint, checker.clone()));
        checker
    })
}

/// A lookup to be made: of which digest, at which endpoint, and for a field how often it may be.
pub(crate) struct LookupRequest {
    pub(crate) checker: Rc<Checker<Fetch>>,
    pub(crate) digest: Digest,
    /// Milliseconds.
    pub(crate) timeout: u32,
    pub(crate) field: Option<(Asked, Rc<RefCell<Limiter>>)>,
}

impl LookupRequest {
    /// Starts it, and hands the answer over. Dropping the task aborts the request.
    pub(crate) fn start(self, answer: impl FnOnce(Leak) + 'static) -> Task {
        let answer: Box<dyn FnOnce(Leak)> = Box::new(answer);
        Task::new(Box::pin(async move {
            let field = self.field.as_ref().map(|(asked, field)| (*asked, &**field));
            answer(self.checker.check_if(&self.digest, Duration::from_millis(self.timeout.into()), field).await);
        }))
    }
}

/// The page's `fetch`.
pub struct Fetch {
    endpoint: Endpoint,
}

impl Transport for Fetch {
    type Response = Fetched;

    async fn get(&self, prefix: Prefix, deadline: Duration) -> Result<Fetched, Unknown> {
        let exchange = Exchange::new(deadline);
        let request = parse_init(INIT).and_then(|init| {
            init.set_signal(exchange.controller.signal());
            fetch(&self.endpoint.url(prefix), &init)
        });
        let response = exchange.settle(request).await?;
        let response: JsResponse = response.unchecked_into();
        let reader = response.body().map(|body| body.get_reader());
        Ok(Fetched { exchange, response, reader })
    }

    async fn sleep(&self, wait: Duration) {
        let elapsed = Reply::new();
        let reply = elapsed.share();
        let _timer = Timer::after(milliseconds(wait), move |value| reply.give(Ok(value)));
        let _ = elapsed.wait().await;
    }

    fn now(&self) -> Duration {
        now()
    }

    fn random(&self, bytes: &mut [u8]) {
        random(bytes);
    }
}

fn now() -> Duration {
    Duration::from_micros((performance_now().as_f64().unwrap_or_default() * 1e3) as u64)
}

fn milliseconds(duration: Duration) -> u32 {
    (duration.as_secs_f64() * 1e3) as u32
}

/// What a callback of the page will say.
struct Reply(Rc<RefCell<(Option<Settled>, Option<Waker>)>>);

type Settled = Result<JsValue, JsValue>;

impl Reply {
    fn new() -> Self {
        Self(Rc::default())
    }

    fn share(&self) -> Self {
        Self(self.0.clone())
    }

    fn give(&self, value: Settled) {
        let waker = {
            let mut reply = self.0.borrow_mut();
            reply.0 = Some(value);
            reply.1.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    async fn wait(&self) -> Settled {
        poll_fn(|context| {
            let mut reply = self.0.borrow_mut();
            if let Some(value) = reply.0.take() {
                return Poll::Ready(value);
            }
            reply.1 = Some(context.waker().clone());
            Poll::Pending
        })
        .await
    }
}

/// A request and its answer. Aborted when dropped, and at its deadline.
struct Exchange {
    controller: Rc<AbortController>,
    /// What the promise that is waited for settles to.
    reply: Reply,
    late: Rc<Cell<bool>>,
    deadline: Duration,
    _timer: Timer,
}

impl Exchange {
    fn new(deadline: Duration) -> Self {
        let controller = Rc::new(AbortController::new());
        let reply = Reply::new();
        let late = Rc::new(Cell::new(false));
        let timer = Timer::after(milliseconds(deadline.saturating_sub(now())), {
            let (controller, reply, late) = (controller.clone(), reply.share(), late.clone());
            move |value| {
                late.set(true);
                controller.abort();
                // A page's own `fetch` may not heed its signal, and a submit may wait.
                reply.give(Err(value));
            }
        });
        Self { controller, reply, late, deadline, _timer: timer }
    }

    async fn settle(&self, promise: Result<Promise, JsValue>) -> Result<JsValue, Unknown> {
        // Or a body that has ever more pieces of nothing would never let the timer have its turn.
        if now() >= self.deadline {
            return Err(Unknown::Timeout);
        }
        let settled = match promise {
            Ok(promise) => {
                let (fulfilled, rejected) = (self.reply.share(), self.reply.share());
                // Left to the page, which calls one of them even after nobody waits any more.
                let asked = promise
                    .then(&once(move |value| fulfilled.give(Ok(value))), &once(move |error| rejected.give(Err(error))));
                match asked {
                    Ok(()) => self.reply.wait().await,
                    Err(error) => Err(error),
                }
            }
            Err(error) => Err(error),
        };
        // What the page's browser says of an error is for its console; the only thing to learn is the time.
        settled.map_err(|_| if self.late.get() { Unknown::Timeout } else { Unknown::Network })
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        self.controller.abort();
    }
}

/// An answer to a `fetch`.
pub struct Fetched {
    exchange: Exchange,
    response: JsResponse,
    /// None where there is no body to read.
    reader: Option<Reader>,
}

impl Response for Fetched {
    /// The status code; 0 for a redirect, which is not followed.
    fn status(&self) -> u16 {
        self.response.status().as_f64().unwrap_or_default() as u16
    }

    fn header(&self, name: &str) -> Option<String> {
        self.response.headers().get(name).as_string()
    }

    async fn piece(&mut self) -> Result<Option<Vec<u8>>, Unknown> {
        let Some(reader) = &self.reader else { return Ok(None) };
        let chunk: Chunk = self.exchange.settle(reader.read()).await?.unchecked_into();
        let value = chunk.value();
        if value.is_undefined() {
            return Ok(None);
        }
        if !is_view(&value) {
            return Err(Unknown::Malformed);
        }
        let bytes: Uint8Array = value.unchecked_into();
        let length = bytes.length() as usize;
        if length > MAX_BODY {
            return Err(Unknown::TooLarge);
        }
        let mut piece = vec![0; length];
        copy(&mut piece, &bytes);
        Ok(Some(piece))
    }
}
