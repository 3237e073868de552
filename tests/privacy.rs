//! What a range server learns of the people who type, by how a page asks it.
//!
//! `cargo test --test privacy -- --nocapture` prints the table that stands in docs/breach.md.
//!
//! A few hundred people, made up by a generator of random numbers with a fixed seed, type a new password of 8 to
//! 24 characters: quickly and slowly, with pauses to think, slips that they correct, and a look at another field
//! now and then. Three pages listen to the same typing:
//!
//! - one asks at every keystroke;
//! - one asks when the typing has paused for 300 or 500 milliseconds, as is common;
//! - one is passmuster's own widget, with its state, its memory and its limiter.
//!
//! The server, or whoever reads its log, sees which requests come from the same person. Each tells twenty bits
//! of the hash of what the field held. That is more than one more character is worth, so requests that are
//! close together spell the password out: try all characters for the next one, and keep those that fit.
#![cfg(not(target_family = "wasm"))]

use passmuster::breach::{Asked, Checker, Digest, Limiter, Prefix, Response, Transport, Unknown};
use passmuster::widget::{Effect, Event, Settings, State};
use passmuster::{Context, Leak, estimate};
use rand::rngs::Xoshiro256PlusPlus as Random;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::rc::Rc;
use std::task::{self, Poll, Waker};
use std::time::Duration;

const PEOPLE: u64 = 300;
/// The printable characters of ASCII.
const CHARACTERS: std::ops::RangeInclusive<u8> = b' '..=b'~';
const REST: u64 = passmuster::widget::DEBOUNCE.as_millis() as u64;

/// A password of 8 to 24 characters: a third random, a third words, a third words and digits as people make them.
fn password(random: &mut Random) -> String {
    const WORDS: &[&str] = &[
        "amber", "anchor", "apple", "autumn", "basket", "breeze", "candle", "castle", "cedar", "copper", "dragon",
        "ember", "falcon", "forest", "garden", "harbor", "island", "jacket", "kettle", "lantern", "marble", "meadow",
        "nectar", "ocean", "orchid", "paper", "pepper", "quartz", "river", "saddle", "silver", "summer", "thunder",
        "timber", "umbrella", "velvet", "violin", "walnut", "window", "winter",
    ];
    let kind = random.random_range(0..3);
    let length = 8 + random.random_range(0..17) as usize;
    let mut password = String::new();
    while password.len() < length {
        match kind {
            0 => password.push(char::from(CHARACTERS.start() + 1 + random.random_range(0..94) as u8)),
            1 if password.is_empty() => password += WORDS.choose(random).unwrap(),
            1 => password += &format!("-{}", WORDS.choose(random).unwrap()),
            _ if password.is_empty() => {
                let word = WORDS.choose(random).unwrap();
                password += &format!("{}{}", word[..1].to_uppercase(), &word[1..]);
            }
            _ => {
                password +=
                    &format!("{}{}", random.random_range(0..100), ["!", "", "#", "at", "the"].choose(random).unwrap())
            }
        }
    }
    password.truncate(length);
    password
}

/// What happens to the field, with its time in milliseconds.
enum Act {
    Holds(String),
    Left,
    Submitted,
}

/// Types a password as a person does.
fn type_in(random: &mut Random) -> Vec<(u64, Act)> {
    let password = password(random);
    let pace = 90 + random.random_range(0..200);
    let (mut time, mut acts, mut value) = (0, Vec::new(), String::new());
    let mut press = |random: &mut Random, value: &str, acts: &mut Vec<_>| {
        time += pace / 2 + random.random_range(0..pace);
        if random.random_ratio(6, 100) {
            time += 400 + random.random_range(0..2_600); // a pause to think
        }
        acts.push((time, Act::Holds(value.to_owned())));
        time
    };
    for character in password.chars() {
        if random.random_ratio(4, 100) {
            value.push('x'); // a slip, seen after a key or two
            press(random, &value, &mut acts);
            value.pop();
            press(random, &value, &mut acts);
        }
        value.push(character);
        press(random, &value, &mut acts);
        if random.random_ratio(1, 100) {
            let time = press(random, &value, &mut acts);
            acts.push((time + 50, Act::Left)); // a look at another field
        }
    }
    if random.random_ratio(20, 100) {
        // Second thoughts about the end.
        for _ in 0..2 + random.random_range(0..3) {
            value.pop();
            press(random, &value, &mut acts);
        }
        for _ in 0..2 + random.random_range(0..4) {
            value.push(char::from(b'a' + random.random_range(0..26) as u8));
            press(random, &value, &mut acts);
        }
    }
    let time = press(random, &value, &mut acts);
    acts.extend([(time + 300, Act::Left), (time + 6_000, Act::Submitted)]);
    acts
}

/// What a page asked for while one person typed.
type Asks = Vec<String>;

/// Asks when nothing has happened for `pause` milliseconds (0: at every keystroke), and for nothing twice in a row.
fn ask_after(pause: u64, acts: &[(u64, Act)]) -> Asks {
    let mut asks = Asks::new();
    let mut values = acts.iter().filter_map(|(time, act)| match act {
        Act::Holds(value) => Some((*time, value)),
        Act::Left | Act::Submitted => None,
    });
    let mut next = values.next();
    while let Some((time, value)) = next {
        next = values.next();
        let rests = next.is_none_or(|(until, _)| until - time >= pause);
        if rests && !value.is_empty() && asks.last() != Some(value) {
            asks.push(value.clone());
        }
    }
    asks
}

/// A server that knows no password, at the time of the typing.
#[derive(Clone, Default)]
struct Server {
    now: Rc<Cell<Duration>>,
    asked: Rc<RefCell<Vec<Prefix>>>,
}

struct Nothing(bool);

impl Transport for Server {
    type Response = Nothing;

    async fn get(&self, prefix: Prefix, _: Duration) -> Result<Nothing, Unknown> {
        self.asked.borrow_mut().push(prefix);
        Ok(Nothing(false))
    }

    async fn sleep(&self, _: Duration) {}

    fn now(&self) -> Duration {
        self.now.get()
    }

    fn random(&self, bytes: &mut [u8]) {
        bytes.fill(0);
    }
}

impl Response for Nothing {
    fn status(&self) -> u16 {
        200
    }

    fn header(&self, _: &str) -> Option<String> {
        None
    }

    async fn piece(&mut self) -> Result<Option<Vec<u8>>, Unknown> {
        let ended = std::mem::replace(&mut self.0, true);
        Ok((!ended).then(|| format!("{}:0\r\n", "F".repeat(35)).into_bytes()))
    }
}

fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut task::Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => unreachable!("the server answers at once"),
    }
}

/// Asks as the widget does.
fn ask_as_passmuster(acts: &[(u64, Act)]) -> Asks {
    let server = Server::default();
    let checker = Checker::new(server.clone());
    let field = RefCell::new(Limiter::default());
    let mut state = State::new(Settings { lookup: true, ..Settings::default() });
    let mut asks = Asks::new();
    let mut held = String::new();
    let context = Context::default();
    for (index, (time, act)) in acts.iter().enumerate() {
        let mut carry_out = |state: &mut State, mut effects: Vec<Effect>, time: u64, held: &str| {
            server.now.set(Duration::from_millis(time));
            while let Some(effect) = effects.pop() {
                let Effect::StartLookup { request, digest, submit } = effect else { continue };
                let asked = if submit { Asked::Submit } else { Asked::Settled };
                let before = server.asked.borrow().len();
                let leak = now(checker.check_field(&digest, Duration::from_secs(3), asked, &field));
                if server.asked.borrow().len() > before {
                    assert_eq!(leak, Leak::Clear);
                    asks.push(held.to_owned());
                }
                effects.extend(state.handle(Event::LookedUp { request, leak }));
            }
        };
        match act {
            Act::Holds(value) => {
                held.clone_from(value);
                let length = value.chars().count();
                let changed =
                    Event::Changed { password: value, length, estimate: estimate(value, &context), awaited: false };
                let effects = state.handle(changed);
                carry_out(&mut state, effects, *time, &held);
            }
            Act::Left | Act::Submitted => {
                let event = if matches!(act, Act::Left) { Event::Blurred } else { Event::Submitted };
                let effects = state.handle(event);
                carry_out(&mut state, effects, *time, &held);
            }
        }
        let next = acts.get(index + 1).map_or(u64::MAX, |(time, _)| *time);
        if next - time >= REST && matches!(act, Act::Holds(_)) {
            let effects = state.handle(Event::Settled);
            carry_out(&mut state, effects, time + REST, &held);
        }
    }
    asks
}

/// log10 of the SHA-1 computations that it takes to spell out the last value asked for, from one to the next:
/// all strings of printable characters for what was typed between two requests.
fn spelling_log10(asks: &Asks) -> f64 {
    let mut before = "";
    let mut longest = 0;
    for value in asks {
        let kept = value.chars().zip(before.chars()).take_while(|(one, other)| one == other).count();
        longest = longest.max(value.chars().count() - kept);
        before = value;
    }
    longest as f64 * (CHARACTERS.count() as f64).log10()
}

/// Spells out what the field held, from nothing but the prefixes in their order.
fn spell_out(prefixes: &[Prefix]) -> Vec<String> {
    let mut candidates = vec![String::new()];
    for &prefix in prefixes {
        let longer = |text: &String| {
            let text = text.clone();
            CHARACTERS.map(move |character| format!("{text}{}", char::from(character)))
        };
        let shorter = |text: &String| text.char_indices().last().map(|(end, _)| text[..end].to_owned());
        let mut next: Vec<String> =
            candidates.iter().flat_map(longer).chain(candidates.iter().filter_map(shorter)).collect();
        next.retain(|text| Digest::of(text).prefix() == prefix);
        next.sort_unstable();
        next.dedup();
        candidates = next;
    }
    candidates
}

struct Row {
    name: &'static str,
    asks: Vec<Asks>,
}

impl Row {
    fn requests(&self) -> usize {
        self.asks.iter().map(Vec::len).sum()
    }

    /// The bits of hash that the server has of one person, in ascending order.
    fn bits(&self) -> Vec<usize> {
        let bits = self.asks.iter().map(|asks| {
            let mut values: Vec<_> = asks.iter().collect();
            values.sort_unstable();
            values.dedup();
            20 * values.len()
        });
        let mut bits: Vec<_> = bits.collect();
        bits.sort_unstable();
        bits
    }

    /// How many people's passwords take less than ten billion SHA-1s to spell out: a second on a graphics card.
    fn spelled_out(&self) -> usize {
        self.asks.iter().filter(|asks| !asks.is_empty() && spelling_log10(asks) < 10.0).count()
    }
}

#[test]
fn the_widget_tells_a_server_less_than_asking_as_people_type_and_never_enough_to_spell_a_password_out() {
    let mut random = Random::seed_from_u64(2026);
    let people: Vec<Vec<(u64, Act)>> = (0..PEOPLE).map(|_| type_in(&mut random)).collect();
    let rows = [
        Row { name: "at every keystroke", asks: people.iter().map(|acts| ask_after(0, acts)).collect() },
        Row { name: "after a pause of 300 ms", asks: people.iter().map(|acts| ask_after(300, acts)).collect() },
        Row { name: "after a pause of 500 ms", asks: people.iter().map(|acts| ask_after(500, acts)).collect() },
        Row { name: "passmuster", asks: people.iter().map(|acts| ask_as_passmuster(acts)).collect() },
    ];
    println!("| asked | requests a person | bits of hash, median | most | spelled out in a second |");
    println!("| --- | ---: | ---: | ---: | ---: |");
    for row in &rows {
        let bits = row.bits();
        println!(
            "| {} | {:.2} | {} | {} | {} of {PEOPLE} |",
            row.name,
            row.requests() as f64 / PEOPLE as f64,
            bits[bits.len() / 2],
            bits[bits.len() - 1],
            row.spelled_out(),
        );
    }
    let [keystroke, pause_300, pause_500, ours] = &rows;
    assert!(keystroke.requests() > pause_300.requests() && pause_300.requests() > pause_500.requests());
    assert!(ours.requests() < pause_500.requests());
    assert_eq!(keystroke.spelled_out(), PEOPLE as usize);
    assert_eq!(ours.spelled_out(), 0);
    assert!(ours.asks.iter().all(|asks| asks.len() <= Limiter::LOOKUPS + 1));
}

#[test]
fn a_server_that_is_asked_at_every_keystroke_can_read_along() {
    let mut random = Random::seed_from_u64(7);
    for _ in 0..20 {
        let asks = ask_after(0, &type_in(&mut random));
        let prefixes: Vec<_> = asks.iter().map(|value| Digest::of(value).prefix()).collect();
        assert_eq!(spell_out(&prefixes), [asks.last().unwrap().as_str()]);
    }
}
