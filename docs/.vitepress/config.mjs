/**
 * The documentation site: VitePress renders docs/ to static pages (`mpa`), and none of its own scripts are shipped. So the
 * pages keep the strictest Content-Security-Policy, that of `passmuster serve`, and can be read without JavaScript.
 * What scripts there are is in client/, bundled by scripts/docs.mjs.
 */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig } from 'vitepress';
import { classesForStyles, classRules } from './classes.mjs';
import { copyLinked, linksOutside } from './links.mjs';
import { sidebar } from './sidebar.mjs';

/** theme.js is no module, so that the page is never shown in the wrong colours. */
const HEAD = `<script src="/docs/theme.js"></script>
<link rel="stylesheet" href="/docs/site.css">
<link rel="icon" href="/docs/icon.svg">
<script type="module" src="/docs/site.js"></script>
`;

/** What search engines show of a page. @param {string} text Markdown, without its heading. */
function firstSentences(text) {
  const paragraph = text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .split(/\n\s*\n/)
    .find((block) => block.length > 60 && /^[A-Z“*[`]/.test(block.trim()));
  const plain = (paragraph ?? '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`"<>]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length <= 160 ? plain : `${plain.slice(0, 157).replace(/\s\S*$/, '')} …`;
}

export default defineConfig({
  mpa: true,
  title: 'passmuster',
  titleTemplate: ':title – passmuster',
  description: 'Password strength and breach check for the forms in which passwords are set.',
  lang: 'en',
  base: '/docs/',
  outDir: '../target/docs',
  cacheDir: '../target/vitepress',
  srcExclude: ['test-all.md', 'parts/**'],
  // The theme's own, by client/theme.js.
  appearance: false,
  markdown: {
    typographer: true,
    linkify: false,
    headers: { level: [2, 3] },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    languageAlias: { mjs: 'js', cjs: 'js' },
    codeTransformers: [classesForStyles],
    config(markdown) {
      linksOutside(markdown);
      // Inline styles are against the policy: columns of numbers get a class.
      markdown.core.ruler.push('align-by-class', ({ tokens }) => {
        for (const token of tokens) {
          const align = token.attrGet('style')?.match(/^text-align:\s*(\w+)$/)?.[1];
          if (!align) continue;
          token.attrs = token.attrs?.filter(([name]) => name !== 'style') ?? null;
          token.attrJoin('class', align);
        }
      });
      // A wide table scrolls by itself, and by the keyboard.
      markdown.renderer.rules.table_open = () => '<div class="table" tabindex="0" role="group" aria-label="Table"><table>\n';
      markdown.renderer.rules.table_close = () => '</table></div>\n';
      // Code that is indented, and not fenced.
      markdown.renderer.rules.code_block = (tokens, index) =>
        `<div class="code"><pre tabindex="0"><code v-pre>${markdown.utils.escapeHtml(tokens[index].content)}</code></pre></div>\n`;
      // A column that needs no name has an empty cell, and no empty heading.
      markdown.core.ruler.push('empty-headings', ({ tokens }) => {
        for (let at = 0; at < tokens.length - 2; at += 1) {
          if (tokens[at].type !== 'th_open' || tokens[at + 1].content !== '') continue;
          tokens[at].tag = 'td';
          tokens[at + 2].tag = 'td';
        }
      });
    },
  },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'pass-muster' } } },
  themeConfig: { sidebar },
  async transformPageData(page, { siteConfig }) {
    if (page.description) return {};
    const text = await readFile(join(siteConfig.srcDir, page.filePath), 'utf8');
    return { description: firstSentences(text) };
  },
  transformHtml(html) {
    return html
      .replace(/<meta name="generator"[^>]*>\s*/, '')
      .replace(/<link rel="preload stylesheet"[^>]*>\s*/g, '')
      .replace(/<script id="check-mac-os">.*?<\/script>\s*/, '')
      .replace('<div style="position:relative;" class="prose">', '<div class="prose">')
      .replace('</head>', `${HEAD}</head>`);
  },
  async buildEnd({ outDir }) {
    await writeFile(join(outDir, 'code.css'), classRules());
    await copyLinked(outDir, HEAD);
  },
});
