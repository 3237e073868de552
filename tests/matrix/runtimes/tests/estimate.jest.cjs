const { load } = require('passmuster');
require('passmuster/element');

test('a form answers', async () => {
  const muster = await load();
  expect(muster.estimate('pässwörd').score).toBe(0);
  console.log('score', muster.estimate('password123').score);
  document.body.innerHTML =
    '<form><input id="new" type="password" autocomplete="new-password"><pass-muster for="new" breach="off"></pass-muster></form>';
  const field = document.getElementById('new');
  field.value = 'password123';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(document.querySelector('pass-muster').verdict.verdict).toBe('weak');
});
