/** A form with the component of passmuster/react, rendered on a server and taken over by the page. */

import { PassMuster } from 'passmuster/react';
import { createElement as h, useRef, useState } from 'react';

export function Form() {
  const [password, setPassword] = useState('');
  const [verdict, setVerdict] = useState(null);
  const [changed, setChanged] = useState(false);
  const widget = useRef(null);
  if (globalThis.document) window.held = { password, verdict };
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
    h(PassMuster, {
      ref: widget,
      htmlFor: 'new',
      className: 'wide',
      breach: 'off',
      minScore: changed ? undefined : 4,
      soleFactor: !changed,
      onUnavailable: 'block',
      context: changed ? undefined : ['thwickle'],
      messages: { headline: { short: changed ? 'Still too short' : 'A bit short' } },
      onVerdict: setVerdict,
    }),
    h('button', { id: 'change', type: 'button', onClick: () => setChanged(true) }, 'Change'),
    h('button', { id: 'reset', type: 'button', onClick: () => widget.current.reset() }, 'Reset'),
  );
}
