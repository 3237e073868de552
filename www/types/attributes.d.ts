/** What `<pass-muster>` takes in templates of frameworks. */

import type { PassMusterElement, Verdict } from '../element.js';

/** The attributes, as HTML has them. */
export interface PassMusterAttributes {
  for?: string;
  endpoint?: string;
  breach?: 'on' | 'off';
  timeout?: number | string;
  pause?: number | string;
  'min-score'?: 0 | 1 | 2 | 3 | 4 | '0' | '1' | '2' | '3' | '4';
  'sole-factor'?: boolean | '';
  'on-unavailable'?: 'allow' | 'block';
  engine?: 'muster' | 'zxcvbn';
  languages?: string;
  'second-factor-href'?: string;
  placement?: 'auto' | 'below' | 'popover' | 'none';
  'show-password'?: 'auto' | 'on' | 'off';
  suggestion?: 'on' | 'off';
  'caps-lock'?: 'on' | 'off';
  confirmation?: 'on' | 'off';
}

/** The properties that are no attributes. */
export interface PassMusterProperties {
  context?: PassMusterElement['context'];
  messages?: PassMusterElement['messages'];
}

export type VerdictEvent = CustomEvent<Verdict>;
