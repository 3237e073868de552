//! What a host of WASI writes: passwords come in by lines, and log10 of their guesses and their lengths go out.

use passmuster::{Context, estimate, policy};

fn main() -> std::io::Result<()> {
    for password in std::io::stdin().lines() {
        let password = password?;
        println!("{:?} {}", estimate(&password, &Context::default()).guesses_log10, policy::length(&password));
    }
    Ok(())
}
