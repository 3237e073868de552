"""A reset form whose password is judged in the page and again here: ``python main.py``.

PORT, ENDPOINT (of the range server) and PASSMUSTER_DIST (what the npm package ships) may be set in the environment.
"""

import logging
import os
import socket
from pathlib import Path
from typing import Annotated

import passmuster
import uvicorn
from fastapi import FastAPI, Form
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from passmuster.messages import describe

ENDPOINT = os.environ.get("ENDPOINT", passmuster.HAVE_I_BEEN_PWNED)
DIST = Path(os.environ.get("PASSMUSTER_DIST", Path(__file__).parents[2] / "dist"))
# Whose password it is, and the site: a real one finds the account by the token of the link in the mail.
KNOWN = ["jane.doe@example.org", "Jane Doe", "Example Shop"]

log = logging.getLogger("uvicorn.error")
app = FastAPI()
app.mount("/passmuster", StaticFiles(directory=DIST))


def page(message: str = "") -> str:
    return f"""<!doctype html>
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
  <input type="hidden" autocomplete="username" value="{KNOWN[0]}">
  <label for="password">New password</label>
  <input id="password" name="password" type="password" autocomplete="new-password" required>
  <pass-muster for="password" data-context="{", ".join(KNOWN)}" endpoint="{ENDPOINT}"></pass-muster>
  <button>Set password</button>
</form>
</html>
"""


@app.get("/", response_class=HTMLResponse)
async def show() -> str:
    return page()


@app.post("/reset", response_class=HTMLResponse)
async def reset(password: Annotated[str, Form()] = "") -> HTMLResponse:
    judgement = await passmuster.acheck(password, context=KNOWN, endpoint=ENDPOINT)
    # Never the password, nor a hash of it.
    log.info("reset: %s, score %d", judgement.verdict, judgement.estimate.score)
    if not judgement.allowed:
        return HTMLResponse(page(describe(judgement, language="en")), status_code=422)
    # Here the password is hashed and stored, and all sessions of the account are ended.
    return HTMLResponse('<!doctype html><html lang="en"><title>Done</title><p>Your password is set.</p></html>')


@app.get("/.well-known/change-password")
async def change_password() -> RedirectResponse:
    """What password managers open to change a password."""
    return RedirectResponse("/")


if __name__ == "__main__":
    listener = socket.create_server(("127.0.0.1", int(os.environ.get("PORT", "8000"))))
    print(f"http://127.0.0.1:{listener.getsockname()[1]}/", flush=True)
    uvicorn.run(app, fd=listener.fileno(), log_level="info")
