/** The demo's switcher of theme, language and direction. Choices live in the address, not in storage. */

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt-BR', 'it', 'nl', 'pl', 'tr', 'ru', 'uk', 'ar', 'he', 'hi', 'zh-Hans', 'zh-Hant', 'ja', 'ko'];
const RIGHT_TO_LEFT = ['ar', 'he'];

const chosen = new URLSearchParams(location.search);
const root = document.documentElement;
const language = LANGUAGES.find((tag) => tag === chosen.get('lang')) ?? 'en';
const theme = chosen.get('theme') ?? 'auto';

for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('pass-muster'))) {
  element.lang = language;
  element.dir = (chosen.get('dir') ?? (RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr'));
}
if (chosen.get('dir') === 'rtl') root.dir = 'rtl';
if (theme !== 'auto') root.dataset.theme = theme;

/** @param {string} label @param {string} name @param {[string, string][]} options @param {string} current */
function select(label, name, options, current) {
  const wrapper = document.createElement('label');
  const menu = document.createElement('select');
  for (const [value, text] of options) menu.add(new Option(text, value, false, value === current));
  menu.addEventListener('change', () => {
    chosen.set(name, menu.value);
    location.search = chosen.toString();
  });
  wrapper.append(label, ' ', menu);
  return wrapper;
}

document.getElementById('switcher')?.append(
  select('Language', 'lang', LANGUAGES.map((tag) => [tag, new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag]), language),
  select('Theme', 'theme', [['auto', 'As the system'], ['light', 'Light'], ['dark', 'Dark']], theme),
);
