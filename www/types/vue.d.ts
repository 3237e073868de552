/** `<pass-muster>` in the templates of Vue 3: `import type {} from 'passmuster/types/vue'`, once in a project. */

import type { DefineComponent } from 'vue';
import type { PassMusterAttributes, PassMusterProperties, VerdictEvent } from './attributes.js';

type Props = PassMusterAttributes & PassMusterProperties & { onPassmusterVerdict?: (event: VerdictEvent) => void };

declare module 'vue' {
  interface GlobalComponents {
    'pass-muster': DefineComponent<Props>;
  }
}
