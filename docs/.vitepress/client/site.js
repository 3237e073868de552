/** What the pages do by script: the widget, the search, the colours, copying. All of it is fetched when it is wanted. */

const root = document.documentElement;

const widgets = document.querySelectorAll('pass-muster');
// No framework compares these pages with what it rendered: the widgets show themselves before the fields are used.
if (widgets.length > 0) {
  import('../../../dist/element.js').then(() => {
    for (const widget of widgets) /** @type {import('../../../dist/element.js').PassMusterElement} */ (widget).ready();
  });
}
// Nothing is sent: the forms of these pages are there to be tried.
for (const form of document.querySelectorAll('[data-try]')) form.addEventListener('submit', (event) => event.preventDefault());
if (document.querySelector('.editor')) import('./editor.js');
if (document.querySelector('.learns')) import('./learns.js');
if (document.querySelector('.measure')) import('./measure.js');
if (document.querySelector('.explain')) import('./explain.js');

const theme = document.getElementById('theme');
if (theme) {
  const dark = () => getComputedStyle(root).colorScheme === 'dark' || (!root.dataset.theme && system.matches);
  const system = matchMedia('(prefers-color-scheme: dark)');
  const show = () => theme.setAttribute('aria-pressed', String(dark()));
  theme.addEventListener('click', () => {
    root.dataset.theme = dark() ? 'light' : 'dark';
    localStorage.setItem('theme', root.dataset.theme);
    show();
  });
  system.addEventListener('change', show);
  show();
}

// The page that is shown stands in the middle of the list, where that scrolls.
const list = document.getElementById('pages');
const own = list?.querySelector('[aria-current]');
if (list && own instanceof HTMLElement && own.offsetTop > list.clientHeight - 100)
  list.scrollTop = own.offsetTop - list.clientHeight / 2;

document.addEventListener('click', async ({ target }) => {
  const button = target instanceof Element ? target.closest('button.copy') : null;
  if (!button) return;
  await navigator.clipboard.writeText(button.parentElement?.querySelector('code')?.textContent ?? '');
  button.classList.add('copied');
  setTimeout(() => button.classList.remove('copied'), 2_000);
});

const openSearch = () => import('./search.js').then(({ open }) => open());
document.getElementById('search-open')?.addEventListener('click', openSearch);
document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  openSearch();
});
