/** The pages, in reading order. @typedef {{ text: string, link: string }} Item @type {{ text: string, items: Item[] }[]} */
export const sidebar = [
  {
    text: 'Use it',
    items: [
      { text: 'Getting started', link: '/start' },
      { text: 'Frameworks and bundlers', link: '/frameworks/' },
      { text: 'Plain HTML', link: '/frameworks/html' },
      { text: 'React', link: '/frameworks/react' },
      { text: 'Next', link: '/frameworks/next' },
      { text: 'Preact', link: '/frameworks/preact' },
      { text: 'Vue', link: '/frameworks/vue' },
      { text: 'Nuxt', link: '/frameworks/nuxt' },
      { text: 'Svelte and SvelteKit', link: '/frameworks/svelte' },
      { text: 'Solid', link: '/frameworks/solid' },
      { text: 'Angular', link: '/frameworks/angular' },
      { text: 'Astro', link: '/frameworks/astro' },
      { text: 'Bundlers', link: '/frameworks/bundlers' },
      { text: 'Runtimes and test runners', link: '/frameworks/runtimes' },
    ],
  },
  {
    text: 'On the server',
    items: [
      { text: 'The server’s own check', link: '/servers' },
      { text: 'Express', link: '/frameworks/express' },
      { text: 'Django', link: '/frameworks/django' },
      { text: 'FastAPI', link: '/frameworks/fastapi' },
      { text: 'axum', link: '/frameworks/axum' },
      { text: 'Hosting a corpus', link: '/hosting' },
    ],
  },
  {
    text: 'Reference',
    items: [
      { text: 'The element', link: '/reference/element' },
      { text: 'JavaScript', link: '/reference/javascript' },
      { text: 'The command', link: '/reference/command' },
      { text: 'Messages', link: '/reference/messages' },
    ],
  },
  {
    text: 'How it works',
    items: [
      { text: 'The estimate', link: '/engine' },
      { text: 'The breach check', link: '/breach' },
      { text: 'Threat model', link: '/threat-model' },
      { text: 'Languages', link: '/languages' },
    ],
  },
];
