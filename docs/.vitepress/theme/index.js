import Bars from './Bars.vue';
import Editor from './Editor.vue';
import Explain from './Explain.vue';
import Fig from './Fig.vue';
import Layout from './Layout.vue';
import Learns from './Learns.vue';
import Measure from './Measure.vue';
import Tested from './Tested.vue';
import Try from './Try.vue';

export default {
  Layout,
  /** @param {import('vitepress').EnhanceAppContext} context */
  enhanceApp({ app }) {
    app.component('Bars', Bars);
    app.component('Fig', Fig);
    app.component('Learns', Learns);
    app.component('Measure', Measure);
    app.component('Editor', Editor);
    app.component('Explain', Explain);
    app.component('Tested', Tested);
    app.component('Try', Try);
  },
};
