import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { Form } from './react.mjs';

console.log(renderToString(createElement(Form)));
