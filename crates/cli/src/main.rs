//! The `passmuster` command: estimates by the line, range files from lists, and a server for both the demo
//! and the range files.
//!
//! Whatever it is told on standard input stays there: no message, log or error ever quotes a password.

mod corpus;
mod estimate;
mod range_body;
mod serve;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// How many guesses would a password survive, and has it leaked already?
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Estimate passwords, one a line, from standard input; write one JSON object a line.
    Estimate(estimate::Arguments),
    /// Make range files from lists of leaked passwords.
    #[command(subcommand)]
    Corpus(corpus::Command),
    /// Serve a corpus as a range endpoint, and a folder of static files beside it.
    Serve(serve::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Estimate(arguments) => estimate::run(&arguments),
        Command::Corpus(command) => corpus::run(command).map(|()| ExitCode::SUCCESS),
        Command::Serve(arguments) => serve::run(arguments).map(|()| ExitCode::SUCCESS),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("passmuster: {error:#}");
        ExitCode::FAILURE
    })
}
