import type {} from 'passmuster/types/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

type Element = SvelteHTMLElements['pass-muster'];
export const element: Element = { for: 'new', 'min-score': 4, 'onpassmuster-verdict': ({ detail }) => detail.verdict === 'weak' };
// @ts-expect-error There is no such choice.
export const choice: Element = { breach: 'maybe' };
