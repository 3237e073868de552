/**
 * `<PassMuster>` for Vue 3: the settings as props, verdicts by `@verdict`.
 *
 * ```vue
 * <script setup>
 * import { PassMuster } from 'passmuster/vue'
 * </script>
 *
 * <template>
 *   <input id="new" v-model="password" type="password" autocomplete="new-password">
 *   <PassMuster for="new" :min-score="4" @verdict="verdict = $event" />
 * </template>
 * ```
 *
 * On a server it renders an empty `<pass-muster>`; what it shows comes once Vue has mounted it.
 *
 * @module passmuster/vue
 */

import { defineComponent, h, onMounted, ref, watchEffect } from 'vue';
import { ATTRIBUTES, attributeOf } from './wrapper.js';

/** @typedef {import('./element.js').PassMusterElement} PassMusterElement */
/** @typedef {import('./wrapper.js').Settings} PassMusterProps */
/** @typedef {import('./element.js').Verdict} Verdict */

/**
 * Says beside a field how strong its new password is and whether it has leaked. `verdict` is emitted with where the
 * password stands whenever that changes. A template ref has `check()` and `reset()`.
 *
 * @type {import('vue').DefineComponent<PassMusterProps, { check(): void, reset(): void }, {}, {}, {}, {}, {}, { verdict: (verdict: Verdict) => void }>}
 */
export const PassMuster = /** @type {any} */ (
  defineComponent({
    name: 'PassMuster',
    props: [...Object.keys(ATTRIBUTES), 'context', 'messages'],
    emits: ['verdict'],
    setup(/** @type {Record<string, unknown>} */ props, { emit, expose }) {
      /** @type {import('vue').Ref<PassMusterElement | null>} */
      const element = ref(null);
      expose({ check: () => element.value?.check(), reset: () => element.value?.reset() });
      onMounted(() => {
        watchEffect(() => {
          const { context, messages } = props;
          Object.assign(element.value ?? {}, { context, messages });
        });
        // What Vue hydrates is Vue's from here on.
        element.value?.ready();
      });
      return () => {
        /** @type {Record<string, unknown>} */
        const given = {
          ref: element,
          onPassmusterVerdict: (/** @type {CustomEvent<Verdict>} */ { detail }) => emit('verdict', detail),
        };
        // As attributes, also what begins with "on".
        for (const [name, attribute] of Object.entries(ATTRIBUTES)) {
          if (props[name] !== undefined) given[`^${attribute}`] = attributeOf(props[name]);
        }
        return h('pass-muster', given);
      };
    },
  })
);
