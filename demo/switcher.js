/**
 * The demo's switcher of language and theme, and the words of its own pages. Choices live in the address, not in
 * storage; the form carries them on in its fragment, which survives the redirect after it.
 */

import { WORDS } from './words/index.js';

/**
 * Each by its own name. `Intl.DisplayNames` knows them, too, and takes tens of milliseconds to load as many languages.
 * @type {[tag: string, name: string][]}
 */
const LANGUAGES = [
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['fr', 'français'],
  ['es', 'español'],
  ['pt-BR', 'português (Brasil)'],
  ['pt-PT', 'português (Portugal)'],
  ['it', 'italiano'],
  ['ro', 'română'],
  ['nl', 'Nederlands'],
  ['da', 'dansk'],
  ['sv', 'svenska'],
  ['nb', 'norsk bokmål'],
  ['fi', 'suomi'],
  ['cs', 'čeština'],
  ['hu', 'magyar'],
  ['pl', 'polski'],
  ['tr', 'Türkçe'],
  ['el', 'Ελληνικά'],
  ['ru', 'русский'],
  ['uk', 'українська'],
  ['ar', 'العربية'],
  ['fa', 'فارسی'],
  ['he', 'עברית'],
  ['hi', 'हिन्दी'],
  ['th', 'ไทย'],
  ['id', 'Indonesia'],
  ['vi', 'Tiếng Việt'],
  ['zh-Hans', '简体中文'],
  ['zh-Hant', '繁體中文'],
  ['ja', '日本語'],
  ['ko', '한국어'],
];
const RIGHT_TO_LEFT = ['ar', 'fa', 'he'];

const root = document.documentElement;
const chosen = new URLSearchParams(location.search || location.hash.slice(1));
/** The words that the page was written with. @type {Record<string, string>} */
const english = { language: 'Language', theme: 'Colours', auto: 'As the system', light: 'Light', dark: 'Dark' };
const worded = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-words]'));
for (const element of worded) english[element.dataset.words ?? ''] = source(element);

/** An element's words, its code between backticks. @param {Element} element */
function source(element) {
  return [...element.childNodes]
    .map((node) => (node.nodeName === 'CODE' ? `\`${node.textContent}\`` : node.textContent))
    .join('')
    .trim()
    .replaceAll(/\s+/g, ' ');
}

/** @param {Element} element @param {string} words */
function write(element, words) {
  element.replaceChildren(
    ...words.split('`').map((text, index) => {
      if (index % 2 === 0) return text;
      const code = document.createElement('code');
      code.dir = 'ltr';
      code.textContent = text;
      return code;
    }),
  );
}

/** @param {string} label @param {string} name @param {[value: string, text: string][]} options @param {string} current */
function menu(label, name, options, current) {
  const wrapper = document.createElement('label');
  const text = document.createElement('span');
  text.dataset.words = label;
  const select = document.createElement('select');
  for (const [value, text] of options) {
    const option = new Option(text, value, false, value === current);
    // A language is named in itself.
    if (name === 'lang') option.lang = value;
    else option.dataset.words = value;
    select.add(option);
  }
  select.addEventListener('change', () => {
    chosen.set(name, select.value);
    history.replaceState(null, '', `?${chosen}`);
    if (name === 'lang' && 'reload' in root.dataset) location.reload();
    else apply();
  });
  wrapper.append(text, select);
  return wrapper;
}

/** @param {Element} part Of the page. @param {string} language */
function translate(part, language) {
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll('[data-words]'))) {
    const key = element.dataset.words ?? '';
    const words = WORDS[language]?.[key];
    write(element, words ?? english[key] ?? '');
    // The widget speaks more languages than the demo's own pages do.
    const missing = !words && language !== 'en';
    for (const [name, value] of [
      ['lang', 'en'],
      ['dir', 'ltr'],
    ]) {
      if (missing) element.setAttribute(name, value);
      else element.removeAttribute(name);
    }
  }
}

/** Makes the page what was chosen, without losing what was typed. */
function apply() {
  const language = LANGUAGES.find(([tag]) => tag === chosen.get('lang'))?.[0] ?? 'en';
  const direction = chosen.get('dir') ?? (RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr');
  const theme = chosen.get('theme') ?? 'auto';
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;

  // Pages for developers are in English; only the forms in them speak other languages.
  const speakers =
    'english' in root.dataset ? /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-speaks]')) : [root];
  if ('english' in root.dataset) translate(root, 'en');
  if (chosen.has('dir')) root.dir = direction;
  const rest = chosen.toString();
  for (const speaker of speakers) {
    speaker.lang = language;
    speaker.dir = direction;
    translate(speaker, language);
    for (const widget of speaker.querySelectorAll('pass-muster[second-factor-href]')) {
      const href = widget.getAttribute('second-factor-href') ?? '';
      widget.setAttribute('second-factor-href', href.replace(/(\?.*)?$/, rest && `?${rest}`));
    }
  }
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a[data-follow]')))
    link.search = rest;
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form[action]'))) {
    form.action = form.action.replace(/(#.*)?$/, rest && `#${rest}`);
  }
}

const nav = document.getElementById('switcher');
nav?.append(
  menu('language', 'lang', LANGUAGES, chosen.get('lang') ?? 'en'),
  menu(
    'theme',
    'theme',
    [
      ['auto', ''],
      ['light', ''],
      ['dark', ''],
    ],
    chosen.get('theme') ?? 'auto',
  ),
);
apply();
// Nothing else renders these pages: what is to be seen may be seen at once.
await customElements.whenDefined('pass-muster');
for (const widget of document.querySelectorAll('pass-muster')) widget.ready();
