/**
 * Links from docs/ to other files of the repository. The site has a page of each, in files/, so that a page reads
 * the same here and in the repository.
 */

import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DOCS = join(ROOT, 'docs');

/** The files that pages link to, by their path in the repository. @type {Set<string>} */
const linked = new Set();

/** @param {import('markdown-it').default} markdown */
export function linksOutside(markdown) {
  const before = markdown.renderer.rules.link_open;
  markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const href = token.attrGet('href') ?? '';
    if (/^\.\.?\//.test(href) && env.path) {
      const [, path, hash] = href.match(/^([^#]*)(#.*)?$/) ?? [];
      const file = join(dirname(env.path), path);
      if (relative(DOCS, file).startsWith('..')) {
        const found = existsSync(file) && statSync(file).isDirectory() ? join(file, 'README.md') : file;
        if (!existsSync(found)) throw new Error(`${env.path} links to ${href}, which is not there`);
        const name = relative(ROOT, found);
        linked.add(name);
        token.attrSet('href', `/docs/files/${name}.html${hash ?? ''}`);
        return self.renderToken(tokens, index, options);
      }
    }
    return before ? before(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
  };
}

/** @param {string} text */
const escapeHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Writes the page of each file that was linked to. @param {string} folder Of the site. @param {string} head */
export function copyLinked(folder, head) {
  for (const name of linked) {
    const page = join(folder, 'files', `${name}.html`);
    mkdirSync(dirname(page), { recursive: true });
    writeFileSync(
      page,
      `<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="description" content="${name}, a file of passmuster’s repository.">
<title>${name} – passmuster</title>
${head}</head>
<body>
<header class="top"><a class="brand" href="/docs/">passmuster</a></header>
<main class="file prose">
<h1><code>${name}</code></h1>
<div class="code" tabindex="0" role="group" aria-label="The file"><pre><code>${escapeHtml(readFileSync(join(ROOT, name), 'utf8'))}</code></pre></div>
</main>
</body>
</html>
`,
    );
  }
}
