//! Every message that a verdict can show is in the catalogues, and every one in the catalogues can be shown.
//!
//! English lists the messages; tests/locales compares the other catalogues with it.

// Without the other engine two warnings are not reached.
#![cfg(feature = "zxcvbn")]

use passmuster::breach::{Leak, Unknown};
use passmuster::estimate::{Engine, estimate_with};
use passmuster::widget::{Effect, Event, Message, Place, Settings, State};
use passmuster::{Context, Rules, Score};
use std::collections::BTreeSet;

const ENGLISH: &str = include_str!("../www/locales/en.js");
const CURRENT: &str = "Old-harbour-lantern-61";
const STRONG: &str = "violet umbrella fjord whistle";

type Keys = BTreeSet<(String, String)>;

/// The keys of the groups that verdicts are worded by.
fn catalogued() -> Keys {
    let mut keys = Keys::new();
    let mut group = "";
    for line in ENGLISH.lines() {
        let Some((key, rest)) = line.split_once(": ") else { continue };
        let name = key.trim_start().trim_matches('\'');
        match key.len() - key.trim_start().len() {
            2 if rest == "{" => group = name,
            4 if ["headline", "reason", "warning", "suggestion", "part", "place", "parts"].contains(&group) => {
                keys.insert((group.to_string(), name.to_string()));
            }
            _ => {}
        }
    }
    keys
}

/// All that a field shows while this is typed, and then answered.
fn shown(engine: Engine, settings: Settings, password: &str, leak: Option<Leak>) -> Vec<Message> {
    let context = Context::default().with_inputs(["jane.doe@example.org", "Jane Doe"]).with_current_password(CURRENT);
    let mut state = State::new(settings);
    let mut messages = Vec::new();
    let mut look = |state: &State| {
        let view = state.view();
        messages.push(view.headline);
        match view.faults {
            None => messages.push(view.reason),
            Some(faults) => {
                let message = |group, name| Message { group, name, count: None };
                messages.push(message("parts", if faults.whole { "all" } else { "some" }));
                messages.extend((faults.parts.len() > 1).then(|| message("parts", "next")));
                for fault in &faults.parts {
                    messages.push(message("part", fault.name));
                    let place = match fault.place {
                        None => continue,
                        Some(Place::First(_)) => "first",
                        Some(Place::Last(_)) => "last",
                        Some(Place::Middle) => "middle",
                    };
                    messages.extend([message("parts", "at"), message("place", place)]);
                }
            }
        }
        messages.extend(view.advice);
    };
    look(&state);
    let (length, estimate) = (password.chars().count(), estimate_with(engine, password, &context));
    let (warning, suggestions) = (estimate.warning, estimate.suggestions.clone());
    state.handle(Event::Changed { password, length, estimate, awaited: false });
    look(&state);
    let request = state.handle(Event::Settled).into_iter().find_map(|effect| match effect {
        Effect::StartLookup { request, .. } => Some(request),
        _ => None,
    });
    if let (Some(request), Some(leak)) = (request, leak) {
        state.handle(Event::LookedUp { request, leak });
        look(&state);
    }
    // `describe()` in JavaScript words the warning and all suggestions of an estimate.
    messages.extend(warning.map(|warning| Message { group: "warning", name: warning.name(), count: None }));
    messages.extend(suggestions.iter().map(|suggestion| Message {
        group: "suggestion",
        name: suggestion.name(),
        count: None,
    }));
    messages
}

#[test]
fn what_a_verdict_shows_is_in_the_catalogues_and_nothing_else_is() {
    let settings = |rules| Settings { rules, lookup: true };
    let default = settings(Rules::default());
    let blocking = settings(Rules { block_unverified: true, ..Rules::default() });
    // A site may ask for more than the engine warns of, and take fewer characters.
    let demanding = settings(Rules { min_length: 1, min_score: Score::Four, ..Rules::default() });
    let mut messages = Vec::new();
    for leak in [None, Some(Leak::Clear), Some(Leak::Found(7)), Some(Leak::Unknown(Unknown::Timeout))] {
        for settings in [default, blocking, Settings { lookup: false, ..default }] {
            messages.extend(shown(Engine::Muster, settings, STRONG, leak));
        }
    }
    for password in [CURRENT, "Old-harbour-lantern-62", "pK7!", "password"] {
        messages.extend(shown(Engine::Muster, default, password, None));
    }
    // What is said depends on how much is left to guess beside a pattern.
    for pattern in [
        "Password",
        "p@ssw0rd",
        "drowssap",
        "umbrella",
        "jane.doe",
        "zxcvfdsaqwer",
        "wwwwwwww",
        "kefkefkef",
        "fghijklm",
        "24.11.1987",
        "1987",
        "kv1987",
        "zxcvb",
        "wsxedc",
        "mnbvcx",
        "banolimu",
        "monkeyqwerty",
        "dragonmonkey",
        "abcdefmonkey",
        "monkey04121987",
    ] {
        for rest in ["", "q", "vt", "9q", "kvt", "kvtz", "7Rkvt"] {
            let password = [pattern, rest].concat();
            messages.extend(shown(Engine::Muster, default, &password, None));
            messages.extend(shown(Engine::Muster, demanding, &password, None));
        }
    }
    // Servers say it before anything is typed.
    messages.push(Message { group: "reason", name: "short", count: None });
    // Two warnings are the other engine's alone.
    for password in ["tricycle", "katherine"] {
        messages.extend(shown(Engine::Zxcvbn, default, password, None));
    }

    let shown: Keys = messages.iter().map(|message| (message.group.to_string(), message.name.to_string())).collect();
    let catalogued = catalogued();
    assert!(catalogued.len() > 20, "the English catalogue was not read: {catalogued:?}");
    let unworded: Vec<_> = shown.difference(&catalogued).collect();
    assert!(unworded.is_empty(), "shown, and not in the catalogues: {unworded:?}");
    let unshown: Vec<_> = catalogued.difference(&shown).collect();
    assert!(unshown.is_empty(), "in the catalogues, and never shown: {unshown:?}");
}
