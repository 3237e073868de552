//! The widget in the page: events in, effects out.
//!
//! A [`Widget`] owns its listeners, its timers and the lookup in flight. Dropping it (`free()` in
//! JavaScript) removes, clears and aborts them all.

use crate::callback::{Listener, Timer};
use crate::fetch::{self, Fetch, LookupRequest};
use crate::task::Task;
use crate::{estimated, nfc, vocabularies, wiping, with_context};
use passmuster::Score;
use passmuster::breach::{Asked, Checker, Digest, Leak, Limiter, Unknown};
use passmuster::policy::{Rules, Verdict};
use passmuster::widget::{Effect, Event, Message, PATIENCE, Place, Settings, State, View};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// How often the field is looked at for a value set by a script, which fires no event; milliseconds.
const LOOK: u32 = 1_000;

#[wasm_bindgen]
extern "C" {
    /// The element that hosts the widget; see www/element/host.js. Text comes as any value, for what the page has a
    /// hand in may be none.
    pub type Host;

    #[wasm_bindgen(method, getter)]
    fn field(this: &Host) -> JsValue;
    /// `undefined` where the field has none.
    #[wasm_bindgen(method, getter)]
    fn form(this: &Host) -> JsValue;
    /// Whether the field stands in its form's midst, rather than being tied to it by its attribute `form`.
    #[wasm_bindgen(method, getter, js_name = isInside)]
    fn is_inside(this: &Host) -> bool;
    /// Where to ask; none where leaks are not looked up.
    #[wasm_bindgen(method, getter)]
    fn endpoint(this: &Host) -> JsValue;
    /// Milliseconds that an answer may take.
    #[wasm_bindgen(method, getter)]
    fn timeout(this: &Host) -> u32;
    /// Milliseconds of rest after which a password has settled.
    #[wasm_bindgen(method, getter)]
    fn pause(this: &Host) -> u32;
    #[wasm_bindgen(method, getter, js_name = minScore)]
    fn min_score(this: &Host) -> u8;
    #[wasm_bindgen(method, getter, js_name = blockUnverified)]
    fn block_unverified(this: &Host) -> bool;
    /// The fewest grapheme clusters.
    #[wasm_bindgen(method, getter, js_name = minLength)]
    fn min_length(this: &Host) -> usize;
    /// What the field holds.
    #[wasm_bindgen(method)]
    fn value(this: &Host) -> JsValue;
    /// The field's length in grapheme clusters.
    #[wasm_bindgen(method)]
    fn length(this: &Host) -> usize;
    /// What an attacker knows, as [`estimate`](crate::estimate) takes it.
    #[wasm_bindgen(method)]
    fn known(this: &Host) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn year(this: &Host) -> i32;
    /// The words of a message.
    #[wasm_bindgen(method)]
    fn word(this: &Host, group: &str, name: &str, count: Option<f64>) -> JsValue;
    /// The words of faults: `all` or `some`, and for each a `;`, its name, and where that is told `first`, `last` or
    /// `middle` and a number, with `,` between.
    #[wasm_bindgen(method)]
    fn faults(this: &Host, faults: &str) -> JsValue;
    /// Shows a verdict, how many segments of the meter are lit, and what holds, a bit each: that it is long enough, not like
    /// the current password, in no known leak, worth a variation, and that the offer of a generated one leads.
    #[wasm_bindgen(method)]
    fn show(this: &Host, verdict: &str, segments: u8, headline: &str, reason: &str, advice: &str, holds: u8);
    /// Tells the page of a verdict.
    #[wasm_bindgen(method)]
    fn tell(this: &Host, verdict: &str, score: u8, guesses: f64, leak: Option<&str>, count: f64, why: Option<&str>);
    /// Why the field may not be sent, none where it may: the page's own words stay.
    #[wasm_bindgen(method)]
    fn refuse(this: &Host, words: &str);
    /// Whether the words for which the browser refuses the field are these.
    #[wasm_bindgen(method, js_name = hasRefused)]
    fn has_refused(this: &Host) -> bool;
    /// Whether the field is marked as invalid; none for as it was found, such as a server's mark on what was sent before.
    #[wasm_bindgen(method)]
    fn mark(this: &Host, invalid: Option<bool>);
    /// Describes the field, and says the same aloud with the advice, where there is any.
    #[wasm_bindgen(method)]
    fn announce(this: &Host, description: &str, aloud: &str);
    /// A submit is held, or no longer.
    #[wasm_bindgen(method)]
    fn wait(this: &Host, waiting: bool);
    /// Whether a submit by this button sends the field, and asks for its validity.
    #[wasm_bindgen(method)]
    fn sends(this: &Host, submitter: &JsValue) -> bool;
    /// Submits the form again, by this button if it is still the form's.
    #[wasm_bindgen(method)]
    fn resume(this: &Host, submitter: &JsValue);
    #[wasm_bindgen(method)]
    fn focus(this: &Host);

    type PageEvent;
    #[wasm_bindgen(method, getter)]
    fn submitter(this: &PageEvent) -> JsValue;
    #[wasm_bindgen(method, js_name = preventDefault)]
    fn prevent_default(this: &PageEvent);
    #[wasm_bindgen(method, js_name = stopImmediatePropagation)]
    fn stop(this: &PageEvent);
}

/// A widget on a field. Freeing it leaves the field as it was.
#[wasm_bindgen]
pub struct Widget {
    inner: Rc<Inner>,
    _listeners: Vec<Listener>,
    _look: Timer,
}

struct Inner {
    this: Weak<Inner>,
    host: Host,
    state: RefCell<State>,
    /// None where leaks are not looked up.
    checker: Option<Rc<Checker<Fetch>>>,
    limiter: Rc<RefCell<Limiter>>,
    pause: RefCell<Option<Timer>>,
    /// The wait for vocabularies.
    wait: RefCell<Option<Timer>>,
    /// Runs while the task of a click does.
    click: RefCell<Option<Timer>>,
    lookup: RefCell<Option<Task>>,
    /// The submit that waits for an answer, by the button that made it.
    submitter: RefCell<JsValue>,
    /// Whether what the browser refuses is our own doing: a submit that was held going on, a refusal shown.
    ours: Cell<bool>,
    /// What the page shows, and the words of a refusal.
    shown: RefCell<Option<(View, String)>>,
    spoken: RefCell<String>,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts a widget.
    #[wasm_bindgen(constructor)]
    pub fn new(host: Host) -> Widget {
        let checker = host.endpoint().as_string().map(|endpoint| fetch::checker(&endpoint));
        let rules = Rules {
            min_length: host.min_length(),
            min_score: Score::from_number(host.min_score()).unwrap_or(Score::Three),
            block_unverified: host.block_unverified(),
        };
        let settings = Settings { rules, lookup: checker.is_some() };
        let inner = Rc::new_cyclic(|this| Inner {
            this: this.clone(),
            state: RefCell::new(State::new(settings)),
            checker,
            limiter: Rc::default(),
            pause: RefCell::default(),
            wait: RefCell::default(),
            click: RefCell::default(),
            lookup: RefCell::default(),
            submitter: RefCell::default(),
            ours: Cell::new(false),
            shown: RefCell::default(),
            spoken: RefCell::default(),
            host,
        });
        let widget = Widget { _listeners: inner.listen(), _look: inner.look(), inner };
        // What the field holds already comes first: nothing of it may be shown, or said, as if it were empty.
        wiping(|| widget.inner.change());
        widget.inner.render();
        widget
    }

    /// Looks at the field and at what is known of its owner, now.
    pub fn check(&self) {
        wiping(|| self.inner.change());
    }

    /// Words everything anew, in another language.
    pub fn reword(&self) {
        self.inner.shown.take();
        self.inner.render();
        let view = self.inner.state.borrow().view();
        let description = self.inner.sentences(&self.inner.word(view.headline), &self.inner.reason(&view));
        self.inner.host.announce(&description, "");
    }
}

impl Inner {
    fn listen(&self) -> Vec<Listener> {
        let mut listeners = Vec::new();
        let mut on = |target: &JsValue, event, react| listeners.push(self.on(target, event, react));
        let (field, form) = (self.host.field(), self.host.form());
        on(&field, "change", |inner, _| inner.change());
        on(&field, "focus", |inner, _| inner.change());
        on(&field, "blur", |inner, _| {
            inner.change();
            inner.handle(Event::Blurred);
        });
        on(&field, "invalid", Self::invalid);
        if !form.is_undefined() {
            // Before the browser looks at the field's validity, which a value set by a script left stale.
            on(&form, "click", |inner, _| {
                inner.clicked();
                inner.change();
            });
            // What is known of the owner stands in the form's other fields.
            on(&form, "input", |inner, _| inner.change());
            // The fields are emptied after this event.
            on(&form, "reset", |inner, _| inner.rest(0));
            on(&form, "submit", Self::submit);
        }
        // Of a field in its midst the form has heard already.
        if !self.host.is_inside() {
            on(&field, "input", |inner, _| inner.change());
        }
        listeners
    }

    fn on(&self, target: &JsValue, event: &'static str, react: fn(&Inner, &PageEvent)) -> Listener {
        let this = self.this.clone();
        // Ahead of the page's own listeners: those of a submit must not see one that is held.
        Listener::new(target, event, move |event| {
            if let Some(inner) = this.upgrade() {
                wiping(|| react(&inner, event.unchecked_ref()));
            }
        })
    }

    fn look(&self) -> Timer {
        let this = self.this.clone();
        Timer::every(LOOK, move |_| {
            if let Some(inner) = this.upgrade() {
                wiping(|| inner.change());
            }
        })
    }

    fn change(&self) {
        let password = text(self.host.value());
        let known = text(self.host.known());
        let length = self.host.length();
        let estimate = with_context(&known, self.host.year(), |context| estimated(&nfc(&password), context));
        let awaited = vocabularies::are_awaited(&known);
        self.handle(Event::Changed { password: &password, length, estimate, awaited });
        self.refuse_by_validity();
    }

    fn submit(&self, event: &PageEvent) {
        let submitter = event.submitter();
        if !self.host.sends(&submitter) {
            return;
        }
        // Also where a submit that was held goes on: the page may have set another value meanwhile.
        self.change();
        let effects = self.state.borrow_mut().handle(Event::Submitted);
        if effects.iter().any(|effect| matches!(effect, Effect::HoldSubmit | Effect::RejectSubmit)) {
            event.prevent_default();
            event.stop();
            self.submitter.replace(submitter);
        }
        self.carry_out(effects);
    }

    fn handle(&self, event: Event<'_>) {
        let effects = self.state.borrow_mut().handle(event);
        self.carry_out(effects);
    }

    fn carry_out(&self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Render => self.render(),
                Effect::Announce => self.speak(),
                Effect::StartDebounce => self.rest(self.host.pause()),
                Effect::CancelDebounce => drop(self.pause.take()),
                Effect::StartWait => self.wait(),
                Effect::StartLookup { request, digest, submit } => self.look_up(request, digest, submit),
                Effect::CancelLookup => drop(self.lookup.take()),
                Effect::HoldSubmit => self.host.wait(true),
                Effect::ReleaseSubmit => self.host.wait(false),
                Effect::ResumeSubmit => self.go_on(),
                Effect::RejectSubmit => self.refuse(),
            }
        }
    }

    fn look_up(&self, request: u32, digest: Digest, submit: bool) {
        let Some(checker) = self.checker.clone() else { return };
        let (this, field) = (self.this.clone(), self.limiter.clone());
        let asked = if submit { Asked::Submit } else { Asked::Settled };
        let lookup = LookupRequest { checker, digest, timeout: self.host.timeout(), field: Some((asked, field)) };
        self.lookup.replace(Some(lookup.start(move |leak| {
            if let Some(inner) = this.upgrade() {
                inner.handle(Event::LookedUp { request, leak });
            }
        })));
    }

    /// Waits for a rest in the typing.
    fn rest(&self, pause: u32) {
        let this = self.this.clone();
        self.pause.replace(Some(Timer::after(pause, move |_| {
            if let Some(inner) = this.upgrade() {
                wiping(|| {
                    inner.change();
                    inner.handle(Event::Settled);
                });
            }
        })));
    }

    fn wait(&self) {
        let this = self.this.clone();
        self.wait.replace(Some(Timer::after(PATIENCE.as_millis() as u32, move |_| {
            if let Some(inner) = this.upgrade() {
                wiping(|| inner.handle(Event::Waited));
            }
        })));
    }

    /// Remembers until this task is done that somebody clicked, or pressed Enter, which clicks on the form's button.
    fn clicked(&self) {
        let this = self.this.clone();
        self.click.replace(Some(Timer::after(0, move |_| {
            if let Some(inner) = this.upgrade() {
                drop(inner.click.take());
            }
        })));
    }

    /// The browser refuses the field. Its bubble would cover the words that say why, and what would help: where a click
    /// asked for the submit and the words are ours, the field has the focus, and its words stand beside it. A script that
    /// asks for validity gets what the browser has.
    fn invalid(&self, event: &PageEvent) {
        // What the page refuses is for the page to explain.
        if self.ours.get() || !self.host.has_refused() {
            return;
        }
        let submit = self.click.borrow().is_some();
        self.handle(Event::Invalid { submit });
        if submit {
            event.prevent_default();
            self.host.focus();
        }
    }

    fn go_on(&self) {
        self.host.wait(false);
        let submitter = self.submitter.take();
        self.ours.set(true);
        self.host.resume(&submitter);
        self.ours.set(false);
    }

    fn refuse(&self) {
        self.host.wait(false);
        self.submitter.take();
        self.host.focus();
    }

    fn render(&self) {
        let (view, guesses_log10, leak) = {
            let state = self.state.borrow();
            (state.view(), state.guesses_log10(), state.leak())
        };
        let (verdict, score) = (view.verdict.name(), view.score as u8);
        // Most keystrokes change nothing to be seen.
        if view.verdict == Verdict::Empty {
            // The same is news to whoever starts over.
            self.spoken.take();
        }
        let stale = self.shown.borrow().as_ref().is_none_or(|(last, _)| *last != view);
        if stale {
            // With nothing borrowed: the words may be the page's, which may call back.
            let refusal = self.show(&view);
            self.shown.replace(Some((view, refusal)));
        }
        self.refuse_by_validity();
        let status = leak.map(Leak::name);
        let count = leak.map_or(0, Leak::count) as f64;
        let why = leak.and_then(Leak::reason).map(Unknown::name);
        self.host.tell(verdict, score, guesses_log10, status, count, why);
    }

    /// Also where nothing changed: the page may have cleared what stood there, or set and cleared its own.
    fn refuse_by_validity(&self) {
        let refusal = self.shown.borrow().as_ref().map(|(_, refusal)| refusal.clone());
        if let Some(refusal) = refusal {
            self.host.refuse(&refusal);
        }
    }

    /// Shows a view, and answers with the words of a refusal, which are none where it may be set.
    fn show(&self, view: &View) -> String {
        let headline = self.word(view.headline);
        let reason = self.reason(view);
        // They stand in one line, whichever comes first.
        let join = self.join("sentence");
        let advice = [&*join, &self.advice(view), &join].concat();
        let holds = [view.met.length, view.met.not_current, view.met.not_leaked, view.variable, view.offered];
        let holds = holds.into_iter().rev().fold(0, |all, one| all << 1 | u8::from(one));
        self.host.show(view.verdict.name(), view.segments, &headline, &reason, &advice, holds);
        if view.allowed { String::new() } else { self.sentences(&headline, &reason) }
    }

    /// Says the view to those who cannot see it, if it is another than was said last.
    fn speak(&self) {
        let (view, judged) = {
            let state = self.state.borrow();
            (state.view(), state.is_judged())
        };
        let (headline, reason, advice) = (self.word(view.headline), self.reason(&view), self.advice(&view));
        self.host.mark(judged.then_some(!view.allowed));
        let description = self.sentences(&headline, &reason);
        let join = if advice.is_empty() { String::new() } else { self.join("sentence") };
        let aloud = match view.verdict {
            // What an empty field is for stands in its description.
            Verdict::Empty => String::new(),
            _ if view.offered => self.sentences(&headline, &[&*advice, &join, &reason].concat()),
            _ => [&*description, &join, &advice].concat(),
        };
        let words = [&*description, &aloud].concat();
        if *self.spoken.borrow() != words {
            self.host.announce(&description, &aloud);
            self.spoken.replace(words);
        }
    }

    fn advice(&self, view: &View) -> String {
        view.advice.map_or(String::new(), |advice| self.word(advice))
    }

    /// What stands between two sentences, or between a headline and one.
    fn join(&self, name: &str) -> String {
        text(self.host.word("join", name, None))
    }

    fn word(&self, message: Message) -> String {
        text(self.host.word(message.group, message.name, message.count.map(|count| count as f64)))
    }

    fn reason(&self, view: &View) -> String {
        let Some(faults) = &view.faults else { return self.word(view.reason) };
        let mut told = String::from(if faults.whole { "all" } else { "some" });
        for fault in &faults.parts {
            told.push(';');
            told.push_str(fault.name);
            let (place, count) = match fault.place {
                None => continue,
                Some(Place::First(count)) => (",first,", count),
                Some(Place::Last(count)) => (",last,", count),
                Some(Place::Middle) => (",middle,", 0),
            };
            told.push_str(place);
            push_number(&mut told, count);
        }
        text(self.host.faults(&told))
    }

    /// What is said where headline and reason do not stand in lines of their own, joined as their language joins them.
    fn sentences(&self, headline: &str, reason: &str) -> String {
        // Without `format!`, which would be the last to need the machinery of `core::fmt`.
        [headline, &self.join("headline"), reason].concat()
    }
}

/// Adds a number in decimal digits. `to_string` would be the last to need the machinery of `core::fmt`.
fn push_number(text: &mut String, number: usize) {
    if number > 9 {
        push_number(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

impl Drop for Inner {
    /// Leaves the field as it was.
    fn drop(&mut self) {
        self.host.refuse("");
        self.host.mark(None);
    }
}

/// What the page gave as text: none where it is something else, or could not be had.
fn text(value: JsValue) -> String {
    value.as_string().unwrap_or_default()
}
