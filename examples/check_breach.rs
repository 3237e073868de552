//! Checks a password on a server: reads it from standard input, asks a range endpoint, and says what is known.
//!
//! ```text
//! echo hunter2 | cargo run --features http --example check_breach
//! ```
//!
//! The first argument is another endpoint than Have I Been Pwned's, the second a time-out in milliseconds.

use passmuster::Leak;
use passmuster::breach::{Client, Endpoint};
use std::error::Error;
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let endpoint = arguments.next().map_or_else(|| Ok(Endpoint::default()), |text| text.parse())?;
    let mut client = Client::new(endpoint);
    if let Some(milliseconds) = arguments.next() {
        client = client.with_timeout(Duration::from_millis(milliseconds.parse()?));
    }
    for password in std::io::stdin().lines() {
        let start = Instant::now();
        match client.check(&password?) {
            Leak::Found(count) => print!("found {count}"),
            Leak::Clear => print!("clear"),
            Leak::Unknown(why) => print!("unknown ({})", why.name()),
        }
        println!(" after {} ms", start.elapsed().as_millis());
    }
    Ok(())
}
