import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Form } from './react.js';

hydrateRoot(document.querySelector('main'), createElement(Form));
