//! The widget in the page: events in, effects out.
//!
//! A [`Widget`] owns its listeners, its timers and the lookup in flight. Dropping it (`free()` in
//! JavaScript) removes, clears and aborts them all.

use crate::callback::{Listener, Timer};
use crate::fetch::{self, Fetch, LookupRequest};
use crate::task::Task;
use crate::{estimated, nfc, wiping, with_context};
use passmuster::Score;
use passmuster::breach::{Asked, Checker, Digest, Leak, Limiter, Unknown};
use passmuster::policy::{Rules, Verdict};
use passmuster::widget::{Effect, Event, Message, Place, Settings, State, View};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{EventTarget, HtmlElement, HtmlFormElement, HtmlInputElement, Node, SubmitEvent};

/// How often the field is looked at for a value set by a script, which fires no event; milliseconds.
const LOOK: u32 = 1_000;

#[wasm_bindgen]
extern "C" {
    /// The element that hosts the widget; see `Host` in www/element.js.
    pub type Host;

    #[wasm_bindgen(method, getter)]
    fn field(this: &Host) -> Field;
    #[wasm_bindgen(method, getter)]
    fn form(this: &Host) -> Option<HtmlFormElement>;
    #[wasm_bindgen(method, getter)]
    fn meter(this: &Host) -> Part;
    #[wasm_bindgen(method, getter)]
    fn headline(this: &Host) -> Part;
    #[wasm_bindgen(method, getter)]
    fn reason(this: &Host) -> Part;
    #[wasm_bindgen(method, getter)]
    fn suggestions(this: &Host) -> Part;
    /// Where to ask; none where leaks are not looked up.
    #[wasm_bindgen(method, getter)]
    fn endpoint(this: &Host) -> Option<String>;
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
    /// The field's length in grapheme clusters.
    #[wasm_bindgen(method)]
    fn length(this: &Host) -> usize;
    /// What an attacker knows, as [`estimate`](crate::estimate) takes it.
    #[wasm_bindgen(method)]
    fn known(this: &Host) -> String;
    #[wasm_bindgen(method, getter)]
    fn year(this: &Host) -> i32;
    /// The words of a message.
    #[wasm_bindgen(method)]
    fn word(this: &Host, group: &str, name: &str, count: Option<f64>) -> String;
    /// The words of faults: `all` or `some`, and for each a `;`, its name, and where that is told `first`, `last` or
    /// `middle` and a number, with `,` between.
    #[wasm_bindgen(method)]
    fn faults(this: &Host, faults: &str) -> String;
    /// Tells the page of a verdict.
    #[wasm_bindgen(method)]
    fn tell(this: &Host, verdict: &str, score: u8, guesses: f64, leak: Option<&str>, count: f64, why: Option<&str>);
    /// Why the field may not be sent, none where it may: the page's own words stay.
    #[wasm_bindgen(method)]
    fn refuse(this: &Host, words: &str);
    /// Says something to those who cannot see.
    #[wasm_bindgen(method)]
    fn say(this: &Host, words: &str);
    /// A submit is held, or no longer.
    #[wasm_bindgen(method)]
    fn wait(this: &Host, waiting: bool);

    /// What is seen of the widget. As it is, as the field's: none of these throws, and what might costs more code.
    #[wasm_bindgen(extends = Node)]
    type Part;
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set(this: &Part, name: &str, value: &str);

    #[wasm_bindgen(extends = HtmlInputElement, extends = EventTarget, extends = Node)]
    #[derive(Clone)]
    type Field;
    #[wasm_bindgen(method, js_name = getAttribute)]
    fn attribute(this: &Field, name: &str) -> Option<String>;
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set(this: &Field, name: &str, value: &str);
    #[wasm_bindgen(method, js_name = removeAttribute)]
    fn remove(this: &Field, name: &str);
    #[wasm_bindgen(method, js_name = focus)]
    fn focus_now(this: &Field);
    #[wasm_bindgen(method, js_name = matches)]
    fn is(this: &Field, selector: &str) -> bool;
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
    field: Field,
    form: Option<HtmlFormElement>,
    state: RefCell<State>,
    /// None where leaks are not looked up.
    checker: Option<Rc<Checker<Fetch>>>,
    limiter: Rc<RefCell<Limiter>>,
    pause: RefCell<Option<Timer>>,
    /// Runs while the task of a click does.
    click: RefCell<Option<Timer>>,
    lookup: RefCell<Option<Task>>,
    /// The submit that waits for an answer, by the button that made it.
    submitter: RefCell<Option<HtmlElement>>,
    /// Whether what the browser refuses is our own doing: a submit that was held going on, a refusal shown.
    ours: Cell<bool>,
    /// What the page shows, and the words of a refusal.
    shown: RefCell<Option<(View, String)>>,
    spoken: RefCell<String>,
    /// The field's own `aria-invalid`, such as a server's for what was sent before.
    invalid: Option<String>,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts a widget.
    #[wasm_bindgen(constructor)]
    pub fn new(host: Host) -> Widget {
        let checker = host.endpoint().map(|endpoint| fetch::checker(&endpoint));
        let rules = Rules {
            min_length: host.min_length(),
            min_score: Score::from_number(host.min_score()).unwrap_or(Score::Three),
            block_unverified: host.block_unverified(),
        };
        let settings = Settings { rules, lookup: checker.is_some() };
        let inner = Rc::new_cyclic(|this| Inner {
            this: this.clone(),
            invalid: host.field().attribute("aria-invalid"),
            field: host.field(),
            form: host.form(),
            state: RefCell::new(State::new(settings)),
            checker,
            limiter: Rc::default(),
            pause: RefCell::default(),
            click: RefCell::default(),
            lookup: RefCell::default(),
            submitter: RefCell::default(),
            ours: Cell::new(false),
            shown: RefCell::default(),
            spoken: RefCell::default(),
            host,
        });
        let widget = Widget { _listeners: inner.listen(), _look: inner.look(), inner };
        widget.inner.render();
        wiping(|| widget.inner.change());
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
    }
}

impl Inner {
    fn listen(&self) -> Vec<Listener> {
        let mut listeners = Vec::new();
        let mut on = |target: &EventTarget, event, react| listeners.push(self.on(target, event, react));
        on(&self.field, "change", |inner, _| inner.change());
        on(&self.field, "focus", |inner, _| inner.change());
        on(&self.field, "blur", |inner, _| {
            inner.change();
            inner.handle(Event::Blurred);
        });
        on(&self.field, "invalid", Self::invalid);
        if let Some(form) = &self.form {
            // Before the browser looks at the field's validity, which a value set by a script left stale.
            on(form, "click", |inner, _| {
                inner.clicked();
                inner.change();
            });
            // What is known of the owner stands in the form's other fields.
            on(form, "input", |inner, _| inner.change());
            // The fields are emptied after this event.
            on(form, "reset", |inner, _| inner.rest(0));
            on(form, "submit", Self::submit);
        }
        // Of a field in its midst the form has heard already.
        if !self.form.as_ref().is_some_and(|form| form.contains(Some(&self.field))) {
            on(&self.field, "input", |inner, _| inner.change());
        }
        listeners
    }

    fn on(&self, target: &EventTarget, event: &'static str, react: fn(&Inner, &web_sys::Event)) -> Listener {
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
        let password = self.field.value();
        let known = self.host.known();
        let length = self.host.length();
        let estimate = with_context(&known, self.host.year(), |context| estimated(&nfc(&password), context));
        self.handle(Event::Changed { password: &password, length, estimate });
        self.refuse_by_validity();
    }

    fn submit(&self, event: &web_sys::Event) {
        let submitter = event.unchecked_ref::<SubmitEvent>().submitter();
        // A field that is disabled, or the form's no longer, is not sent: nothing of it may stand in the way.
        let sent = self.field.form() == self.form && !self.field.is(":disabled");
        if !sent || submitter.as_ref().is_some_and(|submitter| submitter.has_attribute("formnovalidate")) {
            return;
        }
        // Also where a submit that was held goes on: the page may have set another value meanwhile.
        self.change();
        let effects = self.state.borrow_mut().handle(Event::Submitted);
        if effects.iter().any(|effect| matches!(effect, Effect::HoldSubmit | Effect::RejectSubmit)) {
            event.prevent_default();
            event.stop_immediate_propagation();
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
    fn invalid(&self, event: &web_sys::Event) {
        if self.ours.get() {
            return;
        }
        self.handle(Event::Invalid);
        let refused = self.shown.borrow().as_ref().is_some_and(|(_, refusal)| {
            let message = self.field.validation_message().unwrap_or_default();
            !message.is_empty() && refusal.starts_with(&message)
        });
        if refused && self.click.borrow().is_some() {
            event.prevent_default();
            self.field.focus_now();
        }
    }

    fn go_on(&self) {
        self.host.wait(false);
        let Some(form) = &self.form else { return };
        let submitter = self.submitter.take();
        self.ours.set(true);
        // The button may be gone from the form since.
        if form.request_submit_with_submitter(submitter.as_ref()).is_err() {
            let _ = form.request_submit_with_submitter(None);
        }
        self.ours.set(false);
    }

    fn refuse(&self) {
        self.host.wait(false);
        self.submitter.take();
        self.field.focus_now();
    }

    fn render(&self) {
        let (view, guesses_log10, leak) = {
            let state = self.state.borrow();
            (state.view(), state.guesses_log10(), state.leak())
        };
        let (verdict, score) = (view.verdict.name(), view.score as u8);
        {
            let mut shown = self.shown.borrow_mut();
            // Most keystrokes change nothing to be seen.
            if shown.as_ref().is_none_or(|(last, _)| *last != view) {
                let refusal = self.show(&view);
                *shown = Some((view, refusal));
            }
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
        let write = |element: &Part, words: &str| {
            // Words that are written again are laid out again.
            if element.text_content().as_deref() != Some(words) {
                element.set_text_content(Some(words));
            }
        };
        let headline = self.word(view.headline);
        let reason = self.reason(view);
        let segments = char::from(b'0' + view.segments).to_string();
        let meter = self.host.meter();
        meter.set("data-verdict", view.verdict.name());
        meter.set("data-score", &segments);
        meter.set("aria-valuenow", &segments);
        meter.set("aria-valuetext", &headline);
        write(&self.host.headline(), &headline);
        write(&self.host.reason(), &reason);
        // It goes on in the reason's line, and the second factor in its own.
        let join = self.host.word("join", "sentence", None);
        let advice = view.advice.map_or(String::new(), |advice| self.word(advice));
        write(&self.host.suggestions(), &[&*join, &advice, &join].concat());
        if view.allowed { String::new() } else { self.sentences(&headline, &reason) }
    }

    /// Says the view to those who cannot see it, if it is another than was said last.
    fn speak(&self) {
        let view = self.state.borrow().view();
        let words = self.sentences(&self.word(view.headline), &self.reason(&view));
        self.mark(match view.verdict {
            Verdict::Empty => self.invalid.as_deref(),
            _ if view.allowed => None,
            _ => Some("true"),
        });
        if *self.spoken.borrow() != words {
            // What an empty field is for stands in its description.
            if view.verdict != Verdict::Empty {
                self.host.say(&words);
            }
            self.spoken.replace(words);
        }
    }

    fn mark(&self, invalid: Option<&str>) {
        match invalid {
            Some(value) => self.field.set("aria-invalid", value),
            None => self.field.remove("aria-invalid"),
        }
    }

    fn word(&self, message: Message) -> String {
        self.host.word(message.group, message.name, message.count.map(|count| count as f64))
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
        self.host.faults(&told)
    }

    /// What is said where headline and reason do not stand in lines of their own, joined as their language joins them.
    fn sentences(&self, headline: &str, reason: &str) -> String {
        // Without `format!`, which would be the last to need the machinery of `core::fmt`.
        [headline, &self.host.word("join", "headline", None), reason].concat()
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
        self.mark(self.invalid.as_deref());
    }
}
