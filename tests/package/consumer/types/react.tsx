import { PassMuster, type PassMusterProps } from 'passmuster/react';
import type { PassMusterElement, Verdict } from 'passmuster/element';
import type {} from 'passmuster/types/react';
import { createRef } from 'react';

const ref = createRef<PassMusterElement>();
const settings: PassMusterProps = { htmlFor: 'new', minScore: 4, soleFactor: true, breach: 'off', onUnavailable: 'block' };
export const component = (
  <PassMuster
    {...settings}
    ref={ref}
    className="wide"
    data-test="widget"
    context={['jane@example.org']}
    messages={{ headline: { weak: 'Not this one' } }}
    onVerdict={(verdict: Verdict) => console.log(verdict.verdict === 'accepted', ref.current?.verdict)}
  />
);
export const element = <pass-muster for="new" min-score={4} sole-factor="" onpassmuster-verdict={({ detail }) => detail.score} />;

// @ts-expect-error There is no such choice.
export const choice = <PassMuster breach="maybe" />;
// @ts-expect-error There is no such message.
export const message = <PassMuster messages={{ headline: { week: 'Not this one' } }} />;
// @ts-expect-error A verdict, not an event.
export const listener = <PassMuster onVerdict={(event) => event.detail} />;
// @ts-expect-error It has no children.
export const children = <PassMuster>Words</PassMuster>;
// @ts-expect-error A score is at most 4.
export const score = <pass-muster min-score={5} />;
