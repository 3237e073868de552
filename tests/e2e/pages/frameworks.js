/**
 * A reset form in each framework, as its users write one: the field's value is the framework's, and a listener stores all
 * that the widget tells. `show(framework, inForm)` puts it into the page; `state()` is what the framework holds.
 */

import { PassMuster as PassMusterOfReact } from 'passmuster/react';
import { PassMuster as PassMusterOfVue } from 'passmuster/vue';
import * as preact from 'preact';
import * as preactHooks from 'preact/hooks';
import * as React from 'react';
import { createRoot } from 'react-dom/client';
import { createRenderEffect, createSignal } from 'solid-js';
import { flushSync, mount } from 'svelte';
import * as vue from 'vue';
import Svelte from './Svelte.svelte';

const ATTRIBUTES = { id: 'new', type: 'password', autocomplete: 'new-password' };
const WIDGET = { for: 'new', endpoint: '/range/' };

/** What the framework holds. @type {{ password: string, verdict: unknown }} */
let held = { password: '', verdict: null };
window.state = () => held;

/**
 * The field and the widget, by a framework's `createElement`. The widget is an element or a wrapper, and its context another
 * array at every rendering.
 */
const form = (h, inForm, field, widget, type = 'pass-muster') =>
  h(
    inForm ? 'form' : 'div',
    { id: 'shown' },
    h('input', { ...ATTRIBUTES, ...field }),
    h(type, { ...WIDGET, context: ['acme'], ...widget }),
  );

/** A form of React, by how the widget is given its listener. */
function ReactForm({ inForm, listen, type }) {
  const [password, setPassword] = React.useState('');
  const [verdict, setVerdict] = React.useState(null);
  held = { password, verdict };
  return form(
    React.createElement,
    inForm,
    { autoComplete: 'new-password', value: password, onChange: (event) => setPassword(event.target.value) },
    listen(setVerdict),
    type,
  );
}
const inReact = (listen, type) => (place, inForm) =>
  createRoot(place).render(React.createElement(ReactForm, { listen, inForm, type }));

/** React 18 knows no events of custom elements. */
const listenInReact = (setVerdict) => {
  const listen = React.useCallback(
    (element) => {
      element?.addEventListener('passmuster-verdict', (event) => setVerdict(event.detail));
    },
    [setVerdict],
  );
  return React.version.startsWith('18.') ? { ref: listen } : { 'onpassmuster-verdict': (event) => setVerdict(event.detail) };
};

/** A form of Vue, by how the widget is given its listener. */
const inVue = (listen, type) => (place, inForm) => {
  vue
    .createApp({
      setup() {
        const password = vue.ref('');
        const verdict = vue.ref(null);
        const setPassword = (event) => {
          password.value = event.target.value;
        };
        const setVerdict = (told) => {
          verdict.value = told;
        };
        return () => {
          held = { password: password.value, verdict: verdict.value };
          return form(
            (tag, attributes, ...children) => vue.h(tag, attributes, children.length > 0 ? children : undefined),
            inForm,
            { value: password.value, onInput: setPassword },
            listen(setVerdict),
            type,
          );
        };
      },
    })
    .mount(place);
};

const frameworks = {
  vue: inVue((setVerdict) => ({ onPassmusterVerdict: (event) => setVerdict(event.detail) })),
  'passmuster/vue': inVue((onVerdict) => ({ onVerdict }), PassMusterOfVue),
  preact(place, inForm) {
    const App = () => {
      const [password, setPassword] = preactHooks.useState('');
      const [verdict, setVerdict] = preactHooks.useState(null);
      held = { password, verdict };
      return form(
        preact.h,
        inForm,
        { value: password, onInput: (event) => setPassword(event.target.value) },
        { 'onpassmuster-verdict': (event) => setVerdict(event.detail) },
      );
    };
    preact.render(preact.h(App), place);
  },
  react: inReact(listenInReact),
  'passmuster/react': inReact((onVerdict) => ({ onVerdict }), PassMusterOfReact),
  svelte(place, inForm) {
    const hold = (holds) => {
      held = holds;
    };
    flushSync(() => mount(Svelte, { target: place, props: { inForm, attributes: ATTRIBUTES, widget: WIDGET, hold } }));
  },
  // Without its compiler: effects that write into the page at once, which is what its templates compile to.
  solid(place, inForm) {
    const [password, setPassword] = createSignal('');
    const [verdict, setVerdict] = createSignal(null);
    const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
    const root = make(inForm ? 'form' : 'div', { id: 'shown' });
    const field = make('input', ATTRIBUTES);
    const widget = document.createElement('pass-muster');
    for (const [name, value] of Object.entries(WIDGET)) widget.setAttribute(name, value);
    field.addEventListener('input', () => setPassword(field.value));
    widget.addEventListener('passmuster-verdict', (event) => setVerdict(event.detail));
    root.append(field, widget);
    place.append(root);
    createRenderEffect(() => {
      held = { password: password(), verdict: verdict() };
      field.value = password();
    });
  },
};

window.show = (framework, inForm) => {
  const place = document.createElement('div');
  document.querySelector('main').replaceChildren(place);
  frameworks[framework](place, inForm);
};
