//! One estimate, by both engines. `cargo bench --features zxcvbn`
//!
//! The passwords are one of each kind that costs an engine work; the crafted one makes every character stand for
//! a letter, and an engine that tries all combinations stall.

// Criterion's macros make public functions.
#![allow(missing_docs)]

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use passmuster::Context;
use passmuster::estimate::{Engine, estimate_with};
use std::hint::black_box;

const ENGINES: &[(&str, Engine)] = &[
    ("muster", Engine::Muster),
    #[cfg(feature = "zxcvbn")]
    ("zxcvbn", Engine::Zxcvbn),
];

const PASSWORDS: &[(&str, &str)] = &[
    ("popular", "iloveyou"),
    ("varied", "P@ssw0rd2026!"),
    ("date", "24.12.1996"),
    ("walk", "1qaz2wsx3edc4rfv"),
    ("random", "x7#Kp!2vQz9&mW4t"),
    ("passphrase", "correct horse battery staple"),
    ("Russian", "четыре зелёных трамвая"),
];

fn passwords(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("password");
    for (kind, password) in PASSWORDS {
        for (name, engine) in ENGINES {
            group.bench_with_input(BenchmarkId::new(*name, kind), password, |bencher, password| {
                bencher.iter(|| estimate_with(*engine, black_box(password), &Context::default()));
            });
        }
    }
}

fn with_context(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("context");
    let context = Context::default()
        .with_inputs(["Hans Florian Zimmer", "hans.florian.zimmer@example.org", "example.org"])
        .with_current_password("Zimmer2025!");
    for (name, engine) in ENGINES {
        group.bench_function(*name, |bencher| {
            bencher.iter(|| estimate_with(*engine, black_box("HansZimmer2026"), &context));
        });
    }
}

fn crafted(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("crafted");
    group.sample_size(10);
    for length in [64, 256, 1024] {
        let password: String = "4@8({[</369&#!1/|0$5+7%2/".chars().cycle().take(length).collect();
        for (name, engine) in ENGINES {
            group.bench_with_input(BenchmarkId::new(*name, length), &password, |bencher, password| {
                bencher.iter(|| estimate_with(*engine, black_box(password), &Context::default()));
            });
        }
    }
}

criterion_group!(benches, passwords, with_context, crafted);
criterion_main!(benches);
