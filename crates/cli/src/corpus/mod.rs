//! `passmuster corpus`: range files, the form in which a corpus can be hosted anywhere.
//!
//! ```text
//!  lists ─► blocks of lines ─► digest, count ─► 4,096 parts ─► sorted, ─► range/00000
//!  folders                     (all threads)    by prefix      counts     range/00001
//!                                               (disk)         added up   …
//! ```
//!
//! Have I Been Pwned's list has some two billion lines, more than fit in memory. But a digest's place in the
//! output is its first five hexadecimal digits, and digests spread evenly. So each entry goes first to one of
//! 4,096 parts by its first three digits, kept in memory while small and on disk when not; then each part
//! fits in memory, is sorted, and becomes 256 range files. Every entry is written once and read once.

mod build;
mod input;
mod line;
pub mod manifest;
mod part;
mod staging;
mod verify;

#[derive(clap::Subcommand)]
pub enum Command {
    /// Turn lists of passwords, of SHA1:COUNT lines, or folders of range files into range files.
    Build(build::Arguments),
    /// Compare the range files of a corpus, in a folder or behind an address, with its manifest.
    Verify(verify::Arguments),
}

pub fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Verify(arguments) => verify::run(&arguments),
    }
}
