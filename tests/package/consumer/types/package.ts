import {
  configure,
  describe,
  load,
  type Breach,
  type Estimate,
  type MessageKey,
  type Messages,
  type Passmuster,
  type SuggestionName,
  type WarningName,
} from 'passmuster';
import { mount, type PassMusterElement, type Verdict } from 'passmuster/element';
import 'passmuster/auto';
import zxcvbn, { type ZXCVBNResult } from 'passmuster/zxcvbn-compat';
import 'passmuster/style.css';

const muster: Passmuster = await load({ engine: 'zxcvbn' });
const estimate: Estimate = muster.estimate('password123', { context: ['jane@example.org'], currentPassword: 'hunter1' });
const score: 0 | 1 | 2 | 3 | 4 = estimate.score;
const warning: WarningName | null = estimate.warning;
const suggestions: readonly SuggestionName[] = estimate.suggestions;
const [{ kind }] = estimate.sequence;
// @ts-expect-error There is no such warning.
console.log(suggestions, warning === 'weak');
// @ts-expect-error There is no such kind.
console.log(kind === 'dictionary');
const breach: Breach = await muster.checkBreach('hunter2', { timeout: 1_000, signal: AbortSignal.timeout(2_000) });
const generated: string = (await muster.generate({ length: 20 })).password;

const element: PassMusterElement = mount(document.forms[0], { minScore: 4, onUnavailable: 'block' });
element.addEventListener('passmuster-verdict', (event) => {
  const { verdict, guessesLog10 }: Verdict = event.detail;
  console.log(verdict, guessesLog10, score, warning, breach.status, generated);
});

const found = document.querySelector('pass-muster');
if (found) {
  // Every attribute is a property.
  const {
    htmlFor,
    endpoint,
    breach: lookup,
    timeout,
    pause,
    minScore,
    soleFactor,
    onUnavailable,
    engine,
    secondFactorHref,
  } = found;
  const strings: (string | null)[] = [htmlFor, endpoint, secondFactorHref];
  const numbers: number[] = [timeout, pause, minScore];
  const choices: ['on' | 'off', 'allow' | 'block', 'muster' | 'zxcvbn', boolean] = [lookup, onUnavailable, engine, soleFactor];
  found.context = ['jane@example.org'];
  found.messages = { headline: { weak: 'Not this one' } };
  found.check();
  found.reset();
  found.destroy();
  console.log(strings, numbers, choices, found.verdict?.breach?.status);
  // @ts-expect-error It is only told.
  found.verdict = null;
  // @ts-expect-error A score is a number.
  found.minScore = '4';
}
document.createElement('pass-muster').minScore = 4;
const messages: Messages = { headline: { weak: 'Not this one' }, reason: { short: { one: 'One more', other: '{count} more' } } };
const key: MessageKey = 'suggestion.add-words';
// @ts-expect-error There is no such group.
const group: Messages = { headlines: {} };
// @ts-expect-error There is no such message.
const message: MessageKey = 'headline.perfect';
console.log(messages, key, group, message);
document.addEventListener('passmuster-verdict', ({ detail }) => {
  const accepted: boolean = detail.verdict === 'accepted';
  // @ts-expect-error There is no such verdict.
  console.log(accepted, detail.verdict === 'perfect');
});

const result: ZXCVBNResult = zxcvbn('password123', ['jane', 7]);
const shown: string = result.crack_times_display.offline_slow_hashing_1e4_per_second;
const { headline, advice }: { headline: string; advice: string[] } = await describe(estimate, { language: 'de' });
configure({ wasm: new URL('https://example.org/muster.wasm'), locales: { de: () => import('passmuster/locales/de') } });
console.log(shown, headline, advice);
// @ts-expect-error There is no such asset.
configure({ wams: '/muster.wasm' });

// @ts-expect-error There is no such engine.
await load({ engine: 'other' });
// @ts-expect-error A password is a string.
muster.estimate(8);
// @ts-expect-error No such choice.
mount(document.forms[0], { onUnavailable: 'ask' });
