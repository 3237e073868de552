//! Lookups over a scripted transport with a clock of its own: what is asked, when, and what comes of it.
#![cfg(not(target_family = "wasm"))]

use passmuster::Leak;
use passmuster::breach::{Asked, Checker, Digest, Limiter, Prefix, Response, Transport, Unknown, look_up};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

const TIMEOUT: Duration = Duration::from_secs(3);
const FOUND: &str = "1E4C9B93F3F0682250B6CF8331B7EE68FD8:7\r\n"; // "password"
const BEFORE: &str = "0018A45C4D1DEF81644B54AB7F969B88D65:9\r\n";
const BEYOND: &str = "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF:4\r\n";

/// What comes of a request.
#[derive(Clone)]
enum Reply {
    /// No way to the server.
    Refused,
    /// A status, headers and the pieces of a body, the first at once and a second between one and the next.
    Answer { status: u16, headers: Vec<(&'static str, &'static str)>, pieces: Vec<Result<&'static str, Unknown>> },
    /// Nothing, ever.
    Silence,
}

fn status(status: u16, headers: &[(&'static str, &'static str)]) -> Reply {
    Reply::Answer { status, headers: headers.to_vec(), pieces: vec![Ok("<h1>Trouble</h1>")] }
}

fn body(pieces: &[&'static str]) -> Reply {
    with_headers(&[], pieces)
}

fn with_headers(headers: &[(&'static str, &'static str)], pieces: &[&'static str]) -> Reply {
    Reply::Answer { status: 200, headers: headers.to_vec(), pieces: pieces.iter().map(|&piece| Ok(piece)).collect() }
}

#[derive(Default)]
struct Script {
    replies: RefCell<VecDeque<Reply>>,
    asked: RefCell<Vec<(Prefix, Duration)>>,
    now: Cell<Duration>,
}

#[derive(Clone, Default)]
struct Scripted(Rc<Script>);

impl Scripted {
    fn new(replies: impl IntoIterator<Item = Reply>) -> Self {
        let scripted = Self::default();
        scripted.0.replies.borrow_mut().extend(replies);
        scripted
    }

    fn requests(&self) -> usize {
        self.0.asked.borrow().len()
    }

    /// The times of the requests, in milliseconds.
    fn times(&self) -> Vec<u128> {
        self.0.asked.borrow().iter().map(|(_, time)| time.as_millis()).collect()
    }

    fn pass(&self, time: Duration, deadline: Duration) -> Result<(), Unknown> {
        let now = self.0.now.get().saturating_add(time);
        self.0.now.set(now.min(deadline));
        if now >= deadline { Err(Unknown::Timeout) } else { Ok(()) }
    }
}

impl Transport for Scripted {
    type Response = Replied;

    async fn get(&self, prefix: Prefix, deadline: Duration) -> Result<Replied, Unknown> {
        self.0.asked.borrow_mut().push((prefix, self.0.now.get()));
        let reply = self.0.replies.borrow_mut().pop_front().expect("no more requests than replies");
        match reply {
            Reply::Refused => Err(Unknown::Network),
            Reply::Silence => Err(self.pass(Duration::MAX, deadline).unwrap_err()),
            Reply::Answer { status, headers, pieces } => Ok(Replied {
                transport: self.clone(),
                deadline,
                status,
                headers,
                pieces: pieces.into(),
                started: false,
            }),
        }
    }

    async fn sleep(&self, wait: Duration) {
        self.0.now.set(self.0.now.get() + wait);
    }

    fn now(&self) -> Duration {
        self.0.now.get()
    }

    fn random(&self, bytes: &mut [u8]) {
        bytes.fill(128);
    }
}

struct Replied {
    transport: Scripted,
    deadline: Duration,
    status: u16,
    headers: Vec<(&'static str, &'static str)>,
    pieces: VecDeque<Result<&'static str, Unknown>>,
    started: bool,
}

impl Response for Replied {
    fn status(&self) -> u16 {
        self.status
    }

    fn header(&self, name: &str) -> Option<String> {
        self.headers.iter().find(|(header, _)| *header == name).map(|(_, value)| (*value).to_owned())
    }

    async fn piece(&mut self) -> Result<Option<Vec<u8>>, Unknown> {
        let Some(piece) = self.pieces.pop_front() else { return Ok(None) };
        if std::mem::replace(&mut self.started, true) {
            self.transport.pass(Duration::from_secs(1), self.deadline)?;
        }
        piece.map(|text| Some(text.into()))
    }
}

fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => unreachable!("a script never waits"),
    }
}

/// The answer on "password", and the milliseconds until it.
fn ask(transport: &Scripted) -> (Leak, u128) {
    let start = transport.now();
    (now(look_up(transport, &Digest::of("password"), TIMEOUT)), (transport.now() - start).as_millis())
}

fn ask_once(reply: Reply) -> Leak {
    ask(&Scripted::new([reply])).0
}

#[test]
fn only_the_prefix_is_asked_for() {
    let transport = Scripted::new([body(&[FOUND])]);
    assert_eq!(ask(&transport).0, Leak::Found(7));
    assert_eq!(transport.0.asked.borrow()[0].0.to_string(), "5BAA6");
}

#[test]
fn a_body_in_pieces_is_one_body() {
    assert_eq!(ask_once(body(&[BEFORE, "1E4C9B93F3F0682250B6CF8331B", "7EE68FD8:7"])), Leak::Found(7));
    assert_eq!(ask_once(body(&[BEFORE, BEYOND])), Leak::Clear);
}

#[test]
fn the_network_a_busy_server_and_one_in_trouble_are_given_a_second_try() {
    for reply in [Reply::Refused, status(429, &[]), status(500, &[]), status(503, &[]), status(599, &[])] {
        let transport = Scripted::new([reply, body(&[FOUND])]);
        assert_eq!(ask(&transport).0, Leak::Found(7));
        let [first, second] = transport.times()[..] else { panic!("two requests") };
        assert!((200..=600).contains(&(second - first)), "a jittered wait of {} ms", second - first);
    }
}

#[test]
fn there_is_no_third_try() {
    let transport = Scripted::new([Reply::Refused, status(500, &[])]);
    assert_eq!(ask(&transport).0, Leak::Unknown(Unknown::Status));
    let transport = Scripted::new([status(500, &[]), Reply::Refused]);
    assert_eq!(ask(&transport).0, Leak::Unknown(Unknown::Network));
}

#[test]
fn what_another_try_would_not_mend_is_not_tried_again() {
    for (reply, why) in [
        (status(404, &[]), Unknown::Status),
        (status(301, &[("location", "https://example.org/")]), Unknown::Status),
        (status(204, &[]), Unknown::Status),
        (status(206, &[]), Unknown::Status),
        (status(0, &[]), Unknown::Status),
        (body(&["<!DOCTYPE html>"]), Unknown::Malformed),
        (Reply::Silence, Unknown::Timeout),
    ] {
        assert_eq!(ask_once(reply), Leak::Unknown(why));
    }
}

#[test]
fn a_server_that_names_a_time_is_left_alone_until_then_where_there_is_time() {
    let transport = Scripted::new([status(429, &[("retry-after", "2")]), body(&[FOUND])]);
    assert_eq!(ask(&transport).0, Leak::Found(7));
    assert!(transport.times()[1] >= 2_000);
    for later in ["3", "120", "18446744073709551615", "99999999999999999999", "Wed, 21 Oct 2026 07:28:00 GMT", "soon"] {
        let transport = Scripted::new([status(503, &[("retry-after", later)])]);
        assert_eq!(ask(&transport), (Leak::Unknown(Unknown::Status), 0), "Retry-After: {later}");
    }
}

#[test]
fn the_time_out_is_that_of_the_whole_exchange() {
    assert_eq!(ask(&Scripted::new([Reply::Silence])), (Leak::Unknown(Unknown::Timeout), 3_000));
    assert_eq!(ask(&Scripted::new([body(&[BEFORE; 9])])), (Leak::Unknown(Unknown::Timeout), 3_000));
    assert_eq!(ask(&Scripted::new([Reply::Refused, Reply::Silence])), (Leak::Unknown(Unknown::Timeout), 3_000));
}

#[test]
fn a_wait_that_would_outlast_the_time_out_is_not_begun() {
    let transport = Scripted::new([Reply::Refused]);
    let leak = now(look_up(&transport, &Digest::of("password"), Duration::from_millis(150)));
    assert_eq!((leak, transport.now()), (Leak::Unknown(Unknown::Network), Duration::ZERO));
}

#[test]
fn a_body_that_stops_short_is_never_clear() {
    let cut = Reply::Answer { status: 200, headers: Vec::new(), pieces: vec![Ok(BEFORE), Err(Unknown::Network)] };
    let short = with_headers(&[("content-length", "400")], &[BEFORE, BEYOND]);
    for reply in [cut, short] {
        assert_eq!(ask(&Scripted::new([reply.clone(), reply])).0, Leak::Unknown(Unknown::Network));
    }
}

#[test]
fn what_is_not_among_the_lines_is_clear_only_where_their_length_or_order_says_that_none_is_missing() {
    let unsaid = with_headers(&[], &[BEFORE]);
    let encoded = with_headers(&[("content-length", "400"), ("content-encoding", "gzip")], &[BEFORE]);
    let perhaps_encoded = with_headers(&[("content-length", "30")], &[BEFORE]);
    for reply in [unsaid, encoded, perhaps_encoded] {
        assert_eq!(ask(&Scripted::new([reply.clone(), reply])).0, Leak::Unknown(Unknown::Network));
    }
    for reply in [
        with_headers(&[("content-length", "39")], &[BEFORE]),
        with_headers(&[], &[BEFORE, BEYOND]),
        with_headers(&[], &[BEYOND, BEFORE]),
        with_headers(&[("content-length", "400"), ("content-encoding", "gzip")], &[BEFORE, BEYOND]),
        with_headers(&[("content-length", "30")], &[BEFORE, BEYOND]),
    ] {
        assert_eq!(ask_once(reply), Leak::Clear);
    }
}

#[test]
fn an_empty_body_is_an_answer_only_as_a_text_of_that_length() {
    let empty = |content_type| with_headers(&[("content-type", content_type), ("content-length", "0")], &[]);
    assert_eq!(ask_once(empty("text/plain; charset=utf-8")), Leak::Clear);
    assert_eq!(ask_once(empty("text/html")), Leak::Unknown(Unknown::Malformed));
    assert_eq!(ask_once(with_headers(&[("content-length", "0")], &[])), Leak::Unknown(Unknown::Malformed));
    let cut = with_headers(&[("content-type", "text/plain")], &[]);
    assert_eq!(ask(&Scripted::new([cut.clone(), cut])).0, Leak::Unknown(Unknown::Network));
}

#[test]
fn a_password_is_asked_for_once() {
    let transport = Scripted::new([body(&[FOUND]), body(&[BEYOND])]);
    let checker = Checker::new(transport.clone());
    for _ in 0..3 {
        assert_eq!(now(checker.check(&Digest::of("password"), TIMEOUT)), Leak::Found(7));
        assert_eq!(now(checker.check(&Digest::of("another"), TIMEOUT)), Leak::Clear);
    }
    assert_eq!(transport.requests(), 2);
}

#[test]
fn a_failure_is_not_remembered() {
    let transport = Scripted::new([status(404, &[]), body(&[FOUND])]);
    let checker = Checker::new(transport.clone());
    assert_eq!(now(checker.check(&Digest::of("password"), TIMEOUT)), Leak::Unknown(Unknown::Status));
    assert_eq!(now(checker.check(&Digest::of("password"), TIMEOUT)), Leak::Found(7));
}

#[test]
fn after_three_failures_in_a_row_nobody_asks_for_a_minute() {
    let transport = Scripted::new([status(404, &[]), status(404, &[]), status(404, &[]), body(&[FOUND])]);
    let checker = Checker::new(transport.clone());
    let check = || now(checker.check(&Digest::of("password"), TIMEOUT));
    assert!((0..3).all(|_| check() == Leak::Unknown(Unknown::Status)));
    assert_eq!(check(), Leak::Unknown(Unknown::Resting));
    now(transport.sleep(Duration::from_secs(59)));
    assert_eq!(check(), Leak::Unknown(Unknown::Resting));
    now(transport.sleep(Duration::from_secs(1)));
    assert_eq!(check(), Leak::Found(7));
}

#[test]
fn a_field_asks_six_times_a_minute_and_a_submit_once_more() {
    let transport = Scripted::new((0..7).map(|_| body(&[BEYOND])));
    let (checker, field) = (Checker::new(transport.clone()), RefCell::new(Limiter::default()));
    let check =
        |password: u32, asked| now(checker.check_field(&Digest::of(password.to_string()), TIMEOUT, asked, &field));
    assert!((0..6).all(|password| check(password, Asked::Settled) == Leak::Clear));
    assert_eq!(check(6, Asked::Settled), Leak::Unknown(Unknown::TooOften));
    assert_eq!(check(6, Asked::Submit), Leak::Clear);
    assert_eq!(check(6, Asked::Settled), Leak::Clear, "what is remembered is not asked for");
    assert_eq!(transport.requests(), 7);
}

#[test]
fn a_question_that_is_dropped_counts_as_no_failure() {
    struct Never(Scripted);
    impl Transport for Never {
        type Response = Replied;
        async fn get(&self, _: Prefix, _: Duration) -> Result<Replied, Unknown> {
            std::future::pending().await
        }
        async fn sleep(&self, _: Duration) {}
        fn now(&self) -> Duration {
            self.0.now()
        }
        fn random(&self, bytes: &mut [u8]) {
            self.0.random(bytes);
        }
    }
    let checker = Checker::new(Never(Scripted::default()));
    for _ in 0..9 {
        let digest = Digest::of("password");
        let mut question = Box::pin(checker.check(&digest, TIMEOUT));
        assert!(question.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending(), "it asks every time");
    }
}

#[test]
fn sorted_lines_that_end_long_before_the_suffix_are_not_believed_whatever_their_length_says() {
    const CUT: &str = "00000000000000000000000000000000001:1\r\n00000000000000000000000000000000002:1\r\n\
        00000000100000000000000000000000000:1\r\n";
    for headers in [&[("content-length", "117")][..], &[("content-length", "90")], &[]] {
        let cut = with_headers(headers, &[CUT]);
        assert_eq!(ask(&Scripted::new([cut.clone(), cut])).0, Leak::Unknown(Unknown::Network));
        assert_eq!(ask_once(with_headers(&[], &[CUT, BEYOND])), Leak::Clear);
        assert_eq!(ask_once(with_headers(&[], &[CUT, FOUND])), Leak::Found(7));
    }
}
