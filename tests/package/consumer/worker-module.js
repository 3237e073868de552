import { load } from './node_modules/passmuster/dist/inline/passmuster.js';

addEventListener('install', (event) => event.waitUntil(skipWaiting()));
addEventListener('message', ({ data, source }) =>
  load().then(
    (muster) => source.postMessage(muster.estimate(data).score),
    ({ message }) => source.postMessage(message),
  ),
);
