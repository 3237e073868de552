//! `passmuster estimate`: passwords in, one a line; JSON objects out, one a line, in the same order.

use anyhow::Context as _;
use passmuster::estimate::{Context, Engine, Estimate, estimate_with};
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, Write};
use std::process::ExitCode;
use zeroize::Zeroizing;

/// The most values of a context, here as in a page.
const MOST_INPUTS: usize = 10_000;
/// Standard input is read, and output written, in pieces of this many bytes.
const BUFFER: usize = 1 << 16;

#[derive(clap::Args)]
pub struct Arguments {
    /// What an attacker knows of the passwords' owner: a name, an e-mail address, the site. May be repeated.
    #[arg(long, value_name = "VALUE")]
    context: Vec<String>,

    /// Languages whose words the passwords may be guessed by, such as `en,de`.
    #[arg(long, value_name = "TAGS", value_delimiter = ',')]
    languages: Vec<String>,

    /// The engine that estimates.
    #[arg(long, value_enum, default_value_t)]
    engine: EngineName,
}

/// The engines by name.
#[derive(Clone, Copy, Default, clap::ValueEnum)]
enum EngineName {
    #[default]
    Muster,
    Zxcvbn,
}

impl From<EngineName> for Engine {
    fn from(name: EngineName) -> Self {
        match name {
            EngineName::Muster => Self::Muster,
            EngineName::Zxcvbn => Self::Zxcvbn,
        }
    }
}

/// Succeeds when every line was UTF-8. A reader who has seen enough is no failure.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let engine = arguments.engine.into();
    let count = arguments.context.len();
    anyhow::ensure!(count <= MOST_INPUTS, "--context: expected at most {MOST_INPUTS} values, found {count}");
    let context = Context::default().with_inputs(&arguments.context).with_languages(&arguments.languages)?;
    let mut input = BufReader::with_capacity(BUFFER, io::stdin().lock());
    let mut output = BufWriter::with_capacity(BUFFER, io::stdout().lock());
    let mut line = Zeroizing::new(Vec::new());
    let mut status = ExitCode::SUCCESS;

    for number in 1u64.. {
        // Whoever talks to the command line by line gets the answers before the next line is waited for.
        if input.buffer().is_empty()
            && let Err(error) = output.flush()
        {
            return written(error, status);
        }
        line.clear();
        if input.read_until(b'\n', &mut line).context("standard input")? == 0 {
            break;
        }
        match std::str::from_utf8(without_end(&line)) {
            Ok(password) => {
                if let Err(error) = write_estimate(&mut output, &estimate_with(engine, password, &context)) {
                    return written(error, status);
                }
            }
            Err(_) => {
                eprintln!("passmuster: line {number} is not valid UTF-8 and was skipped");
                status = ExitCode::FAILURE;
            }
        }
    }
    output.flush().map_or_else(|error| written(error, status), |()| Ok(status))
}

/// A line without its LF or CRLF.
pub fn without_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

fn write_estimate(output: &mut impl Write, estimate: &Estimate) -> io::Result<()> {
    let (guesses_log10, score) = (estimate.guesses_log10, estimate.score() as u8);
    write!(output, r#"{{"guesses_log10":{guesses_log10:?},"score":{score},"warning":"#)?;
    match estimate.warning {
        // A name is in kebab case and so needs no escapes.
        Some(warning) => writeln!(output, r#""{}"}}"#, warning.name()),
        None => writeln!(output, "null}}"),
    }
}

fn written(error: io::Error, status: ExitCode) -> anyhow::Result<ExitCode> {
    match error.kind() {
        ErrorKind::BrokenPipe => Ok(status),
        _ => Err(error).context("standard output"),
    }
}
