/** `<pass-muster>` in the JSX of Solid: `import type {} from 'passmuster/types/solid'`, once in a project. */

import type { JSX } from 'solid-js';
import type { PassMusterElement } from '../element.js';
import type { PassMusterAttributes, PassMusterProperties, VerdictEvent } from './attributes.js';

/** Solid sets what has this prefix as attributes. */
type Prefixed = { [Name in keyof PassMusterAttributes as `attr:${Name}`]: PassMusterAttributes[Name] } & {
  [Name in keyof PassMusterProperties as `prop:${Name}`]: PassMusterProperties[Name];
};
type Props = Omit<JSX.HTMLAttributes<PassMusterElement>, keyof PassMusterAttributes> &
  PassMusterAttributes &
  PassMusterProperties &
  Prefixed & { 'on:passmuster-verdict'?: (event: VerdictEvent) => void };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'pass-muster': Props;
    }
  }
}
