/**
 * `<pass-muster>` in the JSX of React 18 and 19: `import type {} from 'passmuster/types/react'`, once in a project.
 */

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { PassMusterElement } from '../element.js';
import type { PassMusterAttributes, PassMusterProperties, VerdictEvent } from './attributes.js';

type Props = Omit<DetailedHTMLProps<HTMLAttributes<PassMusterElement>, PassMusterElement>, keyof PassMusterAttributes> &
  PassMusterAttributes &
  PassMusterProperties & { class?: string; 'onpassmuster-verdict'?: (event: VerdictEvent) => void };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'pass-muster': Props;
    }
  }
}

declare global {
  namespace JSX {
    interface IntrinsicElements {
      'pass-muster': Props;
    }
  }
}
