/**
 * `npm run animation`: the README's moving picture, docs/typing.gif, of real screenshots: somebody types one password, is told why it
 * will not do, and types a better one. `--built` takes the site as it is.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
// @ts-ignore It has no types.
import gifenc from 'gifenc';
// @ts-ignore
import pngjs from 'pngjs';
import { By, until } from 'selenium-webdriver';
import { launchChromium } from '../tests/browsers.mjs';
import { startDemo } from '../tests/e2e/server.mjs';
import { build } from './build.mjs';
import { buildDemo } from './demo.mjs';
import { buildDocs } from './docs.mjs';
import { Failure, ROOT, fail, setUp } from './setup.mjs';

const { GIFEncoder, quantize, applyPalette } = /** @type {any} */ (gifenc);
const FILE = join(ROOT, 'docs/typing.gif');
/** Bytes that the picture may take. */
const MOST = 500_000;
/** Made up, both. */
const PASSWORDS = ['Sunshine2024!', 'otter-candle-fjord'];
/** Milliseconds that a picture stays: of a character, of what was thought about, of the end. */
const TYPING = 110;
const READING = 2_200;
const END = 3_500;
/** Index of the colour that stands for "as before". */
const UNCHANGED = 255;

/** @typedef {{ width: number, height: number, data: Uint8Array, delay: number }} Frame */

/** @returns {Promise<Frame[]>} */
async function film() {
  const demo = await startDemo();
  const driver = await launchChromium(['--hide-scrollbars']);
  const devTools = /** @type {import('selenium-webdriver/chrome.js').Driver} */ (driver);
  try {
    await devTools.sendDevToolsCommand('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: 'light' }],
    });
    await devTools.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', {
      width: 640,
      height: 700,
      deviceScaleFactor: 1.5,
      mobile: false,
    });
    await driver.get(`${demo.url}docs/start.html`);
    await driver.wait(until.elementLocated(By.css('.passmuster-button')), 15_000);
    // What is typed is to be seen; a caret would blink.
    await driver.executeScript(`document.querySelector('[data-try] .passmuster-button').click()`);
    const clip = await driver.executeScript(`
      const form = document.querySelector('[data-try]');
      form.querySelector('input').style.caretColor = 'transparent';
      form.style.boxShadow = 'none';
      const { x, y, width, height } = form.getBoundingClientRect();
      return { x: x + scrollX - 8, y: y + scrollY - 8, width: width + 16, height: height + 16, scale: 1 };`);
    /** @type {Frame[]} */
    const frames = [];
    const shoot = async (/** @type {number} */ delay) => {
      const { data } = /** @type {any} */ (await devTools.sendAndGetDevToolsCommand('Page.captureScreenshot', { clip }));
      frames.push({ ...pngjs.PNG.sync.read(Buffer.from(data, 'base64')), delay });
    };
    const field = await driver.findElement(By.css('[data-try] input'));
    await field.click();
    await shoot(READING / 2);
    for (const password of PASSWORDS) {
      await field.clear();
      for (const character of password) {
        await field.sendKeys(character);
        await new Promise((resolve) => setTimeout(resolve, 80));
        await shoot(TYPING);
      }
      // The last words, once it has rested and the answer is there.
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      await shoot(password === PASSWORDS.at(-1) ? END : READING);
    }
    return frames;
  } finally {
    await driver.quit();
    await demo.close();
  }
}

/** One palette for all, and in each picture only what changed. @param {Frame[]} frames @returns {Uint8Array} */
function encode(frames) {
  const { width, height } = frames[0];
  // Enough of them to hold every colour: the first, and those that stay.
  const known = frames.filter(({ delay }) => delay !== TYPING);
  const pixels = new Uint8Array(known.length * width * height * 4);
  for (const [index, { data }] of known.entries()) pixels.set(data, index * width * height * 4);
  const palette = quantize(pixels, 128);
  while (palette.length < 256) palette.push([0, 0, 0]);
  const colours = palette.slice(0, 128);
  const gif = GIFEncoder();
  /** @type {Uint8Array | undefined} */
  let before;
  frames.forEach(({ data, delay }, index) => {
    const now = applyPalette(data, colours);
    const changes = now.map((/** @type {number} */ colour, /** @type {number} */ at) =>
      before?.[at] === colour ? UNCHANGED : colour,
    );
    gif.writeFrame(changes, width, height, {
      ...(index === 0 ? { palette, repeat: 0 } : {}),
      delay,
      dispose: 1,
      transparent: index > 0,
      transparentIndex: UNCHANGED,
    });
    before = now;
  });
  gif.finish();
  return gif.bytes();
}

try {
  setUp('chromium');
  if (!process.argv.includes('--built')) {
    await build();
    buildDemo();
    await buildDocs();
  }
  const frames = await film();
  const bytes = encode(frames);
  if (bytes.length > MOST) throw new Failure(`The picture takes ${bytes.length} bytes, and ${MOST} are the most`);
  writeFileSync(FILE, bytes);
  console.log(`${FILE}: ${frames.length} pictures, ${bytes.length} bytes`);
} catch (error) {
  fail(error);
}
