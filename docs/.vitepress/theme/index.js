import Editor from './Editor.vue';
import Explain from './Explain.vue';
import Layout from './Layout.vue';
import Tested from './Tested.vue';
import Try from './Try.vue';

export default {
  Layout,
  /** @param {import('vitepress').EnhanceAppContext} context */
  enhanceApp({ app }) {
    app.component('Editor', Editor);
    app.component('Explain', Explain);
    app.component('Tested', Tested);
    app.component('Try', Try);
  },
};
