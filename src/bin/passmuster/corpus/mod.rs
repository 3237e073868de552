//! `passmuster corpus`: static range files, the form in which Have I Been Pwned's answers can be hosted
//! anywhere.

mod build;
mod line;

#[derive(clap::Subcommand)]
pub enum Command {
    /// Turn lists of passwords, or of SHA1:COUNT lines, into range files.
    Build(build::Arguments),
}

pub fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Build(arguments) => build::run(&arguments),
    }
}
