/**
 * A reset form whose password is judged in the page and again here: `npm install && npm start`.
 *
 * PORT and ENDPOINT (of the range server) may be set in the environment.
 */

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { describe } from 'passmuster';
import { load } from 'passmuster/server';

const endpoint = process.env.ENDPOINT ?? 'https://api.pwnedpasswords.com/range/';
const dist = dirname(dirname(fileURLToPath(import.meta.resolve('passmuster/server'))));
const muster = await load();

/** Whose password it is: a real site finds this by the token of the link in the mail. */
const account = { email: 'jane.doe@example.org', name: 'Jane Doe' };
/** The same for the page and for the server. */
const context = [account.email, account.name, 'Example Shop'];

const page = (message = '') => `<!doctype html>
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
<p role="alert">${message}</p>
<form method="post" action="/reset">
  <input type="hidden" autocomplete="username" value="${account.email}">
  <label for="password">New password</label>
  <input id="password" name="password" type="password" autocomplete="new-password" required>
  <pass-muster for="password" data-context="${context.join(', ')}" endpoint="${endpoint}"></pass-muster>
  <button>Set password</button>
</form>
</html>
`;

const app = express();
app.use('/passmuster', express.static(dist));
app.get('/', (_, response) => response.send(page()));
app.post('/reset', express.urlencoded({ extended: false, limit: '16kb' }), async (request, response) => {
  const password = typeof request.body?.password === 'string' ? request.body.password : '';
  const judgement = await muster.check(password, { context, endpoint });
  // Never the password, nor a hash of it.
  console.log(JSON.stringify({ event: 'reset', verdict: judgement.verdict, score: judgement.score }));
  if (!judgement.allowed) {
    response.status(422).send(page(await words(judgement)));
    return;
  }
  // Here the password is hashed and stored, and all sessions of the account are ended.
  response.send('<!doctype html><html lang="en"><title>Done</title><p>Your password is set.</p></html>');
});
// What password managers open to change a password: https://w3c.github.io/webappsec-change-password-url/
app.get('/.well-known/change-password', (_, response) => response.redirect('/'));

/** What is said of a password that is refused. @param {import('passmuster/server').Judgement & import('passmuster').Estimate} judgement */
async function words(judgement) {
  if (judgement.verdict === 'breached')
    return 'This password has leaked. Choose a different one that you don’t use anywhere else.';
  if (judgement.length < 8) return 'Too short. Use at least 8 characters.';
  const { headline, reason, advice } = await describe(judgement, { language: 'en' });
  return `${headline}. ${[reason, advice[0]].filter(Boolean).join(' ')}`;
}

const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`);
});
