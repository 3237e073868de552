//! What people see beside the field, and when: what the widget knows and decides, with no browser in sight.
//!
//! ```text
//!  the page ── Event ──► State ── Effect ──► the page
//!                          │
//!                          └──── View: what to show, in messages that the catalogues word
//! ```
//!
//! [`State`] is told what happened to the field, and answers with what is to be done. It touches nothing: no element,
//! no clock, no request, so its tests are plain. When to ask whether a password leaked is decided here: only for one
//! that is strong, only once it has settled, and once. crates/browser carries events in and effects out.
//!
//! Nor is anything looked up or accepted while the vocabulary of a language is on its way that may yet find the password
//! weak: for as long as [`PATIENCE`], which begins with the first strong password.

use crate::breach::{Digest, Leak, Unknown};
use crate::estimate::{Part, PartKind, Suggestion, Warning};
use crate::policy::{self, Rules, Verdict};
use crate::{Estimate, Score};
use std::time::Duration;

/// How long nothing may be typed, by default, for a password to have settled.
pub const DEBOUNCE: Duration = Duration::from_millis(800);
/// How long a strong password waits for the vocabularies of languages. A form must not stand still because a file is slow.
pub const PATIENCE: Duration = Duration::from_secs(3);

/// What happened in the page.
pub enum Event<'a> {
    /// The field, or what is known of its owner, may have changed.
    Changed {
        /// What the field holds.
        password: &'a str,
        /// Its length in grapheme clusters.
        length: usize,
        /// How guessable it is.
        estimate: Estimate,
        /// Whether a vocabulary is on its way by which it may be more guessable. One that cannot be had is not.
        awaited: bool,
    },
    /// [`PATIENCE`] has elapsed.
    Waited,
    /// The debounce has elapsed: nothing was typed for a while.
    Settled,
    /// The field has lost the focus.
    Blurred,
    /// The form is about to be submitted.
    Submitted,
    /// The browser found the field invalid.
    Invalid {
        /// Whether that was because somebody submitted the form, rather than because a script asked.
        submit: bool,
    },
    /// A lookup has ended.
    LookedUp {
        /// The number of its request, as [`Effect::StartLookup`] gave it.
        request: u32,
        /// The answer.
        leak: Leak,
    },
}

/// What is to be done in the page.
#[derive(Debug, PartialEq)]
pub enum Effect {
    /// Show the view, and tell the page of it.
    Render,
    /// Announce the view to screen readers, if it is another than was announced last.
    Announce,
    /// Start the debounce, or start it over.
    StartDebounce,
    /// Cancel the debounce.
    CancelDebounce,
    /// Send [`Event::Waited`] after [`PATIENCE`].
    StartWait,
    /// Look up whether this digest leaked.
    StartLookup {
        /// The number of the request, for its [`Event::LookedUp`].
        request: u32,
        /// The digest of what the field holds.
        digest: Digest,
        /// Whether a submit waits for it: the limit of lookups a minute does not hold for such a one.
        submit: bool,
    },
    /// Cancel the lookup in flight.
    CancelLookup,
    /// Keep the submit from happening until the lookup has ended, and what it waits for has come.
    HoldSubmit,
    /// Give up the submit that was held: the password has changed.
    ReleaseSubmit,
    /// Repeat the submit that was held.
    ResumeSubmit,
    /// Keep the submit from happening, and say why.
    RejectSubmit,
}

/// What a site chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Settings {
    /// What it demands of a password.
    pub rules: Rules,
    /// Whether leaks are looked up at all.
    pub lookup: bool,
}

/// A message of the catalogues: a group, a name, and the number that it mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    /// The group: `headline`, `reason`, `warning` or `suggestion`.
    pub group: &'static str,
    /// The name in its group.
    pub name: &'static str,
    /// The number that it mentions.
    pub count: Option<u64>,
}

impl Message {
    const fn new(group: &'static str, name: &'static str) -> Self {
        Self { group, name, count: None }
    }

    const fn with_count(self, count: u64) -> Self {
        Self { count: Some(count), ..self }
    }
}

/// What to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Where the password stands.
    pub verdict: Verdict,
    /// Its score.
    pub score: Score,
    /// Whether it may be set as it is.
    pub allowed: bool,
    /// One line on where it stands.
    pub headline: Message,
    /// One more on why.
    pub reason: Message,
    /// In the place of the reason, where there are any: the parts that make it guessable.
    pub faults: Option<Faults>,
    /// What would help.
    pub advice: Option<Message>,
    /// Whether the offer of a generated password comes before everything else: what was tried has been refused before.
    pub offered: bool,
    /// Whether a variation of what was typed would help. Nothing should stay of what is personal, reused or leaked.
    pub variable: bool,
    /// Which rules are met.
    pub met: Met,
    /// How many of the meter's four segments are lit. What is refused is never full, whatever its score.
    pub segments: u8,
}

/// Which of the rules that stand beside the field are met. An empty field meets none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Met {
    /// It is long enough.
    pub length: bool,
    /// It is not like the current password.
    pub not_current: bool,
    /// It was looked up, and is in no known leak.
    pub not_leaked: bool,
}

/// The parts that make a password guessable, by kind and place. What they say stands nowhere: what is written into a page
/// is recorded by session replays and spoken aloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults {
    /// In the order in which they stand, two at most.
    pub parts: Vec<Fault>,
    /// Whether the password is nothing but them.
    pub whole: bool,
}

/// A part that makes a password guessable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Its name in the catalogues' group `part`.
    pub name: &'static str,
    /// Where it stands; `None` where that need not be said.
    pub place: Option<Place>,
}

/// Where a part of a password stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It is the first so many characters.
    First(usize),
    /// It is the last so many characters.
    Last(usize),
    /// It is neither at the beginning nor at the end.
    Middle,
}

/// What the widget knows of the field.
pub struct State {
    settings: Settings,
    digest: Option<Digest>,
    length: usize,
    /// Whether each character is a byte, so that the places of parts can be told in characters.
    ascii: bool,
    estimate: Estimate,
    /// What is known of the password's leaks; `None` while nothing is.
    leak: Option<Leak>,
    /// The number of the request in flight.
    request: Option<u32>,
    /// How many requests there were.
    requests: u32,
    /// Whether a submit waits for the answer.
    held: bool,
    /// Whether a vocabulary is on its way.
    awaited: bool,
    wait: Wait,
    /// Whether the password has settled and waits for a vocabulary before it is looked up.
    settled: bool,
    /// Whether what the field holds was left or refused, and not emptied since.
    left: bool,
    /// For what kind of reason a submit was refused last, and how often in a row for that kind.
    refused: Option<(Refusal, u8)>,
}

/// The wait for vocabularies, of which there is one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wait {
    /// No strong password was there.
    Ahead,
    Begun,
    Over,
}

/// Why a submit is refused, as far as another attempt can do better.
type Refusal = (Verdict, bool);

/// The refusals of one kind after which the offer of a generated password leads.
const REFUSALS: u8 = 2;

impl State {
    /// An empty field.
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            digest: None,
            length: 0,
            ascii: true,
            estimate: Estimate::default(),
            leak: None,
            request: None,
            requests: 0,
            held: false,
            awaited: false,
            wait: Wait::Ahead,
            settled: false,
            left: false,
            refused: None,
        }
    }

    /// Where the password stands.
    pub fn verdict(&self) -> Verdict {
        let leak = if self.settings.lookup || self.waits() { self.leak } else { Some(Leak::Clear) };
        policy::verdict(&self.estimate, self.length, leak, &self.settings.rules)
    }

    /// log10 of the number of guesses that the password would survive: fewer where it has leaked, and the fewer
    /// the more often.
    pub fn guesses_log10(&self) -> f64 {
        self.estimate.guesses_log10.min(self.leak.map_or(f64::INFINITY, Leak::guesses_log10))
    }

    /// What is known of the password's leaks; `None` where it was not asked or not answered yet.
    pub fn leak(&self) -> Option<Leak> {
        self.leak
    }

    /// Whether a strong password waits for a vocabulary.
    fn waits(&self) -> bool {
        self.awaited && self.wait != Wait::Over
    }

    /// Whether the field is to be marked where it is invalid: nobody is told so while still typing the first time.
    pub fn is_judged(&self) -> bool {
        self.left && self.length > 0
    }

    /// Takes in what happened and answers with what is to be done, in order.
    pub fn handle(&mut self, event: Event<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        match event {
            Event::Changed { password, length, estimate, awaited } => {
                self.change(password, length, estimate, awaited, &mut effects);
            }
            Event::Waited => {
                self.wait = Wait::Over;
                self.go_on(&mut effects);
            }
            Event::Settled => self.settle(&mut effects),
            Event::Blurred => {
                self.left = self.length > 0;
                effects.push(Effect::CancelDebounce);
                self.settle(&mut effects);
            }
            Event::Submitted => self.submit(&mut effects),
            Event::Invalid { .. } if self.verdict() == Verdict::Unverified => self.look_up_again(&mut effects),
            Event::Invalid { submit } => {
                if submit {
                    self.refuse();
                    effects.push(Effect::Render);
                }
                effects.push(Effect::Announce);
            }
            Event::LookedUp { request, leak } => self.looked_up(request, leak, &mut effects),
        }
        effects
    }

    fn change(&mut self, password: &str, length: usize, estimate: Estimate, awaited: bool, effects: &mut Vec<Effect>) {
        // Of the empty password engines think differently, and there is nothing to say.
        let estimate = if length == 0 { Estimate::default() } else { estimate };
        let digest = (!password.is_empty()).then(|| Digest::of(password));
        let same_password = digest == self.digest;
        let same = same_password && estimate == self.estimate && length == self.length;
        let came = std::mem::replace(&mut self.awaited, awaited) && !awaited;
        (self.digest, self.length, self.estimate) = (digest, length, estimate);
        self.left &= length > 0;
        self.ascii = password.is_ascii();
        if came && same_password {
            return self.go_on(effects);
        }
        if !same {
            self.replace(same_password, effects);
        }
        if self.waits() && self.wait == Wait::Ahead && self.is_strong() {
            self.wait = Wait::Begun;
            effects.push(Effect::StartWait);
        }
    }

    /// Begins with what the field holds now.
    fn replace(&mut self, same_password: bool, effects: &mut Vec<Effect>) {
        if !same_password {
            self.leak = None;
            self.settled = false;
        }
        if self.request.is_some() && (!same_password || !self.is_strong()) {
            self.request = None;
            effects.push(Effect::CancelLookup);
        }
        // A submit waits for something: with nothing, it need not.
        if self.request.is_none()
            && !(same_password && self.waits() && self.is_strong())
            && std::mem::take(&mut self.held)
        {
            effects.push(Effect::ReleaseSubmit);
        }
        effects.push(Effect::Render);
        effects.push(Effect::StartDebounce);
    }

    /// Judges the password anew once what it waited for has come, or has been waited for long enough.
    fn go_on(&mut self, effects: &mut Vec<Effect>) {
        if self.length == 0 {
            return;
        }
        if self.request.is_some() && !self.is_strong() {
            self.request = None;
            effects.push(Effect::CancelLookup);
        }
        effects.push(Effect::Render);
        let settled = std::mem::take(&mut self.settled);
        if self.held && self.verdict() == Verdict::Checking {
            self.look_up(true, effects);
        } else if std::mem::take(&mut self.held) {
            let outcome = self.outcome();
            if outcome == Effect::RejectSubmit {
                self.refuse();
            }
            effects.extend([Effect::Announce, outcome]);
        } else if settled {
            self.settle(effects);
        } else {
            effects.push(Effect::StartDebounce);
        }
    }

    fn settle(&mut self, effects: &mut Vec<Effect>) {
        // "Strong, checking" is not worth interrupting anybody for; what comes of it is.
        if self.verdict() == Verdict::Checking { self.look_up(false, effects) } else { effects.push(Effect::Announce) }
    }

    fn submit(&mut self, effects: &mut Vec<Effect>) {
        match self.verdict() {
            Verdict::Checking => self.look_up(true, effects),
            Verdict::Unverified if self.is_worth_another_lookup() => self.look_up_again(effects),
            verdict if verdict.allows(&self.settings.rules) => return,
            _ => {
                effects.push(Effect::RejectSubmit);
                self.refuse();
                return effects.extend([Effect::Render, Effect::Announce]);
            }
        }
        self.held = true;
        effects.push(Effect::HoldSubmit);
    }

    /// Counts a submit that is refused, after which more may be shown.
    fn refuse(&mut self) {
        self.left = true;
        let refusal = self.refusal();
        let count = self.refused.filter(|(last, _)| *last == refusal).map_or(0, |(_, count)| count);
        self.refused = Some((refusal, count.saturating_add(1)));
    }

    fn refusal(&self) -> Refusal {
        (self.verdict(), self.length < self.settings.rules.min_length)
    }

    /// A submit may ask once more where the field had asked too often, and where the site demands an answer.
    fn is_worth_another_lookup(&self) -> bool {
        self.settings.rules.block_unverified || self.leak == Some(Leak::Unknown(Unknown::TooOften))
    }

    fn look_up_again(&mut self, effects: &mut Vec<Effect>) {
        self.leak = None;
        self.look_up(true, effects);
        effects.push(Effect::Render);
    }

    fn look_up(&mut self, submit: bool, effects: &mut Vec<Effect>) {
        if self.waits() {
            self.settled = true;
            return;
        }
        let (None, Some(digest)) = (self.request, self.digest.clone()) else { return };
        self.requests = self.requests.wrapping_add(1);
        self.request = Some(self.requests);
        effects.push(Effect::StartLookup { request: self.requests, digest, submit });
    }

    fn looked_up(&mut self, request: u32, leak: Leak, effects: &mut Vec<Effect>) {
        if self.request != Some(request) {
            return;
        }
        self.request = None;
        self.leak = Some(leak);
        let outcome = std::mem::take(&mut self.held).then(|| self.outcome());
        if outcome == Some(Effect::RejectSubmit) {
            self.refuse();
        }
        effects.extend([Effect::Render, Effect::Announce]);
        effects.extend(outcome);
    }

    /// What becomes of a submit that was held.
    fn outcome(&self) -> Effect {
        if self.verdict().allows(&self.settings.rules) { Effect::ResumeSubmit } else { Effect::RejectSubmit }
    }

    fn is_strong(&self) -> bool {
        policy::is_strong(&self.estimate, self.length, &self.settings.rules)
    }

    /// What to show.
    pub fn view(&self) -> View {
        let verdict = self.verdict();
        let rules = &self.settings.rules;
        let score = Score::from_guesses_log10(self.guesses_log10());
        let short = self.length < rules.min_length;
        let headline = match verdict {
            Verdict::Weak if short => "short",
            Verdict::Weak if score >= Score::Two => "nearly",
            // Nobody looked whether it has leaked: it is strong, and that is all.
            Verdict::Accepted if !self.settings.lookup => Verdict::Unverified.name(),
            verdict => verdict.name(),
        };
        let reason = match (verdict, self.leak) {
            (Verdict::Weak, _) if short => {
                Message::new("reason", "missing").with_count((rules.min_length - self.length) as u64)
            }
            (Verdict::Weak | Verdict::Reused, _) => match self.estimate.warning {
                Some(warning) => Message::new("warning", warning.name()),
                None => Message::new("reason", "weak"),
            },
            (Verdict::Breached, Some(Leak::Found(count))) => Message::new("reason", "breached").with_count(count),
            (Verdict::Unverified, _) if rules.block_unverified => Message::new("reason", "unverified-blocked"),
            // Nobody looks whether it has leaked: it waits for a vocabulary alone.
            (Verdict::Checking, _) if !self.settings.lookup => Message::new("reason", Verdict::Accepted.name()),
            _ => Message::new("reason", verdict.name()),
        };
        let reused = matches!(verdict, Verdict::Reused);
        let offered = matches!(verdict, Verdict::Weak | Verdict::Reused | Verdict::Breached)
            && self.refused.is_some_and(|(refusal, count)| refusal == self.refusal() && count >= REFUSALS);
        // One piece of advice: what is too short is told how much is missing, and that is enough.
        let advice = match verdict {
            _ if offered => Some(Suggestion::Generate),
            Verdict::Weak if short => None,
            // A site may ask for more than the engine does.
            Verdict::Weak => Some(self.estimate.suggestions.first().copied().unwrap_or(Suggestion::AddWords)),
            Verdict::Reused | Verdict::Breached => Some(Suggestion::ChooseAnother),
            _ => None,
        };
        let allowed = verdict.allows(rules);
        let refused_outright = matches!(verdict, Verdict::Reused | Verdict::Breached)
            || short
            || !allowed && verdict == Verdict::Unverified;
        View {
            verdict,
            score,
            allowed,
            headline: Message::new("headline", headline),
            reason,
            faults: if verdict == Verdict::Weak && !short { self.faults() } else { None },
            advice: advice.map(|advice| Message::new("suggestion", advice.name())),
            offered,
            variable: verdict == Verdict::Weak && !self.is_personal(),
            met: Met {
                length: !short,
                not_current: self.length > 0 && !reused,
                not_leaked: self.leak == Some(Leak::Clear),
            },
            segments: if refused_outright { (score as u8).min(1) } else { score as u8 },
        }
    }

    fn is_personal(&self) -> bool {
        let own = |part: &Part| matches!(part.kind, PartKind::Personal | PartKind::CurrentPassword);
        self.estimate.warning == Some(Warning::Personal) || self.estimate.sequence.iter().any(own)
    }

    /// The parts that are to be named; `None` where the warning alone says it better.
    fn faults(&self) -> Option<Faults> {
        let sequence = &self.estimate.sequence;
        let length = sequence.last()?.end;
        // What a repetition repeats is part of it.
        let repeated = |place: usize| sequence.get(place + 1).is_some_and(|next| next.kind == PartKind::Repeat);
        let mut parts: Vec<(&'static str, usize, usize)> = Vec::new();
        for (place, part) in sequence.iter().enumerate() {
            let start = if part.kind == PartKind::Repeat && place > 0 { sequence[place - 1].start } else { part.start };
            if let Some(name) = part_name(part, start).filter(|_| !repeated(place)) {
                parts.push((name, start, part.end));
            }
        }
        let covered: usize = parts.iter().map(|(_, start, end)| end - start).sum();
        // A popular password as it is, or almost, is told by its warning; a few characters of many tell nothing.
        let alone = parts.len() == 1 && covered == length && self.estimate.warning.is_some_and(is_of_the_whole);
        if alone || 3 * covered < length {
            return None;
        }
        let whole = covered == length && parts.len() <= MOST_PARTS;
        // The longest of them, in the order in which they stand.
        while parts.len() > if whole { MOST_PARTS } else { 2 } {
            let shortest = (0..parts.len()).min_by_key(|&place| parts[place].2 - parts[place].1)?;
            parts.remove(shortest);
        }
        let place = |start, end| match (start, end) {
            _ if whole || !self.ascii => None,
            (0, end) => Some(Place::First(end)),
            (start, end) if end == length => Some(Place::Last(end - start)),
            _ => Some(Place::Middle),
        };
        let fault = |(name, start, end)| Fault { name, place: place(start, end) };
        Some(Faults { parts: parts.into_iter().map(fault).collect(), whole })
    }
}

/// More parts than these in a row are not read to the end.
const MOST_PARTS: usize = 3;

/// Whether a warning says all that there is to say of a password of one part.
fn is_of_the_whole(warning: Warning) -> bool {
    matches!(warning, Warning::CommonPassword | Warning::LikeCommonPassword | Warning::Personal)
}

/// The name of a part in the catalogues; `None` for characters that are nothing in particular.
fn part_name(part: &Part, start: usize) -> Option<&'static str> {
    Some(match part.kind {
        PartKind::Characters => return None,
        PartKind::Word | PartKind::DictionaryWord => "word",
        PartKind::CurrentPassword => PartKind::Personal.name(),
        PartKind::Repeat if part.start - start > 1 => "repeated-group",
        kind => kind.name(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Context, estimate};

    const STRONG: &str = "fjord umbrella tin whistle";

    fn state() -> State {
        State::new(Settings { lookup: true, ..Settings::default() })
    }

    fn type_in(state: &mut State, password: &str) -> Vec<Effect> {
        let context = Context::default().with_current_password("Old-harbour-lantern-61");
        type_in_knowing(state, password, &context)
    }

    fn type_in_knowing(state: &mut State, password: &str, context: &Context) -> Vec<Effect> {
        type_in_awaiting(state, password, context, false)
    }

    fn type_in_awaiting(state: &mut State, password: &str, context: &Context, awaited: bool) -> Vec<Effect> {
        let (length, estimate) = (password.chars().count(), estimate(password, context));
        state.handle(Event::Changed { password, length, estimate, awaited })
    }

    fn lookups(effects: &[Effect]) -> usize {
        effects.iter().filter(|effect| matches!(effect, Effect::StartLookup { .. })).count()
    }

    #[test]
    fn a_strong_password_is_looked_up_once_it_has_rested_and_only_once() {
        let mut state = state();
        let effects = type_in(&mut state, STRONG);
        assert_eq!(effects, [Effect::Render, Effect::StartDebounce]);
        assert_eq!(state.verdict(), Verdict::Checking);
        assert_eq!(lookups(&state.handle(Event::Settled)), 1);
        assert_eq!(lookups(&state.handle(Event::Blurred)), 0);
        state.handle(Event::LookedUp { request: 1, leak: Leak::Clear });
        assert_eq!(state.verdict(), Verdict::Accepted);
        assert_eq!(lookups(&state.handle(Event::Settled)), 0);
        assert_eq!(state.handle(Event::Submitted), []);
    }

    #[test]
    fn a_weak_password_is_never_looked_up() {
        let mut state = state();
        type_in(&mut state, "password1");
        assert_eq!(state.verdict(), Verdict::Weak);
        for event in [Event::Settled, Event::Blurred, Event::Submitted, Event::Invalid { submit: true }] {
            assert_eq!(lookups(&state.handle(event)), 0);
        }
        assert!(state.handle(Event::Submitted).contains(&Effect::RejectSubmit));
    }

    #[test]
    fn the_current_password_is_reused_however_strong() {
        let mut state = state();
        type_in(&mut state, "Old-harbour-lantern-61");
        assert_eq!(state.verdict(), Verdict::Reused);
        assert_eq!(lookups(&state.handle(Event::Settled)), 0);
    }

    #[test]
    fn an_answer_to_an_older_password_is_ignored() {
        let mut state = state();
        type_in(&mut state, STRONG);
        state.handle(Event::Settled);
        let effects = type_in(&mut state, "another fjord umbrella whistle");
        assert!(effects.contains(&Effect::CancelLookup));
        assert_eq!(state.handle(Event::LookedUp { request: 1, leak: Leak::Found(3) }), []);
        assert_eq!(state.verdict(), Verdict::Checking);
    }

    #[test]
    fn a_submit_waits_for_the_answer_and_goes_on_by_itself() {
        let mut state = state();
        type_in(&mut state, STRONG);
        let effects = state.handle(Event::Submitted);
        assert!(matches!(effects[..], [Effect::StartLookup { submit: true, .. }, Effect::HoldSubmit]));
        let effects = state.handle(Event::LookedUp { request: 1, leak: Leak::Clear });
        assert_eq!(effects, [Effect::Render, Effect::Announce, Effect::ResumeSubmit]);
    }

    #[test]
    fn a_submit_that_waits_is_refused_when_the_password_turns_out_to_have_leaked() {
        let mut state = state();
        type_in(&mut state, STRONG);
        state.handle(Event::Settled);
        assert_eq!(state.handle(Event::Submitted), [Effect::HoldSubmit]);
        let effects = state.handle(Event::LookedUp { request: 1, leak: Leak::Found(7) });
        assert_eq!(effects.last(), Some(&Effect::RejectSubmit));
        assert_eq!(state.view().reason, Message::new("reason", "breached").with_count(7));
    }

    #[test]
    fn a_submit_that_waits_is_off_when_the_password_changes() {
        let mut state = state();
        type_in(&mut state, STRONG);
        state.handle(Event::Submitted);
        assert!(type_in(&mut state, "password1").contains(&Effect::ReleaseSubmit));
    }

    #[test]
    fn a_submit_that_waits_is_off_when_the_password_turns_out_to_be_personal() {
        let mut state = state();
        type_in(&mut state, STRONG);
        state.handle(Event::Submitted);
        let context = Context::default().with_current_password(STRONG);
        let effects = type_in_knowing(&mut state, STRONG, &context);
        assert!(effects.contains(&Effect::ReleaseSubmit));
    }

    #[test]
    fn what_cannot_be_known_lets_the_form_through_unless_the_site_says_otherwise() {
        for (block_unverified, last) in [(false, Effect::ResumeSubmit), (true, Effect::RejectSubmit)] {
            let rules = Rules { block_unverified, ..Rules::default() };
            let mut state = State::new(Settings { rules, lookup: true });
            type_in(&mut state, STRONG);
            state.handle(Event::Submitted);
            let effects = state.handle(Event::LookedUp { request: 1, leak: Leak::Unknown(Unknown::Timeout) });
            assert_eq!(effects.last(), Some(&last));
            assert_eq!(state.verdict(), Verdict::Unverified);
            assert_eq!(lookups(&state.handle(Event::Submitted)), usize::from(block_unverified));
        }
    }

    #[test]
    fn a_submit_may_ask_where_the_field_had_asked_too_often() {
        let mut state = state();
        type_in(&mut state, STRONG);
        state.handle(Event::Settled);
        state.handle(Event::LookedUp { request: 1, leak: Leak::Unknown(Unknown::TooOften) });
        assert!(matches!(state.handle(Event::Submitted)[0], Effect::StartLookup { request: 2, submit: true, .. }));
    }

    #[test]
    fn the_same_value_again_changes_nothing() {
        let mut state = state();
        type_in(&mut state, STRONG);
        assert_eq!(type_in(&mut state, STRONG), []);
        assert_eq!(state.handle(Event::Settled).len(), 1);
        assert_eq!(type_in(&mut state, STRONG), []);
    }

    #[test]
    fn a_strong_password_that_leaked_often_scores_as_low_as_it_is_popular() {
        let mut state = state();
        type_in(&mut state, STRONG);
        state.handle(Event::Settled);
        let before = state.guesses_log10();
        state.handle(Event::LookedUp { request: 1, leak: Leak::Found(50_000) });
        assert_eq!(state.view().score, Score::One);
        assert!(state.guesses_log10() < before);
    }

    #[test]
    fn without_a_lookup_a_strong_password_is_accepted() {
        let mut state = State::new(Settings { lookup: false, ..Settings::default() });
        type_in(&mut state, STRONG);
        assert_eq!(state.verdict(), Verdict::Accepted);
        assert_eq!(lookups(&state.handle(Event::Settled)), 0);
    }

    #[test]
    fn a_leak_that_nobody_looked_for_is_not_said_to_be_none() {
        let mut state = State::new(Settings { lookup: false, ..Settings::default() });
        type_in(&mut state, STRONG);
        assert_eq!(state.view().headline, Message::new("headline", "unverified"));
        assert_eq!(state.view().reason, Message::new("reason", "accepted"));
    }

    /// Strong by the model alone, and a word of a language. A context stands for its vocabulary.
    const RARE: &str = "Lampenschirmhersteller";

    fn with_its_vocabulary() -> Context {
        let context = Context::default().with_inputs([RARE]);
        assert!(estimate(RARE, &Context::default()).score() >= Score::Three, "without it the word is strong");
        assert!(estimate(RARE, &context).score() < Score::Three, "with it, it is not");
        context
    }

    fn await_with(state: &mut State, password: &str) -> Vec<Effect> {
        type_in_awaiting(state, password, &Context::default(), true)
    }

    #[test]
    fn neither_a_lookup_nor_accepted_comes_before_a_vocabulary_on_its_way() {
        for lookup in [true, false] {
            let mut state = State::new(Settings { lookup, ..Settings::default() });
            let effects = await_with(&mut state, STRONG);
            assert_eq!(effects, [Effect::Render, Effect::StartDebounce, Effect::StartWait]);
            assert_eq!(state.verdict(), Verdict::Checking);
            for event in [Event::Settled, Event::Blurred] {
                assert_eq!(lookups(&state.handle(event)), 0);
            }
            assert_eq!(state.view().headline, Message::new("headline", "checking"));
            let effects = type_in_awaiting(&mut state, STRONG, &Context::default(), false);
            assert_eq!(effects[0], Effect::Render);
            assert_eq!(lookups(&effects), usize::from(lookup), "it had settled");
            assert_eq!(state.verdict(), if lookup { Verdict::Checking } else { Verdict::Accepted });
        }
    }

    #[test]
    fn a_word_of_a_language_is_weak_once_its_vocabulary_has_come_and_never_looked_up() {
        let mut state = state();
        await_with(&mut state, RARE);
        state.handle(Event::Settled);
        assert_eq!(state.verdict(), Verdict::Checking);
        let effects = type_in_awaiting(&mut state, RARE, &with_its_vocabulary(), false);
        assert_eq!(effects, [Effect::Render, Effect::Announce]);
        assert_eq!(state.verdict(), Verdict::Weak);
    }

    #[test]
    fn a_vocabulary_that_takes_too_long_is_waited_for_once() {
        let mut state = state();
        assert!(!await_with(&mut state, "hunter2").contains(&Effect::StartWait), "weak whatever comes");
        assert!(await_with(&mut state, STRONG).contains(&Effect::StartWait));
        assert!(!await_with(&mut state, "another fjord umbrella").contains(&Effect::StartWait));
        state.handle(Event::Settled);
        assert_eq!(lookups(&state.handle(Event::Waited)), 1);
        state.handle(Event::LookedUp { request: 1, leak: Leak::Clear });
        assert_eq!(state.verdict(), Verdict::Accepted);
        assert!(!await_with(&mut state, STRONG).contains(&Effect::StartWait));
        assert_eq!(lookups(&state.handle(Event::Settled)), 1);
    }

    #[test]
    fn what_was_accepted_without_a_vocabulary_is_judged_anew_when_it_comes_late() {
        let mut state = state();
        await_with(&mut state, RARE);
        state.handle(Event::Settled);
        state.handle(Event::Waited);
        state.handle(Event::LookedUp { request: 1, leak: Leak::Clear });
        assert_eq!(state.verdict(), Verdict::Accepted);
        let effects = type_in_awaiting(&mut state, RARE, &with_its_vocabulary(), false);
        assert_eq!(effects[0], Effect::Render);
        assert_eq!(state.verdict(), Verdict::Weak);
    }

    #[test]
    fn a_lookup_in_flight_is_given_up_when_a_late_vocabulary_finds_the_password_weak() {
        let mut state = state();
        await_with(&mut state, RARE);
        state.handle(Event::Waited);
        state.handle(Event::Submitted);
        let effects = type_in_awaiting(&mut state, RARE, &with_its_vocabulary(), false);
        assert_eq!(effects, [Effect::CancelLookup, Effect::Render, Effect::Announce, Effect::RejectSubmit]);
    }

    #[test]
    fn a_submit_waits_for_a_vocabulary_and_then_for_the_answer() {
        let mut state = state();
        await_with(&mut state, STRONG);
        assert_eq!(state.handle(Event::Submitted), [Effect::HoldSubmit]);
        let effects = type_in_awaiting(&mut state, STRONG, &Context::default(), false);
        assert!(matches!(effects[..], [Effect::Render, Effect::StartLookup { submit: true, .. }]));
        let effects = state.handle(Event::LookedUp { request: 1, leak: Leak::Clear });
        assert_eq!(effects.last(), Some(&Effect::ResumeSubmit));
    }

    #[test]
    fn a_submit_that_waits_for_a_vocabulary_is_refused_where_that_has_the_password() {
        let mut state = state();
        await_with(&mut state, RARE);
        state.handle(Event::Submitted);
        let effects = type_in_awaiting(&mut state, RARE, &with_its_vocabulary(), false);
        assert_eq!(effects, [Effect::Render, Effect::Announce, Effect::RejectSubmit]);
    }

    #[test]
    fn a_submit_goes_on_where_nothing_is_looked_up_and_the_wait_is_over() {
        let mut state = State::new(Settings::default());
        await_with(&mut state, STRONG);
        assert_eq!(state.handle(Event::Submitted), [Effect::HoldSubmit]);
        assert_eq!(state.handle(Event::Waited), [Effect::Render, Effect::Announce, Effect::ResumeSubmit]);
    }

    #[test]
    fn a_submit_that_waits_for_a_vocabulary_is_off_when_the_password_changes() {
        let mut state = state();
        await_with(&mut state, STRONG);
        state.handle(Event::Submitted);
        assert!(await_with(&mut state, "fjord umbrella tin").contains(&Effect::ReleaseSubmit));
    }

    /// Names and places of faults, and whether they are all of the password.
    type Told = (Vec<(&'static str, Option<Place>)>, bool);

    /// The faults of a password as they are told.
    fn told(password: &str, context: &Context) -> Option<Told> {
        let mut state = state();
        type_in_knowing(&mut state, password, context);
        let faults = state.view().faults?;
        Some((faults.parts.iter().map(|fault| (fault.name, fault.place)).collect(), faults.whole))
    }

    #[test]
    fn faults_are_named_by_kind_and_place() {
        let nobody = Context::default();
        let jane = Context::default().with_inputs(["jane.doe@example.org"]);
        for (password, context, faults, whole) in [
            ("dragonmonkey", &nobody, vec![("word", None), ("word", None)], true),
            ("qwertyuiop[]", &nobody, vec![("keyboard-walk", None)], true),
            ("Jane1987", &jane, vec![("personal", None), ("year", None)], true),
            ("kkkkkkkkk", &nobody, vec![("repeat", None)], true),
            ("monkey#q", &nobody, vec![("word", Some(Place::First(6)))], false),
        ] {
            assert_eq!(told(password, context), Some((faults, whole)), "{password}");
        }
        // A popular password says it all by itself.
        assert_eq!(told("password", &nobody), None);
        assert_eq!(told("P@ssw0rd", &nobody), None);
    }

    #[test]
    fn there_is_one_piece_of_advice_and_it_fits_the_score() {
        let mut state = state();
        for (password, advice) in [
            ("iloveyou", Some("start-over")),
            ("hunter", None),
            ("Old-harbour-lantern-62", Some("choose-another")),
            (STRONG, None),
        ] {
            type_in(&mut state, password);
            assert_eq!(state.view().advice.map(|advice| advice.name), advice, "{password}");
        }
        type_in(&mut state, "hunter");
        assert_eq!(state.view().reason, Message::new("reason", "missing").with_count(2));
    }

    #[test]
    fn what_is_refused_lights_one_segment_at_most() {
        let mut state = state();
        for (password, leak) in [("Old-harbour-lantern-62", None), ("x9$Kq!v", None), (STRONG, Some(Leak::Found(1)))] {
            type_in(&mut state, password);
            state.handle(Event::Settled);
            if let Some(leak) = leak {
                let request = state.request.unwrap();
                state.handle(Event::LookedUp { request, leak });
            }
            assert!(!state.view().allowed && state.view().segments <= 1, "{password}: {:?}", state.view());
        }
    }

    #[test]
    fn an_emptied_field_is_empty_again() {
        let mut state = state();
        type_in(&mut state, "password1");
        assert_eq!(type_in(&mut state, ""), [Effect::Render, Effect::StartDebounce]);
        assert_eq!(state.view().verdict, Verdict::Empty);
        assert!(!state.is_judged());
    }

    #[test]
    fn the_offer_leads_after_two_refusals_of_one_kind_and_not_of_two_kinds() {
        let mut state = state();
        let mut submit = |password: &str| {
            type_in(&mut state, password);
            state.handle(Event::Submitted);
            (state.view().offered, state.view().advice.map(|advice| advice.name))
        };
        assert_eq!(submit("hunter"), (false, None));
        assert_eq!(submit("password123"), (false, Some("start-over")));
        assert_eq!(submit("password124"), (true, Some("generate")));
        type_in(&mut state, "password1234");
        assert!(state.view().offered, "still of that kind");
        type_in(&mut state, "Old-harbour-lantern-62");
        assert!(!state.view().offered);
        type_in(&mut state, STRONG);
        assert!(!state.view().offered);
    }

    #[test]
    fn a_script_that_asks_for_validity_refuses_nothing_and_a_click_does() {
        for (submit, offered) in [(false, false), (true, true)] {
            let mut state = state();
            type_in(&mut state, "password123");
            for _ in 0..2 {
                state.handle(Event::Invalid { submit });
            }
            assert_eq!((state.view().offered, state.is_judged()), (offered, offered));
        }
    }

    #[test]
    fn a_password_that_was_refused_while_a_submit_was_held_counts_too() {
        let mut state = state();
        for request in 1..=2 {
            type_in(&mut state, &format!("{STRONG} {request}"));
            state.handle(Event::Submitted);
            state.handle(Event::LookedUp { request, leak: Leak::Found(9) });
        }
        assert!(state.view().offered && !state.view().variable);
    }

    #[test]
    fn the_field_is_judged_once_it_was_left_until_it_is_emptied() {
        let mut state = state();
        type_in(&mut state, "password1");
        state.handle(Event::Settled);
        assert!(!state.is_judged());
        state.handle(Event::Blurred);
        assert!(state.is_judged());
        type_in(&mut state, "password12");
        assert!(state.is_judged());
        type_in(&mut state, "");
        type_in(&mut state, "password12");
        assert!(!state.is_judged());
    }

    #[test]
    fn a_variation_is_for_what_is_weak_and_neither_personal_nor_reused() {
        let mut state = state();
        let context =
            Context::default().with_inputs(["jane.doe@example.org"]).with_current_password("Old-harbour-lantern-61");
        for (password, variable) in [
            ("", false),
            ("turnip", true),
            ("turnip99", true),
            ("jane.doe1987", false),
            ("Old-harbour-lantern-62", false),
            (STRONG, false),
        ] {
            type_in_knowing(&mut state, password, &context);
            assert_eq!(state.view().variable, variable, "{password}");
        }
    }

    #[test]
    fn rules_are_met_one_by_one() {
        let mut state = state();
        let mut met = |password: &str, leak: Option<Leak>| {
            type_in(&mut state, password);
            state.handle(Event::Settled);
            if let (Some(request), Some(leak)) = (state.request, leak) {
                state.handle(Event::LookedUp { request, leak });
            }
            let Met { length, not_current, not_leaked } = state.view().met;
            (length, not_current, not_leaked)
        };
        assert_eq!(met("", None), (false, false, false));
        assert_eq!(met("hunter", None), (false, true, false));
        assert_eq!(met("Old-harbour-lantern-62", None), (true, false, false));
        assert_eq!(met(STRONG, None), (true, true, false));
        assert_eq!(met("another fjord umbrella whistle", Some(Leak::Clear)), (true, true, true));
    }
}
