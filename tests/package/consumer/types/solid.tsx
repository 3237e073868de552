/** @jsxImportSource solid-js */
import type {} from 'passmuster/types/solid';

export const element = (
  <pass-muster attr:for="new" attr:min-score={4} prop:context={['jane']} on:passmuster-verdict={({ detail }) => detail.verdict === 'weak'} />
);
// @ts-expect-error There is no such choice.
export const choice = <pass-muster attr:breach="maybe" />;
// @ts-expect-error There is no such verdict.
export const verdict = <pass-muster on:passmuster-verdict={({ detail }) => detail.verdict === 'perfect'} />;
