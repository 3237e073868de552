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
    text: 'Guides',
    items: [
      { text: 'From zxcvbn', link: '/guides/from-zxcvbn' },
      { text: 'From zxcvbn-ts', link: '/guides/from-zxcvbn-ts' },
      { text: 'From react-password-strength-bar', link: '/guides/from-react-password-strength-bar' },
      { text: 'From hibp', link: '/guides/from-hibp' },
      { text: 'A reset after a breach', link: '/guides/reset-after-a-breach' },
      { text: 'Policies', link: '/guides/policies' },
      { text: 'Theming', link: '/guides/theming' },
      { text: 'Accessibility', link: '/guides/accessibility' },
      { text: 'Languages', link: '/languages' },
      { text: 'CSP and Trusted Types', link: '/guides/csp' },
      { text: 'Troubleshooting', link: '/guides/troubleshooting' },
    ],
  },
  {
    text: 'Reference',
    items: [
      { text: 'The element', link: '/reference/element' },
      { text: 'JavaScript', link: '/reference/javascript' },
      { text: 'The command', link: '/reference/command' },
      { text: 'Messages', link: '/reference/messages' },
      { text: 'A hundred passwords', link: '/reference/hundred-passwords' },
    ],
  },
  {
    text: 'How it works',
    items: [
      { text: 'Explained on your own input', link: '/explained' },
      { text: 'The estimate', link: '/engine' },
      { text: 'Measured beside its peers', link: '/measured' },
      { text: 'The breach check', link: '/breach' },
      { text: 'Threat model', link: '/threat-model' },
    ],
  },
];
