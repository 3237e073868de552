import Layout from './Layout.vue';
import Tested from './Tested.vue';
import Try from './Try.vue';

export default {
  Layout,
  /** @param {import('vitepress').EnhanceAppContext} context */
  enhanceApp({ app }) {
    app.component('Tested', Tested);
    app.component('Try', Try);
  },
};
