//! The engine muster beside the zxcvbn crate, over the popular passwords of an npm package.

mod lists;

use passmuster::estimate::{Engine, estimate_with};
use passmuster::{Context, Score};

/// How many of the list's first passwords may not be called stronger than score 1.
const POPULAR: usize = 10_000;

#[test]
fn no_popular_password_is_called_stronger_than_score_1() {
    let context = Context::default();
    let lists = lists::read();
    // How often muster's score differs from zxcvbn's by −4 to 4, over the whole list and over its top.
    let (mut all, mut top) = ([0_usize; 9], [0_usize; 9]);
    let mut too_strong = Vec::new();
    for (rank, password) in (1..).zip(&lists.passwords[1]) {
        let muster = estimate_with(Engine::Muster, password, &context).score();
        let zxcvbn = estimate_with(Engine::Zxcvbn, password, &context).score();
        let difference = (4 + muster as i8 - zxcvbn as i8) as usize;
        all[difference] += 1;
        if rank <= POPULAR {
            top[difference] += 1;
            if muster > Score::One {
                too_strong.push(rank);
            }
        }
    }
    println!("muster's score − zxcvbn's   {:>8} {:>8}", "top", "all");
    for (difference, (top, all)) in (-4..).zip(top.iter().zip(&all)) {
        println!("{difference:>25}   {top:>8} {all:>8}");
    }
    assert!(too_strong.is_empty(), "stronger than score 1, by their ranks: {too_strong:?}");
}
