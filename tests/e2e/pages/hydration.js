/** React takes over the form of hydration.html, which is what it would have rendered. */

import { createElement as h, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';

window.errors = [];

function Form() {
  const [password, setPassword] = useState('');
  const [verdict, setVerdict] = useState(null);
  window.held = { password, verdict: verdict?.verdict };
  return h(
    'form',
    {},
    h('input', {
      id: 'new',
      type: 'password',
      autoComplete: 'new-password',
      value: password,
      onChange: (event) => setPassword(event.target.value),
    }),
    h('pass-muster', { for: 'new', endpoint: '/range/', 'onpassmuster-verdict': ({ detail }) => setVerdict(detail) }),
    h('output'),
  );
}

hydrateRoot(document.querySelector('main'), h(Form), {
  onRecoverableError: (error) => window.errors.push(String(error)),
});
window.hydrated = true;
