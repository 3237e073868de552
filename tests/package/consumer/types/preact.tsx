/** @jsxImportSource preact */
import type {} from 'passmuster/types/preact';

export const element = <pass-muster for="new" min-score={4} onpassmuster-verdict={({ detail }) => detail.verdict === 'weak'} />;
export const given = <pass-muster class="wide" context={['jane']} messages={{ reason: { weak: 'No' } }} />;
// @ts-expect-error There is no such choice.
export const choice = <pass-muster breach="maybe" />;
// @ts-expect-error There is no such verdict.
export const verdict = <pass-muster onpassmuster-verdict={({ detail }) => detail.verdict === 'perfect'} />;
