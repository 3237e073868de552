/** An empty page on an origin of its own, and the built package beside it. */

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { extname } from 'node:path';

const DIST = new URL('../../dist/', import.meta.url);
/** @type {Record<string, string>} */
const TYPES = { '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

/**
 * @param {Record<string, string>} [files] More files, by their paths.
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function servePackage(files = {}) {
  /** @type {Record<string, string>} */
  const own = { '/': '<!DOCTYPE html><title>Empty</title>', ...files };
  const server = http.createServer(async ({ url = '/' }, response) => {
    try {
      const body = own[url] ?? (await readFile(new URL(`.${url}`, DIST)));
      response.setHeader('Content-Type', TYPES[extname(url) || '.html']).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
