import { renderToString } from 'vue/server-renderer';
import { app } from './vue.js';

console.log(await renderToString(app));
