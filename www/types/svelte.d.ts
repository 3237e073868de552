/** `<pass-muster>` in the templates of Svelte 5: `import type {} from 'passmuster/types/svelte'`, once in a project. */

import type { HTMLAttributes } from 'svelte/elements';
import type { PassMusterElement } from '../element.js';
import type { PassMusterAttributes, PassMusterProperties, VerdictEvent } from './attributes.js';

declare module 'svelte/elements' {
  export interface SvelteHTMLElements {
    'pass-muster': HTMLAttributes<PassMusterElement> &
      PassMusterAttributes &
      PassMusterProperties & { 'onpassmuster-verdict'?: (event: VerdictEvent) => void };
  }
}
