/** `<pass-muster>` in the JSX of Preact: `import type {} from 'passmuster/types/preact'`, once in a project. */

import type { JSX } from 'preact';
import type { PassMusterElement } from '../element.js';
import type { PassMusterAttributes, PassMusterProperties, VerdictEvent } from './attributes.js';

type Props = Omit<JSX.HTMLAttributes<PassMusterElement>, keyof PassMusterAttributes | keyof PassMusterProperties> &
  PassMusterAttributes &
  PassMusterProperties & { 'onpassmuster-verdict'?: (event: VerdictEvent) => void };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'pass-muster': Props;
    }
  }
}
