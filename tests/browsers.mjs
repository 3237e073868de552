/**
 * The browsers that the tests run in: Chromium, Firefox and WebKitGTK, headless.
 *
 * `BROWSERS=chromium,firefox` runs some of them.
 */

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { Builder, Capabilities } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import firefox from 'selenium-webdriver/firefox.js';

/** Chromium refuses its sandbox to root, and a container's shared memory is too small for it. */
const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @typedef {import('selenium-webdriver').WebDriver} WebDriver */

/** @type {{ name: string, launch: () => Promise<WebDriver> }[]} */
const all = [
  { name: 'Chromium', launch: launchChromium },
  { name: 'Firefox', launch: launchFirefox },
  { name: 'WebKitGTK', launch: launchWebKit },
];

const wanted = process.env.BROWSERS?.toLowerCase().split(',');
export const browsers = all.filter(({ name }) => !wanted || wanted.includes(name.toLowerCase()));

/** @param {string[]} flags More than the usual ones. */
export async function launchChromium(flags = []) {
  const options = new chrome.Options();
  options.addArguments(...CHROMIUM_FLAGS, ...flags);
  options.setBinaryPath(which('chromium'));
  return new Builder()
    .forBrowser('chrome')
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(which('chromedriver')))
    .build();
}

async function launchFirefox() {
  const options = new firefox.Options().addArguments('-headless').setBinary(which('firefox-esr', 'firefox'));
  return new Builder()
    .forBrowser('firefox')
    .setFirefoxOptions(options)
    .setFirefoxService(new firefox.ServiceBuilder(which('geckodriver')))
    .build();
}

/** WebKit's driver has no headless mode, so it gets a display of its own. */
async function launchWebKit() {
  const port = await freePort();
  const server = spawn(which('xvfb-run'), ['-a', which('WebKitWebDriver'), `--port=${port}`], {
    stdio: 'ignore',
    detached: true,
  });
  await listening(port);
  const files = execFileSync('dpkg', ['-L', 'libwebkit2gtk-4.1-0'], { encoding: 'utf8' });
  const binary = files.split('\n').find((file) => file.endsWith('/MiniBrowser'));
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  });
  const stop = () => {
    // The whole group that was started here: xvfb-run, its display and the driver.
    if (server.pid && server.exitCode === null) process.kill(-server.pid);
  };
  try {
    const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
    // Its navigation may be over before the page's elements are there.
    await driver.manage().setTimeouts({ implicit: 2_000 });
    const quit = driver.quit.bind(driver);
    driver.quit = () => quit().finally(stop);
    return driver;
  } catch (error) {
    stop();
    throw error;
  }
}

/** @param {string[]} names The first that is found. */
function which(...names) {
  for (const name of names) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], {
        encoding: 'utf8',
        env: { ...process.env, PATH: `${process.env.PATH}:${process.env.CARGO_HOME ?? `${process.env.HOME}/.cargo`}/bin` },
      }).trim();
    } catch {}
  }
  throw new Error(`${names.join(' or ')} is missing; npm test installs it`);
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  server.close();
  return port;
}

/** @param {number} port */
async function listening(port) {
  for (let tries = 0; tries < 100; tries++) {
    const socket = net.connect(port, '127.0.0.1');
    const connected = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (connected) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing listens on port ${port} after ten seconds`);
}
