// Vuetify's text field for a password, with an icon that shows it.
import '@mdi/font/css/materialdesignicons.css';
import 'vuetify/styles';
import { createApp, h, ref } from 'vue';
import { createVuetify } from 'vuetify';
import { VApp } from 'vuetify/components/VApp';
import { VBtn } from 'vuetify/components/VBtn';
import { VForm } from 'vuetify/components/VForm';
import { VTextField } from 'vuetify/components/VTextField';

const App = {
  setup() {
    const visible = ref(false);
    return () =>
      h(VApp, () =>
        h(VForm, { class: 'pa-4' }, () => [
          h(VTextField, { label: 'Email', variant: 'outlined' }),
          h(VTextField, {
            label: 'Password',
            variant: 'outlined',
            autocomplete: 'new-password',
            'data-shows': '',
            hint: 'At least 8 characters',
            persistentHint: true,
            type: visible.value ? 'text' : 'password',
            appendInnerIcon: visible.value ? 'mdi-eye' : 'mdi-eye-off',
            'onClick:appendInner': () => {
              visible.value = !visible.value;
            },
          }),
          h(VBtn, { type: 'submit' }, () => 'Save'),
        ]),
      );
  },
};

createApp(App).use(createVuetify()).mount('#root');
