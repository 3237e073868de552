import { PassMuster, type PassMusterProps } from 'passmuster/vue';
import type {} from 'passmuster/types/vue';
import { type GlobalComponents, createApp, h } from 'vue';

const settings: PassMusterProps = { for: 'new', minScore: 4, context: ['jane@example.org'] };
createApp({ render: () => h(PassMuster, { ...settings, onVerdict: (verdict) => console.log(verdict.verdict === 'accepted') }) });
type Element = InstanceType<GlobalComponents['pass-muster']>['$props'];
export const element: Element = { for: 'new', 'min-score': 4, onPassmusterVerdict: ({ detail }) => detail.verdict === 'weak' };
type Component = InstanceType<typeof PassMuster>;
export const use = (widget: Component) => [widget.check(), widget.reset()];

// @ts-expect-error There is no such choice.
export const choice: Element = { breach: 'maybe' };
// @ts-expect-error There is no such choice.
export const setting: Component['$props'] = { breach: 'maybe' };
// @ts-expect-error A verdict, not an event.
export const listener: Component['$props'] = { onVerdict: (event) => event.detail };
