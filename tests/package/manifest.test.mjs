/** custom-elements.json and the tables of docs/page.md against the element and its style. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { PassMusterElement } from '../../dist/element.js';

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = read('docs/page.md');
const manifest = JSON.parse(read('dist/custom-elements.json'));
const { exports, customElements, 'web-types': webTypes } = JSON.parse(read('package.json'));
const [{ declarations, path, exports: exported }] = manifest.modules;
const [element] = declarations;

/** @typedef {{ name: string, kind?: string, fieldName?: string, attribute?: string, default?: string, readonly?: boolean }} Named */
const names = (/** @type {Named[]} */ list) => list.map(({ name }) => name).sort();
const matches = (/** @type {string} */ text, /** @type {RegExp} */ pattern) =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();

test('the manifest is in the package and tells of modules that are exported', () => {
  assert.equal(`./${customElements}`, exports['./custom-elements.json']);
  assert.equal(manifest.schemaVersion, '1.0.0');
  assert.deepEqual(
    manifest.modules.map((/** @type {{ path: string }} */ { path }) => `./${path}`),
    [exports['./element'].default.default, exports['./auto'].default.default],
  );
  assert.ok(
    exported.every(
      (/** @type {any} */ { declaration }) => declaration.module === path && names(declarations).includes(declaration.name),
    ),
  );
});

test('its attributes are those that the element observes, and each is a property', () => {
  assert.deepEqual(names(element.attributes), [...PassMusterElement.observedAttributes].sort());
  for (const { name, fieldName } of element.attributes) {
    const member = element.members.find((/** @type {Named} */ { attribute }) => attribute === name);
    assert.equal(member.name, fieldName);
    const { get, set } = Object.getOwnPropertyDescriptor(PassMusterElement.prototype, fieldName) ?? {};
    assert.ok(get && set, fieldName);
  }
});

test('templates of frameworks know every attribute', () => {
  const [body] = read('www/types/attributes.d.ts').match(/interface PassMusterAttributes \{[^}]*\}/) ?? [''];
  // The property is more than a text.
  const expected = names(element.attributes).filter((name) => name !== 'context');
  assert.deepEqual(matches(body, /^ {2}'?([\w-]+)'?\?:/gm), expected);
});

test('the editors’ files tell of the same attributes, values, properties and events', () => {
  const { html, css } = JSON.parse(read(webTypes)).contributions;
  const [jetBrains] = html.elements;
  const [code] = JSON.parse(read(exports['./vscode.html-data.json'].slice(2))).tags;
  for (const { name, attributes } of [jetBrains, code]) {
    assert.equal(name, 'pass-muster');
    assert.deepEqual(names(attributes), names(element.attributes));
    const breach = attributes.find((/** @type {Named} */ { name }) => name === 'breach');
    assert.deepEqual(names(breach.values), ['off', 'on']);
  }
  assert.deepEqual(names(jetBrains.js.events), names(element.events));
  assert.deepEqual(
    names(jetBrains.js.properties),
    names(element.members.filter((/** @type {Named} */ { kind }) => kind === 'field')),
  );
  for (const { properties } of [css, JSON.parse(read(exports['./vscode.css-data.json'].slice(2)))])
    assert.deepEqual(names(properties), names(element.cssProperties));
});

test('its members are the element’s', () => {
  const own = Object.getOwnPropertyDescriptors(PassMusterElement.prototype);
  const callbacks = /^(constructor|connectedCallback|disconnectedCallback|attributeChangedCallback)$/;
  const accessors = Object.keys(own).filter((name) => own[name].get);
  const methods = Object.keys(own).filter((name) => !own[name].get && !callbacks.test(name));
  // In Node there is no HTMLElement, and so nothing but what the class itself adds.
  const fields = Object.keys(new PassMusterElement());
  const kind = (/** @type {string} */ wanted) => element.members.filter((/** @type {Named} */ { kind }) => kind === wanted);
  assert.deepEqual(names(kind('field')), [...accessors, ...fields].sort());
  assert.deepEqual(names(kind('method')), methods.sort());
  for (const { name, readonly = false } of kind('field'))
    assert.equal(readonly, accessors.includes(name) && !own[name].set, name);
});

test('its custom properties are those of the style, and docs/page.md has them all', () => {
  const properties = matches(read('www/passmuster.css'), /(--passmuster-\w+)/g);
  assert.deepEqual(names(element.cssProperties), properties);
  assert.deepEqual(matches(page, /(--passmuster-\w+)/g), properties);
});

test('docs/page.md has every attribute with its default', () => {
  const rows = new Map([...page.matchAll(/^\| `([\w-]+)` \| .* \| (.*) \|$/gm)].map(([, name, missing]) => [name, missing]));
  for (const { name, default: missing } of element.attributes) {
    assert.ok(rows.has(name), name);
    if (missing && missing !== 'false') assert.match(String(rows.get(name)), new RegExp(missing.replaceAll("'", '')), name);
  }
});

test('docs/page.md and the manifest have every part', () => {
  const folder = new URL('../../www/element/', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => read(`www/element/${name}`))
    .join('');
  const parts = matches(sources, /(?:make\('\w+', '|className = 'passmuster-)(\w+)'/g);
  assert.deepEqual(matches(page, /^\| `passmuster-(\w+)` \|/gm), parts);
  for (const part of parts) assert.match(element.description, new RegExp(`-${part}`));
});
