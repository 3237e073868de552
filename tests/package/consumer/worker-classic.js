importScripts('node_modules/passmuster/dist/passmuster.global.js');

addEventListener('install', (event) => event.waitUntil(skipWaiting()));
addEventListener('message', ({ data, source }) =>
  self.passmuster.load().then(
    (muster) => source.postMessage(muster.estimate(data).score),
    ({ message }) => source.postMessage(message),
  ),
);
