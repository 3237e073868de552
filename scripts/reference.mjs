/**
 * The pages of docs/reference/, written anew with each build of the site from what the product itself says: the element from
 * custom-elements.json, the JavaScript from the package's types, the command from its help, the messages from their catalogue.
 */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMMAND } from './demo.mjs';
import { hundredPage } from './hundred.mjs';
import { Failure, ROOT } from './setup.mjs';

const FOLDER = join(ROOT, 'docs/reference');

/** What is public of each module, in reading order; the rest of its exports is for the package's own modules. */
const MODULES = {
  passmuster: {
    file: 'passmuster.d.ts',
    names: [
      'load',
      'Passmuster',
      'configure',
      'describe',
      'Estimate',
      'Part',
      'EstimateOptions',
      'WarningName',
      'SuggestionName',
      'PartKind',
      'Breach',
      'BreachOptions',
      'BreachStatus',
      'UnknownReason',
      'Generated',
      'Engine',
    ],
  },
  'passmuster/element': { file: 'element.d.ts', names: ['mount', 'Options', 'Verdict', 'VerdictName'] },
  'passmuster/server': { file: 'server.d.ts', names: ['load', 'Server', 'Judgement', 'JudgeOptions', 'Rules'] },
  'passmuster/zxcvbn-compat': {
    file: 'zxcvbn-compat.d.ts',
    names: ['zxcvbn', 'ZXCVBNResult', 'ZXCVBNSequence', 'ZXCVBNAttackTime', 'useEngine'],
  },
};

/** Text in a cell of a table, or in a sentence: code keeps its signs, the rest must be no markup. @param {unknown} text */
const prose = (text) =>
  String(text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('<', '&lt;').replaceAll('{', '&#123;')))
    .join('')
    .replaceAll('|', '\\|');
/** @param {unknown} text */
const code = (text) => (text ? `\`${String(text).replace(/\s+/g, ' ').replaceAll('|', '\\|')}\`` : '');

/** @param {string[]} heading @param {string[][]} rows */
const table = (heading, rows) => [heading, heading.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** @param {string} what */
const note = (what) => `<!-- Written by scripts/reference.mjs from ${what}. -->\n`;

/** The element. */
function elementPage() {
  const { modules } = JSON.parse(readFileSync(join(ROOT, 'dist/custom-elements.json'), 'utf8'));
  const element = modules
    .flatMap((/** @type {any} */ { declarations = [] }) => declarations)
    .find((/** @type {any} */ { tagName }) => tagName === 'pass-muster');
  if (!element) throw new Failure('custom-elements.json has no pass-muster');
  const { attributes = [], members = [], events = [], cssProperties = [] } = element;
  const own = members.filter((/** @type {any} */ { kind, attribute, privacy, static: isStatic }) => {
    return kind === 'field' && !attribute && !isStatic && (privacy ?? 'public') === 'public';
  });
  const methods = members.filter((/** @type {any} */ { kind, privacy, name }) => {
    return kind === 'method' && (privacy ?? 'public') === 'public' && !/Callback$/.test(name);
  });
  const type = (/** @type {any} */ { type }) => code(type?.text);
  return `${note('custom-elements.json')}
# The element

\`<pass-muster>\`: ${prose(element.summary ?? element.description)}

## Attributes

Each is a property, too; where its name differs it stands below. A value that makes no sense is an error in the console that names the element and what was expected, and the
default is taken.

${table(
  ['attribute', 'values', 'what it does'],
  attributes.map((/** @type {any} */ attribute) => [
    `${code(attribute.name)}${attribute.fieldName && attribute.fieldName !== attribute.name ? `<br>${code(attribute.fieldName)}` : ''}`,
    `${type(attribute)}${attribute.default ? `<br>default ${code(attribute.default)}` : ''}`,
    prose(attribute.description),
  ]),
)}

## Properties

Those that are no attributes.

${table(
  ['property', 'type', 'what it is'],
  own.map((/** @type {any} */ field) => [
    code(field.name),
    type(field),
    prose(`${field.description ?? ''}${field.readonly ? ' Read-only.' : ''}`),
  ]),
)}

## Methods

${table(
  ['method', 'what it does'],
  methods.map((/** @type {any} */ method) => [code(`${method.name}()`), prose(method.description)]),
)}

## Events

${table(
  ['event', 'type', 'when'],
  events.map((/** @type {any} */ event) => [code(event.name), type(event), prose(event.description)]),
)}

${section('docs/page.md', '## Event and methods', /^\| verdict \|[\s\S]*?\n\n/m)}
[Its type](javascript.md#verdict) has the rest.

## Custom properties

Set them on the element or above it; [the editor](../guides/theming.md) shows what they do.

${table(
  ['custom property', 'syntax', 'default', 'what it is'],
  cssProperties.map((/** @type {any} */ property) => [
    code(property.name),
    code(property.syntax),
    code(property.default),
    prose(property.description),
  ]),
)}

## Classes

The element has no shadow root: its parts are the page's, and have classes.

${section('docs/page.md', '## Style', /^\| class \|[\s\S]*?\n\n/m)}
While a submit waits for an answer, the form has the attribute \`data-passmuster-waiting\`.
`;
}

/** A table that a page has already, below a heading. @param {string} file @param {string} heading @param {RegExp} pattern */
function section(file, heading, pattern) {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found = text.slice(text.indexOf(`\n${heading}\n`)).match(pattern)?.[0];
  if (!found) throw new Failure(`${file} has no such table below "${heading}"`);
  return found;
}

/**
 * The declarations of a module's types, by name: its comment and its code. What it takes from other modules of the package is
 * looked up there.
 * @param {string} file In dist/. @param {string[]} seen @returns {Map<string, { comment: string, code: string }>}
 */
function declarations(file, seen = []) {
  /** @type {Map<string, { comment: string, code: string }>} */
  const found = new Map();
  const path = join(ROOT, 'dist', file);
  if (seen.includes(file) || !existsSync(path)) return found;
  const text = readFileSync(path, 'utf8');
  const pattern =
    /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*)?^(?:export )?(?:default )?(?:declare )?(?:abstract )?(?:async )?(function|class|const|type|interface) (\w+)/gm;
  for (const match of text.matchAll(pattern)) {
    const [whole, comment = '', , name] = match;
    const start = match.index + comment.length;
    // A comment on the whole module is none on what comes first in it.
    const own = comment.includes('@module') ? '' : comment;
    const end = endOf(text, start + whole.length - comment.length);
    if (!found.has(name)) found.set(name, { comment: own, code: text.slice(start, end) });
  }
  const from = (/** @type {string} */ module) => join(dirname(file), module.replace(/\.js$/, '.d.ts'));
  for (const [, names, module] of text.matchAll(/^(?:import|export) (?:type )?\{([^}]*)\} from ['"](\.[^'"]+)['"]/gm)) {
    const others = declarations(from(module), [...seen, file]);
    for (const name of names.split(',').map((part) => part.replace(/^\s*type /, '').trim())) {
      const [inner, outer = inner] = name.split(/ as /);
      const other = others.get(inner);
      if (other && !found.has(outer)) found.set(outer, other);
    }
  }
  for (const [, module] of text.matchAll(/^export \* from ['"](\.[^'"]+)['"]/gm)) {
    for (const [name, other] of declarations(from(module), [...seen, file])) if (!found.has(name)) found.set(name, other);
  }
  // `export type A = import('./b.js').A` and `export declare const a: typeof import('./b.js').a`: what is meant is there.
  for (const [name, { comment, code }] of found) {
    const [, module, inner] = code.match(/^[^=:]+[=:]\s*(?:typeof )?import\(['"](\.[^'"]+)['"]\)\.(\w+);?$/) ?? [];
    const other = module ? declarations(from(module), [...seen, file]).get(inner) : undefined;
    if (other) found.set(name, { comment: other.comment || comment, code: other.code });
  }
  return found;
}

/** Of a comment: the text, and what it says of parameters, result and errors. @param {string} comment */
function parseComment(comment) {
  const text = comment
    .replace(/^\s*\/\*\*|\*\/\s*$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .join('\n')
    .trim();
  const [description, ...tags] = text.split(/^@/m);
  return {
    description: description.trim(),
    tags: tags.flatMap((tag) => {
      const [, name, rest] = tag.match(/^(\w+)\s*([\s\S]*)$/) ?? [];
      if (!['param', 'returns', 'throws'].includes(name)) return [];
      // The type stands in the code.
      const plain = withoutType(rest).trim();
      const [, parameter, said] = (name === 'param' && plain.match(/^\[?(\w+)(?:=[^\]]*)?\]?\s*([\s\S]*)$/)) || [];
      if (name === 'param') return said ? [`\`${parameter}\`: ${prose(said)}`] : [];
      return plain ? [`${name === 'throws' ? 'Throws: ' : ''}${prose(plain)}`] : [];
    }),
  };
}

/** @param {string} text That may begin with a type in braces. */
function withoutType(text) {
  if (!text.startsWith('{')) return text;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}' && --depth === 0) return text.slice(at + 1);
  }
  return text;
}

/** Code of a declaration as a reader wants it. @param {string} text */
const shown = (text) =>
  text
    .replace(/^(export )?(default )?(declare )?/, '')
    .replace(/import\(['"][^'"]+['"]\)\./g, '')
    .replace(/^ *#private;\n/gm, '')
    // A comment of one line needs no more.
    .replace(/\/\*\*\n\s*\* ([^\n]*)\n\s*\*\//g, '/** $1 */');

/** Where what begins there ends: at a semicolon, or a brace at the end of a line, outside of any bracket. @param {string} text @param {number} start */
function endOf(text, start) {
  let depth = 0;
  let end = start;
  for (; end < text.length; end += 1) {
    if ('{(['.includes(text[end])) depth += 1;
    if ('})]'.includes(text[end])) depth -= 1;
    if (depth === 0 && (text[end] === ';' || (text[end] === '}' && text[end + 1] === '\n'))) break;
  }
  return end + 1;
}

/** The methods of a class, with their comments. @param {string} text */
function membersOf(text) {
  const body = text.slice(text.indexOf('{') + 1, text.lastIndexOf('}'));
  return [...body.matchAll(/^ {4}(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)\n {4}(?=(\w+)\()/gm)]
    .filter(([, , name]) => name !== 'constructor')
    .map((match) => {
      const start = match.index + match[0].length;
      return { comment: match[1], name: match[2], signature: body.slice(start, endOf(body, start)).replace(/^ {4}/gm, '') };
    });
}

/** The package's modules. */
function javascriptPage() {
  const parts = Object.entries(MODULES).map(([module, { file, names }]) => {
    const found = declarations(file);
    const blocks = names.map((name) => {
      const declaration = found.get(name);
      if (!declaration) throw new Failure(`dist/${file} has no ${name}`);
      const { description, tags } = parseComment(declaration.comment);
      const isClass = /^(export )?(default )?(declare )?class/.test(declaration.code);
      const text = [
        `### ${name}`,
        description
          .split(/\n\s*\n/)
          .map(prose)
          .join('\n\n'),
      ];
      if (isClass) {
        for (const member of membersOf(declaration.code)) {
          const parsed = parseComment(member.comment);
          text.push(
            `#### ${name}.${member.name}()`,
            prose(parsed.description),
            `\`\`\`ts\n${shown(member.signature)}\n\`\`\``,
            parsed.tags.map((tag) => `- ${tag}`).join('\n'),
          );
        }
      } else {
        text.push(`\`\`\`ts\n${shown(declaration.code)}\n\`\`\``, tags.map((tag) => `- ${tag}`).join('\n'));
      }
      return text.filter(Boolean).join('\n\n');
    });
    const { description } = parseComment(readFileSync(join(ROOT, 'dist', file), 'utf8').match(/^\/\*\*[\s\S]*?\*\//)?.[0] ?? '');
    const [first] = description.split(/\n\s*\n/);
    return `## ${module}\n\n${prose(first)}\n\n${blocks.join('\n\n')}`;
  });
  return `${note('the types of the package')}
# JavaScript

The package has types for TypeScript; this page is made of them. [Where the wasm is](../page.md#where-the-wasm-is) lists all its entries.

${parts.join('\n\n')}
`;
}

/** The command. */
function commandPage() {
  const help = (/** @type {string[]} */ ...args) =>
    execFileSync(COMMAND, [...args, '--help'], { encoding: 'utf8', env: { ...process.env, COLUMNS: '100' } }).trimEnd();
  const commands = (/** @type {string} */ text) =>
    [...(text.match(/^Commands:\n((?: .*\n?)+)/m)?.[1] ?? '').matchAll(/^ {2}(\w+) /gm)]
      .map(([, name]) => name)
      .filter((name) => name !== 'help');
  /** @type {string[]} */
  const parts = [];
  const add = (/** @type {string[]} */ ...args) => {
    const text = help(...args);
    if (args.length > 0) parts.push(`## passmuster ${args.join(' ')}`);
    parts.push(`\`\`\`text\n${text}\n\`\`\``);
    for (const name of commands(text)) add(...args, name);
  };
  add();
  return `${note('the help of the command')}
# The command

\`cargo install --path crates/cli\`, in a copy of the repository, installs \`passmuster\`. [Hosting a corpus](../hosting.md) shows it at work.

${parts.join('\n\n')}
`;
}

/** The messages. */
async function messagesPage() {
  const { default: catalogue } = await import(join(ROOT, 'www/locales/en.js'));
  const groups = Object.entries(catalogue).map(([group, messages]) => {
    const rows = Object.entries(/** @type {Record<string, string | Record<string, string>>} */ (messages)).map(([key, words]) => [
      code(key),
      typeof words === 'string'
        ? message(words)
        : Object.entries(words)
            .map(([form, text]) => `${form}: ${message(text)}`)
            .join('<br>'),
    ]);
    return `## ${group}\n\n${table(['key', 'English'], rows)}`;
  });
  return `${note('www/locales/en.js')}
# Messages

All that the widget says, in English. [Languages](../languages.md) tells how to add one. A site words any of them its own way by the
property \`messages\`, with the keys of this page:

<<< ../../examples/html/messages.js

${groups.join('\n\n')}
`;
}

/** A message as it is, blanks at its ends included. @param {string} text */
const message = (text) => (text.trim() === text ? prose(text) : code(text));

/** Writes the pages. dist/ and the command are built already. */
export async function buildReference() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const pages = {
    element: elementPage(),
    javascript: javascriptPage(),
    command: commandPage(),
    messages: await messagesPage(),
    'hundred-passwords': await hundredPage(),
  };
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(FOLDER, `${name}.md`), text);
}
