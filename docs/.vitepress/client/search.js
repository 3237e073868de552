/** The search: an index made with the site, looked through in the page. */

import MiniSearch from 'minisearch';

/** As scripts/docs.mjs makes the index. */
const OPTIONS = { fields: ['title', 'page', 'text'], storeFields: ['title', 'page', 'text'] };
/** More than anybody looks through. */
const MOST = 12;
/** Characters of the text shown around the first word found. */
const AROUND = 70;

const dialog = /** @type {HTMLDialogElement} */ (document.getElementById('search'));
const field = /** @type {HTMLInputElement} */ (document.getElementById('search-field'));
const status = /** @type {HTMLElement} */ (document.getElementById('search-status'));
const list = /** @type {HTMLElement} */ (document.getElementById('search-results'));

/** @type {Promise<MiniSearch> | undefined} */
let index;

async function load() {
  const response = await fetch('/docs/search.json');
  if (!response.ok) throw new Error(`search.json: ${response.status}`);
  return MiniSearch.loadJSON(await response.text(), OPTIONS);
}

export function open() {
  if (!dialog.open) dialog.showModal();
  field.select();
  index ??= load();
  search();
}

/** The text around a word of it. @param {string} text @param {string[]} terms */
function excerpt(text, terms) {
  const lower = text.toLowerCase();
  const found = Math.max(0, Math.min(...terms.map((term) => lower.indexOf(term)).filter((at) => at >= 0), text.length));
  const at = found === text.length ? 0 : found;
  const start = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - AROUND / 2)));
  return `${start > 0 ? '…' : ''}${text.slice(start, at + AROUND)}${at + AROUND < text.length ? '…' : ''}`;
}

async function search() {
  const query = field.value.trim();
  if (!query) {
    status.textContent = '';
    list.replaceChildren();
    return;
  }
  try {
    const results = (await /** @type {Promise<MiniSearch>} */ (index)).search(query, {
      prefix: true,
      fuzzy: 0.15,
      combineWith: 'AND',
      boost: { title: 4, page: 2 },
    });
    if (query !== field.value.trim()) return;
    status.textContent =
      results.length === 0 ? 'Nothing was found.' : results.length === 1 ? '1 place' : `${results.length} places`;
    list.replaceChildren(
      ...results.slice(0, MOST).map(({ id, title, page, text, terms }) => {
        const link = document.createElement('a');
        link.href = id;
        const name = document.createElement('strong');
        name.textContent = title === page ? title : `${page}: ${title}`;
        const words = document.createElement('span');
        words.textContent = excerpt(text, terms);
        link.append(name, words);
        const item = document.createElement('li');
        item.append(link);
        return item;
      }),
    );
  } catch {
    index = undefined;
    status.textContent = 'The index could not be fetched. Try again, or look through “All pages”.';
  }
}

field.addEventListener('input', search);
// Enter opens the first place; a place in this page closes the dialog.
field.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  list.querySelector('a')?.click();
});
document.getElementById('search-close')?.addEventListener('click', () => dialog.close());
list.addEventListener('click', () => dialog.close());
dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
