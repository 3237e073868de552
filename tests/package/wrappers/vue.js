/** A form with the component of passmuster/vue, rendered on a server and taken over by the page. */

import { PassMuster } from 'passmuster/vue';
import { createSSRApp, h, ref } from 'vue';

export const app = createSSRApp({
  setup() {
    const password = ref('');
    const verdict = ref(null);
    const changed = ref(false);
    const widget = ref(null);
    return () => {
      if (globalThis.document) window.held = { password: password.value, verdict: verdict.value };
      return h('form', [
        h('input', {
          id: 'new',
          type: 'password',
          autocomplete: 'new-password',
          value: password.value,
          onInput: (event) => {
            password.value = event.target.value;
          },
        }),
        h(PassMuster, {
          ref: widget,
          for: 'new',
          class: 'wide',
          breach: 'off',
          'min-score': changed.value ? undefined : 4,
          soleFactor: !changed.value,
          'on-unavailable': 'block',
          context: changed.value ? undefined : ['thwickle'],
          messages: { headline: { short: changed.value ? 'Still too short' : 'A bit short' } },
          onVerdict: (told) => {
            verdict.value = told;
          },
        }),
        h(
          'button',
          {
            id: 'change',
            type: 'button',
            onClick: () => {
              changed.value = true;
            },
          },
          'Change',
        ),
        h('button', { id: 'reset', type: 'button', onClick: () => widget.value.reset() }, 'Reset'),
      ]);
    };
  },
});
