/** Makes the gallery's cards: one for every state that the widget can be in, each with a form of its own. */

import { configure } from '../passmuster.js';

const LEAKED = 'nemvxyheqdd5oqxyxyzi';
const STRONG = 'violet-umbrella-fjord-whistle';

/**
 * @typedef {object} Card
 * @property {string} id
 * @property {string} title
 * @property {string} [value] What was typed.
 * @property {Record<string, string>} [widget] The widget's attributes.
 * @property {string} [confirm] What was typed into the field that repeats it.
 * @property {string} [submit] Words of a submit button.
 * @property {(form: HTMLFormElement, field: HTMLInputElement) => void} [act] What somebody does once the widget is at work.
 */

/** @type {Record<string, Card[]>} */
const SECTIONS = {
  'Where a password stands': [
    { id: 'empty', title: 'Nothing typed yet' },
    { id: 'short', title: 'Too short', value: 'pK7!' },
    { id: 'weak', title: 'Easy to guess', value: 'password123' },
    { id: 'nearly', title: 'Not strong enough yet', value: 'turnip99' },
    { id: 'reused', title: 'A variation of the current one', value: 'Old-harbour-lantern-62' },
    { id: 'current', title: 'The current one itself', value: 'Old-harbour-lantern-61' },
    { id: 'breached', title: 'Strong by its looks, and leaked', value: LEAKED },
    { id: 'checking', title: 'Strong, and still being typed', value: STRONG, widget: { pause: '60000' } },
    { id: 'unverified', title: 'Strong, the lookup failed', value: STRONG, widget: { endpoint: 'nowhere/' } },
    {
      id: 'blocked',
      title: 'The same, where the site demands an answer',
      value: STRONG,
      widget: { endpoint: 'nowhere/', 'on-unavailable': 'block' },
    },
    {
      id: 'accepted',
      title: 'Strong, and in no known leak',
      value: STRONG,
      widget: { 'second-factor-href': 'second-factor.html' },
    },
  ],
  'Around the field': [
    {
      id: 'waiting',
      title: 'Submitted, and waiting for the answer',
      value: STRONG,
      widget: { endpoint: 'silent/', timeout: '60000' },
      submit: 'submit',
      act: (form) => form.requestSubmit(),
    },
    {
      id: 'suggested',
      title: 'A password made at random',
      widget: { 'second-factor-href': 'second-factor.html' },
      confirm: '',
      act: (form) => /** @type {HTMLElement} */ (form.querySelectorAll('.passmuster-button')[1]).click(),
    },
    {
      id: 'varied',
      title: 'What was typed, made better',
      value: 'turnip99',
      confirm: '',
      act: (form) => /** @type {HTMLElement} */ (form.querySelector('.passmuster-either > .passmuster-button')).click(),
    },
    {
      id: 'undone',
      title: 'The same, undone',
      value: 'turnip99',
      act: async (form, field) => {
        const [undo, better] = /** @type {NodeListOf<HTMLElement>} */ (
          form.querySelectorAll('.passmuster-either .passmuster-button:last-child')
        );
        better.click();
        while (field.value === 'turnip99') await new Promise((resolve) => setTimeout(resolve, 20));
        undo.click();
      },
    },
    {
      id: 'offered',
      title: 'Refused for the second time',
      value: 'password123',
      submit: 'submit',
      act: (form) => {
        for (let time = 0; time < 2; time++) /** @type {HTMLElement} */ (form.querySelector('[type=submit]')).click();
      },
    },
    {
      id: 'differs',
      title: 'Repeated with a difference',
      value: STRONG,
      confirm: 'violet-umbrella-fjord-thistle',
      act: (form) => form.querySelector('[name=confirm]')?.dispatchEvent(new Event('change')),
    },
    {
      id: 'caps-lock',
      title: 'Caps Lock is on',
      value: 'PASSWORD123',
      act: (_, field) => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'CapsLock', modifierCapsLock: true })),
    },
    { id: 'sole-factor', title: 'The password is the only factor', value: 'fjord-whistle', widget: { 'sole-factor': '' } },
  ],
  'What makes one weak': [
    { id: 'like-common', title: 'Like a common one', value: 'P@ssw0rd2024' },
    { id: 'keyboard', title: 'A walk over the keyboard', value: 'zxcvfdsaqwer' },
    { id: 'repeat', title: 'One character again and again', value: 'wwwwwwwwww' },
    { id: 'repeated-group', title: 'A group again and again', value: 'kefkefkefkef' },
    { id: 'sequence', title: 'A sequence', value: 'fghijklmno' },
    { id: 'date', title: 'A date', value: '24.11.1987' },
    { id: 'personal', title: 'Made of the address', value: 'jane.doe1987' },
    { id: 'year', title: 'A word and a year', value: 'Sunshine2024!' },
  ],
};

const UNAVAILABLE = { id: 'unavailable', title: 'The engine cannot be had', value: 'password123', widget: { engine: 'zxcvbn' } };
const LOADING = { id: 'loading', title: 'The engine has not arrived yet', value: 'password123', widget: { engine: 'zxcvbn' } };

/** @param {string} tag @param {Record<string, string>} [attributes] @param {(Node | string)[]} [children] */
function make(tag, attributes = {}, children = []) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** @param {string} id @param {string} words @param {Record<string, string>} attributes */
function makeField(id, words, attributes) {
  return [
    make('label', { for: id, 'data-words': words }, [words === 'new' ? 'New password' : 'Confirm new password']),
    make('input', { id, type: 'password', autocomplete: 'new-password', ...attributes }),
  ];
}

/** @param {Card} card */
function makeCard({ id, title, value = '', widget = {}, confirm, submit, act }) {
  const field = makeField(id, 'new', { value });
  const children = [
    make('input', { type: 'hidden', autocomplete: 'email', value: 'jane.doe@example.org' }),
    make('input', { type: 'hidden', autocomplete: 'current-password', value: 'Old-harbour-lantern-61' }),
    make('div', { class: 'field' }, [...field, make('pass-muster', { for: id, endpoint: 'range/', ...widget })]),
  ];
  if (confirm !== undefined) {
    children.push(
      make('div', { class: 'field repeated' }, makeField(`${id}-confirm`, 'confirm', { name: 'confirm', value: confirm })),
    );
  }
  if (submit) children.push(make('button', { type: 'submit', 'data-words': 'submit' }, ['Change the password']));
  const form = /** @type {HTMLFormElement} */ (make('form', { id: `state-${id}`, 'data-speaks': '' }, children));
  // Nothing here goes anywhere.
  form.addEventListener('submit', (event) => event.preventDefault());
  if (act) {
    form.addEventListener('passmuster-verdict', () => setTimeout(() => act(form, /** @type {HTMLInputElement} */ (field[1]))), {
      once: true,
    });
  }
  return make('section', { class: 'card' }, [make('h3', {}, [title]), form]);
}

const rows = Object.entries(SECTIONS).map(([title, cards]) => {
  const row = make('div', { class: 'cards' }, cards.map(makeCard));
  document.querySelector('main')?.append(make('h2', {}, [title]), row);
  return row;
});

// The one is refused and the other late, so that neither is there before the other has failed.
rows[0].prepend(makeCard(LOADING), makeCard(UNAVAILABLE));
const late = /** @type {HTMLElementTagNameMap['pass-muster']} */ (rows[0].querySelector('pass-muster'));
const place = late.parentElement;
late.remove();

const { fetch } = globalThis;
/** A network that has no answer from `silent/`. */
globalThis.fetch = (resource, options) => {
  const url = String(resource instanceof Request ? resource.url : resource);
  return url.includes('/silent/') ? new Promise(() => {}) : fetch(resource, options);
};

let asked = false;
configure({
  engines: {
    zxcvbn() {
      if (asked) return new Promise(() => {});
      asked = true;
      setTimeout(() => {
        place?.append(late);
        late.ready();
      });
      return Promise.reject(new TypeError('refused'));
    },
  },
});
