import { app } from './vue.mjs';

app.mount('main');
