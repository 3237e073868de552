//! A reset form whose password is judged in the page and again here.
//!
//! ```text
//! npm run build && cargo run --package passmuster-example-axum
//! ```
//!
//! `PORT`, `ENDPOINT` (of the range server) and `PASSMUSTER_DIST` (what the npm package ships) may be set in the
//! environment.

use axum::extract::{DefaultBodyLimit, Form, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Router, serve};
use passmuster::breach::{Client, Endpoint};
use passmuster::{Context, Leak, Rules, Verdict, estimate, policy};
use std::env;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};
use tokio::net::TcpListener;
use tokio::task::spawn_blocking;
use tower_http::services::ServeDir;

/// Whose password it is, and the site: a real one finds the account by the token of the link in the mail.
const KNOWN: [&str; 3] = ["jane.doe@example.org", "Jane Doe", "Example Shop"];

#[derive(Clone)]
struct Site {
    /// Made once, for it knows when the endpoint was last in trouble.
    leaks: Arc<Client>,
    endpoint: String,
}

#[derive(serde::Deserialize)]
struct Reset {
    #[serde(default)]
    password: String,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let endpoint: Endpoint = match env::var("ENDPOINT") {
        Ok(url) => url.parse()?,
        Err(_) => Endpoint::default(),
    };
    let dist = env::var("PASSMUSTER_DIST").unwrap_or_else(|_| "dist".into());
    let site = Site { endpoint: endpoint.as_str().to_owned(), leaks: Arc::new(Client::new(endpoint)) };
    let app = Router::new()
        .route("/", get(async |State(site): State<Site>| page(&site, "")))
        .route("/reset", post(reset))
        // What password managers open to change a password.
        .route("/.well-known/change-password", get(async || Redirect::temporary("/")))
        .nest_service("/passmuster", ServeDir::new(dist))
        .layer(DefaultBodyLimit::max(16 << 10))
        .with_state(site);
    let port: u16 = env::var("PORT").map_or(Ok(3000), |port| port.parse())?;
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    println!("http://{}/", listener.local_addr()?);
    serve(listener, app).await?;
    Ok(())
}

async fn reset(State(site): State<Site>, Form(Reset { password }): Form<Reset>) -> Response {
    let leaks = site.leaks.clone();
    // The client blocks its thread until the endpoint has answered.
    let Ok((verdict, words)) = spawn_blocking(move || judge(&leaks, &password)).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    // Never the password, nor a hash of it.
    println!("reset: {}", verdict.name());
    match words {
        Some(words) => (StatusCode::UNPROCESSABLE_ENTITY, page(&site, words)).into_response(),
        // Here the password is hashed and stored, and all sessions of the account are ended.
        None => Html("<!doctype html><html lang=\"en\"><title>Done</title><p>Your password is set.</p></html>")
            .into_response(),
    }
}

/// The verdict, by the rules of the page; what is said where the password is refused.
fn judge(leaks: &Client, password: &str) -> (Verdict, Option<&'static str>) {
    let rules = Rules::default();
    let context = Context::default().with_inputs(KNOWN).with_year(year());
    let Ok(context) = context.with_languages(["en"]) else { unreachable!("there is a vocabulary of English") };
    let estimate = estimate(password, &context);
    let length = policy::length(password);
    let mut verdict = policy::verdict(&estimate, length, None, &rules);
    if verdict == Verdict::Checking {
        let leak: Leak = leaks.check(password);
        verdict = policy::verdict(&estimate, length, Some(leak), &rules);
    }
    let words = match verdict {
        Verdict::Weak if length < rules.min_length => Some("Too short. Use at least 8 characters."),
        Verdict::Weak => Some("Easy to guess. Use two or three unrelated words more."),
        Verdict::Reused => Some("Too close to your current password. Choose a different one."),
        Verdict::Breached => Some("This password has leaked. Choose one that you don’t use anywhere else."),
        Verdict::Empty => Some("Choose a password."),
        Verdict::Checking | Verdict::Unverified | Verdict::Accepted => {
            (!verdict.allows(&rules)).then_some("We couldn’t check for leaks just now. Please try again in a moment.")
        }
    };
    (verdict, words)
}

/// The present year, to within a day.
fn year() -> i32 {
    const SECONDS: f64 = 365.2425 * 86_400.0;
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    1970 + (since.as_secs_f64() / SECONDS) as i32
}

fn page(site: &Site, message: &str) -> Html<String> {
    Html(format!(
        r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Reset your password</title>
<link rel="stylesheet" href="/passmuster/passmuster.css">
<script type="module">
  import "/passmuster/element.js";
  for (const widget of document.querySelectorAll("pass-muster")) widget.context = widget.dataset.context.split(", ");
</script>
<h1>Reset your password</h1>
<p role="alert">{message}</p>
<form method="post" action="/reset">
  <input type="hidden" autocomplete="username" value="{}">
  <label for="password">New password</label>
  <input id="password" name="password" type="password" autocomplete="new-password" required>
  <pass-muster for="password" data-context="{}" endpoint="{}"></pass-muster>
  <button>Set password</button>
</form>
</html>
"#,
        KNOWN[0],
        KNOWN.join(", "),
        site.endpoint,
    ))
}
