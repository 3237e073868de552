import { renderToString } from 'vue/server-renderer';
import { app } from './vue.mjs';

console.log(await renderToString(app));
