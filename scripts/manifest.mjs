/**
 * What editors know of `<pass-muster>`, from the JSDoc of its class and the table of its settings:
 *
 * ```text
 * dist/custom-elements.json    the custom elements manifest, by its analyzer
 * dist/web-types.json          the same for JetBrains' editors
 * dist/vscode.html-data.json   and for Visual Studio Code: its elements,
 * dist/vscode.css-data.json    and its custom properties
 * ```
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './setup.mjs';

/** Where the sources come to be that somebody imports; the class is exported with its definition. @type {Record<string, string>} */
const PLACES = {
  'www/element.js': 'dist/element.js',
  'www/element/element.js': 'dist/element.js',
  'www/auto.js': 'dist/auto.js',
};

/** @typedef {import('../www/element/settings.js').Setting} Setting */

/** What is nobody's but the class's own, or the browser's. @param {{ name: string, static?: boolean }} member */
const isInner = ({ name, static: isStatic }) => isStatic || name.startsWith('#') || /Callback$/.test(name);

/** What a setting may be, as TypeScript has it. @param {Setting} setting @param {string} [text] */
const typeOf = ({ words, range, flag }, text = 'string') =>
  words ? words.map((word) => `'${word}'`).join(' | ') : range ? 'number' : flag ? 'boolean' : text;

/** @param {Setting} setting */
const defaultOf = ({ words, range, flag }) => (words ? `'${words[0]}'` : range ? String(range[0]) : flag ? 'false' : undefined);

/** Completes what the analyzer found in the class by the table of settings. @param {any} element @param {Record<string, Setting>} settings */
function complete(element, settings) {
  element.members = element.members.filter((/** @type {any} */ member) => !isInner(member));
  element.description = element.description.replaceAll('\n', ' ');
  element.attributes = [];
  for (const member of element.members) {
    // Comments are broken where a line is full.
    member.description = member.description?.replaceAll('\n', ' ');
    const { attribute, ...setting } = settings[member.name] ?? {};
    if (member.kind === 'method' || !attribute) continue;
    const type = { text: typeOf(setting, member.type?.text) };
    const missing = defaultOf(setting);
    // What is more than a text is for the property alone.
    const isWhole = !type.text.includes('Iterable');
    Object.assign(member, { type, attribute, ...(isWhole && { reflects: true }), ...(missing && { default: missing }) });
    element.attributes.push({
      name: attribute,
      fieldName: member.name,
      type: isWhole ? type : { text: 'string' },
      ...(missing && { default: missing }),
      description: member.description,
    });
  }
  for (const property of element.cssProperties) {
    property.syntax = property.type?.text;
    delete property.type;
  }
}

/** @param {any} element @param {{ name: string, version: string }} project */
function webTypes({ tagName, summary, attributes, members, events, cssProperties }, { name, version }) {
  const described = (/** @type {any} */ { name, description }) => ({ name, description });
  /** An attribute's values, where they are words. @param {string} text */
  const values = (text) => [...text.matchAll(/'([\w-]+)'/g)].map(([, name]) => ({ name }));
  const fields = members.filter((/** @type {any} */ { kind }) => kind === 'field');
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: [
          {
            name: tagName,
            description: summary,
            attributes: attributes.map((/** @type {any} */ attribute) => ({
              ...described(attribute),
              ...(attribute.default && { default: attribute.default }),
              value: { type: attribute.type.text },
              ...(values(attribute.type.text).length > 0 && { values: values(attribute.type.text) }),
            })),
            js: {
              properties: fields.map((/** @type {any} */ field) => ({ ...described(field), type: field.type?.text })),
              events: events.map(described),
            },
          },
        ],
      },
      css: { properties: cssProperties.map(described) },
    },
  };
}

/** @param {string} shim The sources as they find each other. @param {string} dist */
export async function describeElement(shim, dist) {
  // Its types are of its plugins alone.
  const { create, ts } = /** @type {any} */ (await import('@custom-elements-manifest/analyzer/index.js'));
  /** @type {{ SETTINGS: Record<string, Setting> }} */
  const { SETTINGS } = await import(pathToFileURL(join(shim, 'element/settings.js')).href);
  const project = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const modules = Object.keys(PLACES).map((path) =>
    ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.ES2022, true),
  );
  const manifest = create({ modules, plugins: [], context: { dev: false } });
  const [entry, source, auto] = manifest.modules;
  const element = source.declarations.find((/** @type {any} */ { name }) => name === 'PassMusterElement');
  complete(element, SETTINGS);
  entry.declarations.unshift(element);
  // For the package's own modules.
  for (const list of ['declarations', 'exports'])
    entry[list] = entry[list].filter((/** @type {any} */ { name }) => name !== 'mountOn');
  for (const { declaration } of entry.exports) declaration.module = PLACES[declaration.module.replace(/^\//, '')];
  manifest.modules = [entry, auto];
  for (const module of manifest.modules) module.path = PLACES[module.path];
  manifest.readme = 'README.md';

  const write = (/** @type {string} */ name, /** @type {unknown} */ data) =>
    writeFileSync(join(dist, name), `${JSON.stringify(data, null, 2)}\n`);
  write('custom-elements.json', manifest);
  const types = webTypes(element, project);
  write('web-types.json', types);
  const { elements } = types.contributions.html;
  write('vscode.html-data.json', {
    version: 1.1,
    tags: elements.map(({ name, description, attributes }) => ({
      name,
      description,
      attributes: attributes.map((/** @type {any} */ { name, description, values }) => ({ name, description, values })),
    })),
  });
  write('vscode.css-data.json', { version: 1.1, properties: types.contributions.css.properties });
}
