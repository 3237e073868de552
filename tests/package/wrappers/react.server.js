import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { Form } from './react.js';

console.log(renderToString(createElement(Form)));
