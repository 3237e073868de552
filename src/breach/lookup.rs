//! One question to a range server, with at most one more try.

use super::transport::{Response, Transport};
use super::{Digest, Leak, RangeError, RangeReader, Unknown};
use std::time::Duration;

/// The shortest wait before another try.
const WAIT: Duration = Duration::from_millis(200);
/// A wait is lengthened by up to this much at random, so that those who failed together do not all come back
/// together.
const JITTER: Duration = Duration::from_millis(400);

/// Asks whether a digest leaked, and waits for the answer no longer than the time-out.
///
/// "Not among these lines" is believed only of lines that are all there. Clients tell of most cuts, but not of
/// all: some take a body for whole whose last chunk is missing, or whose compressed stream ends early, and
/// where the connection ends the body nobody can know. So the length has to be the one announced, or the lines
/// have to [reach](RangeReader::reaches_suffix) the suffix, if they are sorted as those of Have I Been Pwned and
/// of `passmuster serve` are. Sorted lines that end long before the suffix are [cut off](RangeReader::is_cut_off),
/// whatever their length says.
///
/// There is one more try, after a wait, where the network failed, and where the server answered that it is
/// overloaded (429, and `Retry-After` says for how long) or in trouble (5xx); both within the time-out.
pub async fn look_up<T: Transport>(transport: &T, digest: &Digest, timeout: Duration) -> Leak {
    let deadline = transport.now() + timeout;
    let mut again = false;
    loop {
        let failure = match attempt(transport, digest, deadline).await {
            Ok(leak) => return leak,
            Err(failure) => failure,
        };
        let wait = match failure.retry {
            Retry::After(wait) if !again => wait.saturating_add(jitter(transport)),
            _ => return Leak::Unknown(failure.why),
        };
        if transport.now().saturating_add(wait) >= deadline {
            return Leak::Unknown(failure.why);
        }
        transport.sleep(wait).await;
        again = true;
    }
}

/// Why a try failed, and whether another is worth it.
struct Failure {
    why: Unknown,
    retry: Retry,
}

enum Retry {
    Never,
    After(Duration),
}

impl From<Unknown> for Failure {
    fn from(why: Unknown) -> Self {
        let retry = if why == Unknown::Network { Retry::After(WAIT) } else { Retry::Never };
        Self { why, retry }
    }
}

impl From<RangeError> for Failure {
    fn from(error: RangeError) -> Self {
        Unknown::from(error).into()
    }
}

async fn attempt<T: Transport>(transport: &T, digest: &Digest, deadline: Duration) -> Result<Leak, Failure> {
    let mut response = transport.get(digest.prefix(), deadline).await?;
    match response.status() {
        200 => {}
        429 | 500..=599 => return Err(Failure { why: Unknown::Status, retry: retry_after(&response) }),
        _ => return Err(Unknown::Status.into()),
    }
    let mut reader = RangeReader::new(digest.suffix());
    while let Some(piece) = response.piece().await? {
        reader.read(&piece)?;
    }
    let (length, reached, cut_off) = (reader.length(), reader.reaches_suffix(), reader.is_cut_off());
    let expected = response.header("content-length").and_then(number);
    // The length is that of the encoded body; whether it was encoded cannot always be seen.
    let encoded = response.header("content-encoding").is_some_and(|encoding| encoding != "identity");
    if !encoded && expected > Some(length) {
        return Err(Unknown::Network.into());
    }
    match reader.finish()? {
        // Whoever cut it off may have told the length of what was left.
        Leak::Clear if cut_off => Err(Unknown::Network.into()),
        // Neither its length nor its order says that nothing is missing.
        Leak::Clear if !reached && expected != Some(length) => Err(Unknown::Network.into()),
        // A server that knows nothing under a prefix may say so with an empty text. Some proxies and portals
        // answer everything with nothing at all.
        Leak::Clear if length == 0 && !is_plain_text(&response) => Err(Unknown::Malformed.into()),
        leak => Ok(leak),
    }
}

/// What a server in trouble asks for. Source: RFC 9110, section 10.2.3. Of its two forms, a date is taken for
/// later than anybody waits here.
fn retry_after(response: &impl Response) -> Retry {
    match response.header("retry-after") {
        None => Retry::After(WAIT),
        Some(seconds) => {
            number(seconds).map_or(Retry::Never, |seconds| Retry::After(Duration::from_secs(seconds as u64)))
        }
    }
}

fn number(header: String) -> Option<usize> {
    header.trim_ascii().parse().ok()
}

fn is_plain_text(response: &impl Response) -> bool {
    const PLAIN: &[u8] = b"text/plain";
    response.header("content-type").is_some_and(|value| {
        let (start, rest) = value.trim_ascii_start().as_bytes().split_at_checked(PLAIN.len()).unwrap_or_default();
        start.eq_ignore_ascii_case(PLAIN) && matches!(rest.first(), None | Some(b';' | b' ' | b'\t'))
    })
}

fn jitter(transport: &impl Transport) -> Duration {
    let mut random = [0];
    transport.random(&mut random);
    JITTER * u32::from(random[0]) / u32::from(u8::MAX)
}
