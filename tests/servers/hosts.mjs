/** The examples of servers, each started as its README or head says, on a port of its own. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @typedef {object} Host
 * @property {string} name
 * @property {() => string[]} command
 * @property {string} folder
 * @property {string} [missing] What has to be run before, where it was not.
 */

/** Python with the wheel installed; made by `npm run python`. */
const PYTHON = join(ROOT, 'target/python/test/bin/python');

/** @type {Host[]} */
export const hosts = [
  { name: 'Express', folder: 'examples/express', command: () => ['node', 'server.js'] },
  { name: 'axum', folder: '.', command: () => ['cargo', 'run', '--quiet', '--package', 'passmuster-example-axum'] },
  { name: 'FastAPI', folder: 'examples/fastapi', command: () => [PYTHON, 'main.py'] },
  { name: 'Django', folder: 'examples/django', command: () => [PYTHON, 'manage.py', 'demo'] },
];

/** What takes long before the first start. @param {Host} host */
export function prepare(host) {
  const [command, args] =
    host.name === 'Express'
      ? ['npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']]
      : host.name === 'axum'
        ? ['cargo', ['build', '--quiet', '--package', 'passmuster-example-axum']]
        : ['true', []];
  const { status } = spawnSync(/** @type {string} */ (command), /** @type {string[]} */ (args), {
    cwd: join(ROOT, host.folder),
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`${host.name} could not be prepared`);
  if (['FastAPI', 'Django'].includes(host.name) && !existsSync(PYTHON)) throw new Error('run `npm run python` first');
}

/**
 * Starts a server.
 *
 * @param {Host} host
 * @param {string} endpoint
 * @returns {Promise<{ url: string, log: () => string, stop: () => Promise<void> }>} The page's address, what it has logged.
 */
export async function start(host, endpoint) {
  const [command, ...args] = host.command();
  const folder = mkdtempSync(join(tmpdir(), 'passmuster-server-'));
  const child = spawn(command, args, {
    cwd: join(ROOT, host.folder),
    env: {
      ...process.env,
      PORT: '0',
      ENDPOINT: endpoint,
      PASSMUSTER_DIST: join(ROOT, 'dist'),
      DATABASE: join(folder, 'db.sqlite3'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let log = '';
  child.stderr.on('data', (data) => {
    log += data;
  });
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      log += `${line}\n`;
      const found = line.match(/^http:\/\/127\.0\.0\.1:\d+\/\S*$/)?.[0];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`${host.name} ended before it served:\n${log}`)));
  });
  return {
    url,
    log: () => log,
    async stop() {
      // `cargo run` has a child of its own.
      process.kill(-(/** @type {number} */ (child.pid)), 'SIGTERM');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
