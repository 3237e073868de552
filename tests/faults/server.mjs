/**
 * A range endpoint that misbehaves on purpose, in one way for each case.
 *
 * It speaks TCP itself: no HTTP server can be brought to answer as wrongly as networks and servers do.
 */

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { constants, gzipSync } from 'node:zlib';

/** Strong by its looks; every case is asked for it. */
export const PASSWORD = 'fjord-umbrella-tin-whistle-30';
const HASH = createHash('sha1').update(PASSWORD).digest('hex').toUpperCase();
const SUFFIX = HASH.slice(5);
/** How often the password was seen, where the server says so. */
const COUNT = 41;

const line = (/** @type {number} */ number, count = 3) =>
  `${createHash('sha1').update(`line ${number}`).digest('hex').toUpperCase().slice(5)}:${count}`;
const lines = (/** @type {number} */ many, count = 3) => Array.from({ length: many }, (_, number) => line(number, count));
const ENTRY = `${SUFFIX}:${COUNT}`;
/** A right answer, sorted: the password's entry among five hundred others. */
const RANGE = [...lines(500), ENTRY].sort().join('\r\n');
/** The same without it. */
const OTHERS = lines(500).sort().join('\r\n');
/** What comes before it, up to the end of a line. */
const BEFORE = RANGE.slice(0, RANGE.indexOf(ENTRY));
const HTML = '<!DOCTYPE html>\n<title>Sign in</title>\n<h1>Welcome to the airport</h1>\n';
const MEBIBYTE = `${lines(1_000).join('\r\n')}\r\n`
  .repeat(26)
  .slice(0, 1 << 20)
  .replace(/[^\n]*$/, '');

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'Add-Padding',
  'Access-Control-Expose-Headers': 'Retry-After',
};
const TEXT = { ...CORS, 'Content-Type': 'text/plain' };

/**
 * @typedef {import('node:net').Socket} Socket
 * @typedef {{ socket: Socket, attempt: number, origin: string }} Exchange
 *   `attempt` counts from 1 the requests of one question.
 *
 * @typedef {object} Case
 * @property {string} name
 * @property {string} [elsewhere] The endpoint, where it is not this server's.
 * @property {(exchange: Exchange) => void | Promise<void>} [answer]
 * @property {(socket: Socket) => void} [preflight] What answers a browser that asks whether it may ask.
 * @property {string} expect What is to come of it: `found N`, `clear` or `unknown (reason)`.
 * @property {Record<string, string>} [except] What else, for the client of a name, or for all `browsers`.
 */

/** @param {number} status @param {Record<string, string | number>} headers */
const head = (status, headers) =>
  `HTTP/1.1 ${status} Whatever\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}Connection: close\r\n\r\n`;

/** A whole answer. @param {number} status @param {string | Buffer} body @param {Record<string, string | number>} [headers] */
const whole =
  (status, body, headers = TEXT) =>
  (/** @type {Exchange} */ { socket }) => {
    socket.write(head(status, { ...headers, 'Content-Length': Buffer.byteLength(body) }));
    socket.end(body);
  };

/** One way at first, another from then on. @param {Case['answer']} first @param {Case['answer']} then */
const first = (first, then) => (/** @type {Exchange} */ exchange) => (exchange.attempt === 1 ? first : then)?.(exchange);

/** An answer whose connection ends after it. @param {Record<string, string | number>} headers @param {string} body */
const until =
  (headers, body) =>
  (/** @type {Exchange} */ { socket }) => {
    socket.end(head(200, { ...TEXT, ...headers }) + body);
  };

const chunk = (/** @type {string} */ text) => `${text.length.toString(16)}\r\n${text}\r\n`;
const right = whole(200, RANGE);
const zipped = gzipSync(RANGE);
const GZIP = { ...TEXT, 'Content-Encoding': 'gzip' };

/** @type {Case[]} */
export const cases = [
  { name: 'a right answer', answer: right, expect: `found ${COUNT}` },
  { name: 'a right answer without the suffix', answer: whole(200, OTHERS), expect: 'clear' },
  {
    name: 'the same in chunks',
    answer: until({ 'Transfer-Encoding': 'chunked' }, `${chunk(OTHERS)}${chunk('')}`),
    expect: 'clear',
  },
  { name: 'the same, compressed', answer: whole(200, gzipSync(OTHERS), GZIP), expect: 'clear' },
  { name: 'a right answer, compressed', answer: whole(200, zipped, GZIP), expect: `found ${COUNT}` },
  { name: 'LF instead of CRLF', answer: whole(200, RANGE.replaceAll('\r', '')), expect: `found ${COUNT}` },
  { name: 'the suffix twice', answer: whole(200, RANGE.replace(ENTRY, `${ENTRY}\r\n${SUFFIX}:1`)), expect: `found ${COUNT + 1}` },
  { name: 'padding only', answer: whole(200, lines(900, 0).sort().join('\r\n')), expect: 'clear' },
  { name: 'the suffix with count 0', answer: whole(200, [...lines(500), `${SUFFIX}:0`].sort().join('\r\n')), expect: 'clear' },
  { name: 'an empty text', answer: whole(200, ''), expect: 'clear' },
  { name: 'an empty body of no type', answer: whole(200, '', CORS), expect: 'unknown (malformed)' },
  {
    name: 'an empty HTML page',
    answer: whole(200, '', { ...CORS, 'Content-Type': 'text/html' }),
    expect: 'unknown (malformed)',
  },
  {
    name: 'another content type',
    answer: whole(200, RANGE, { ...CORS, 'Content-Type': 'image/png' }),
    expect: `found ${COUNT}`,
  },

  { name: 'refused connection', elsewhere: 'http://127.0.0.1:1/', expect: 'unknown (network)' },
  { name: 'DNS failure', elsewhere: 'http://range.invalid/', expect: 'unknown (network)' },
  { name: 'no TLS where it is expected', elsewhere: 'https', expect: 'unknown (network)' },
  {
    name: 'hang up before the answer',
    answer: ({ socket }) => {
      socket.destroy();
    },
    expect: 'unknown (network)',
  },
  {
    name: 'not HTTP',
    answer: ({ socket }) => {
      socket.end('SSH-2.0-OpenSSH_9.2\r\n');
    },
    expect: 'unknown (network)',
  },
  { name: 'hang before the answer', answer: () => {}, expect: 'unknown (timeout)' },
  {
    name: 'hang before the body',
    answer: ({ socket }) => {
      socket.write(head(200, { ...TEXT, 'Content-Length': RANGE.length }));
    },
    expect: 'unknown (timeout)',
  },
  {
    name: 'hang in the middle of the body',
    answer: ({ socket }) => {
      socket.write(head(200, { ...TEXT, 'Content-Length': RANGE.length }) + BEFORE);
    },
    expect: 'unknown (timeout)',
  },
  {
    name: 'hang after the suffix',
    answer: ({ socket }) => {
      socket.write(`${head(200, { ...TEXT, 'Content-Length': RANGE.length + 2 })}${RANGE}\r`);
    },
    expect: 'unknown (timeout)',
  },
  {
    name: 'slow drip',
    async answer({ socket }) {
      socket.write(head(200, { ...TEXT, 'Content-Length': RANGE.length }));
      for (const byte of RANGE) {
        if (socket.destroyed) return;
        socket.write(byte);
        await sleep(50);
      }
    },
    expect: 'unknown (timeout)',
  },

  {
    name: 'cut off at a line, length known',
    answer: until({ 'Content-Length': RANGE.length }, BEFORE),
    expect: 'unknown (network)',
  },
  {
    name: 'cut off at a line, in chunks',
    answer: until({ 'Transfer-Encoding': 'chunked' }, chunk(BEFORE)),
    expect: 'unknown (network)',
  },
  {
    name: 'cut off at a line, length unknown',
    answer: until({}, BEFORE),
    expect: 'unknown (network)',
  },
  {
    name: 'cut off at the start, length known',
    answer: until({ 'Content-Length': RANGE.length }, ''),
    expect: 'unknown (network)',
  },
  {
    name: 'cut off in a line, length unknown',
    answer: until({}, `${BEFORE}${SUFFIX.slice(0, 20)}`),
    expect: 'unknown (malformed)',
  },
  { name: 'truncated last line', answer: whole(200, RANGE.slice(0, RANGE.lastIndexOf(':') + 1)), expect: 'unknown (malformed)' },
  {
    name: 'a line too long',
    answer: whole(200, `${BEFORE}${line(501)}${'0'.repeat(100_000)}\r\n${ENTRY}`),
    expect: 'unknown (malformed)',
  },
  { name: 'an empty line', answer: whole(200, `${BEFORE}\r\n${ENTRY}`), expect: 'unknown (malformed)' },
  { name: 'suffix in lower case', answer: whole(200, RANGE.toLowerCase()), expect: 'unknown (malformed)' },
  {
    name: 'an HTML page',
    answer: whole(200, HTML, { ...CORS, 'Content-Type': 'text/html' }),
    expect: 'unknown (malformed)',
  },
  { name: 'an HTML page as text', answer: whole(200, HTML), expect: 'unknown (malformed)' },
  {
    name: '50 MiB of valid lines',
    async answer({ socket }) {
      socket.write(head(200, TEXT));
      for (let mebibyte = 0; mebibyte < 50 && !socket.destroyed; mebibyte++) {
        if (socket.write(MEBIBYTE)) continue;
        await new Promise((resolve) => socket.once('drain', resolve).once('close', resolve));
      }
      socket.end();
    },
    expect: 'unknown (too-large)',
  },
  {
    name: '50 MiB of valid lines, compressed',
    answer: whole(200, gzipSync(MEBIBYTE.repeat(50)), GZIP),
    expect: 'unknown (too-large)',
  },
  {
    name: 'broken gzip',
    answer: whole(200, Buffer.concat([zipped.subarray(0, 10), Buffer.alloc(200, 0xff)]), GZIP),
    expect: 'unknown (network)',
    // It hands out what it could not unpack.
    except: { WebKitGTK: 'unknown (malformed)' },
  },
  {
    name: 'gzip cut off at a line',
    answer: whole(200, gzipSync(BEFORE, { finishFlush: constants.Z_SYNC_FLUSH }), GZIP),
    expect: 'unknown (network)',
  },
  {
    name: 'gzip that is none',
    answer: whole(200, RANGE, GZIP),
    expect: 'unknown (network)',
    except: { WebKitGTK: `found ${COUNT}` },
  },

  {
    name: '301 to elsewhere',
    answer({ socket, origin }) {
      socket.end(head(301, { ...CORS, Location: `${origin}/elsewhere/`, 'Content-Length': 0 }));
    },
    expect: 'unknown (status)',
  },
  {
    name: '204',
    answer: ({ socket }) => {
      socket.end(head(204, CORS));
    },
    expect: 'unknown (status)',
  },
  { name: '206', answer: whole(206, OTHERS), expect: 'unknown (status)' },
  { name: '403', answer: whole(403, HTML), expect: 'unknown (status)' },
  { name: '404', answer: whole(404, ''), expect: 'unknown (status)' },
  { name: '429 once, then right', answer: first(whole(429, ''), right), expect: `found ${COUNT}` },
  { name: '429 always', answer: whole(429, ''), expect: 'unknown (status)' },
  {
    name: '429 with Retry-After: 1, then right',
    answer: first(whole(429, '', { ...TEXT, 'Retry-After': 1 }), right),
    expect: `found ${COUNT}`,
  },
  { name: '429 with Retry-After: 60', answer: whole(429, '', { ...TEXT, 'Retry-After': 60 }), expect: 'unknown (status)' },
  { name: '500 once, then right', answer: first(whole(500, HTML), right), expect: `found ${COUNT}` },
  { name: '503 always', answer: whole(503, HTML), expect: 'unknown (status)' },
  {
    name: 'refused once, then right',
    answer: first(({ socket }) => {
      socket.destroy();
    }, right),
    expect: `found ${COUNT}`,
  },

  {
    name: 'missing CORS header',
    answer: whole(200, RANGE, { 'Content-Type': 'text/plain' }),
    expect: `found ${COUNT}`,
    except: { browsers: 'unknown (network)' },
  },
  {
    name: 'preflight refused',
    answer: right,
    preflight: (socket) => {
      socket.end(head(405, { 'Content-Length': 0 }));
    },
    expect: `found ${COUNT}`,
    except: { browsers: 'unknown (network)' },
  },
  {
    name: 'preflight never answered',
    answer: right,
    preflight: () => {},
    expect: `found ${COUNT}`,
    except: { browsers: 'unknown (timeout)' },
  },
];

/** What is to come of a case for a client. @param {Case} fault @param {{ name: string, browser?: boolean }} client */
export const expected = ({ expect, except = {} }, { name, browser }) =>
  except[name] ?? (browser ? except.browsers : undefined) ?? expect;

/**
 * Starts the server on a port of loopback that is free.
 *
 * @returns {Promise<{ endpoint: (fault: Case, client: string) => string, close: () => void }>}
 *   `endpoint` names the endpoint of a case for a client, whose requests are counted apart from others'.
 */
export async function startFaults() {
  /** @type {Map<string, number>} */
  const attempts = new Map();
  /** @type {Set<Socket>} */
  const sockets = new Set();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // Clients hang up at will.
    socket.on('error', () => socket.destroy());
    let request = '';
    socket.on('data', (data) => {
      if (request.endsWith('\r\n\r\n')) return;
      request += data.toString('latin1');
      if (!/^[A-Z]/.test(request)) socket.end(head(400, {}));
      else if (request.endsWith('\r\n\r\n')) answer(socket, request);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  const origin = `http://127.0.0.1:${port}`;

  /** @param {Socket} socket @param {string} request */
  function answer(socket, request) {
    const [method, url] = request.split(' ', 2);
    const [, number, client, prefix] = url.split('/');
    const fault = cases[Number(number)];
    if (!fault || prefix !== HASH.slice(0, 5)) {
      // Where the redirect leads: to an answer that would be believed.
      whole(200, OTHERS)({ socket, attempt: 1, origin });
    } else if (method === 'OPTIONS') {
      const allow = () => socket.end(head(204, CORS));
      (fault.preflight ?? allow)(socket);
    } else {
      const question = `${number}/${client}`;
      const attempt = (attempts.get(question) ?? 0) + 1;
      attempts.set(question, attempt);
      fault.answer?.({ socket, attempt, origin });
    }
  }

  return {
    endpoint(fault, client) {
      if (fault.elsewhere === 'https') return `https://127.0.0.1:${port}/`;
      return fault.elsewhere ?? `${origin}/${cases.indexOf(fault)}/${client}/`;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
