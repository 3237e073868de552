/**
 * `npm run release`: checks that a release can be made, builds and tests it, and tags it.
 *
 * `npm run release -- --check` only checks. The tag is pushed by hand; .github/workflows/release.yml publishes what is
 * tagged, with provenance.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure, ROOT, fail, run } from './setup.mjs';

/**
 * What keeps the sources in a folder from being published: what only their owner can fill in, and versions that disagree.
 *
 * @param {string} folder
 * @returns {string[]} One sentence each; none where all is well.
 */
export function obstacles(folder) {
  const read = (/** @type {string} */ name) => readFileSync(join(folder, name), 'utf8');
  const found = [];

  const manifest = JSON.parse(read('package.json'));
  for (const name of ['repository', 'homepage', 'bugs']) {
    const value = manifest[name]?.url ?? manifest[name];
    if (!/^(git\+)?https:\/\/[^/\s]+\.[^/\s]+\/\S+$/.test(value ?? ''))
      found.push(`package.json: ${name} must be an https URL of the project's, and is ${JSON.stringify(value) ?? 'missing'}.`);
  }

  const crate = read('Cargo.toml');
  /** @param {string} key */
  const field = (key) => crate.match(new RegExp(`^${key} = "([^"]*)"`, 'm'))?.[1];
  if (!field('repository')?.startsWith('https://'))
    found.push(`Cargo.toml: repository must be an https URL of the project's, and is ${field('repository') ?? 'missing'}.`);

  const reports = read('SECURITY.md').match(/^Reports go to: (.*)$/m)?.[1] ?? '';
  if (!/^<?(mailto:|https:\/\/)?\S+[@/]\S+\.?\S*>?$/.test(reports))
    found.push('SECURITY.md: "Reports go to:" must name an e-mail address or an https URL.');

  const version = manifest.version;
  if (field('version') !== version)
    found.push(`Cargo.toml has version ${field('version')}, package.json has ${version}: they must agree.`);
  if (!new RegExp(`^## ${version.replaceAll('.', '\\.')} \\(\\d{4}-\\d{2}-\\d{2}\\)$`, 'm').test(read('CHANGELOG.md'))) {
    found.push(`CHANGELOG.md: there must be a heading "## ${version} (YYYY-MM-DD)" with the date of the release.`);
  }
  return found;
}

/** @param {...string} args */
const git = (...args) => run('git', args, { stdio: ['ignore', 'pipe', 'inherit'] }).trim();

function main() {
  const found = obstacles(ROOT);
  if (found.length > 0) throw new Failure(`Nothing can be released yet:\n${found.map((sentence) => `- ${sentence}`).join('\n')}`);
  if (process.argv.includes('--check')) return console.log('All that a release needs is filled in.');

  const tag = `v${JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version}`;
  if (git('status', '--porcelain')) throw new Failure('The work tree has changes: commit or stash them first.');
  if (git('branch', '--show-current') !== 'main') throw new Failure('A release is made from the branch main.');
  if (git('tag', '--list', tag)) throw new Failure(`The tag ${tag} exists: raise the version in package.json and Cargo.toml.`);
  run('npm', ['test']);
  run('npm', ['publish', '--dry-run', '--ignore-scripts']);
  run('cargo', ['publish', '--dry-run', '--package', 'passmuster']);
  run('git', ['tag', '--annotate', tag, '--message', `passmuster ${tag}`]);
  console.log(
    `\nTagged ${tag}. To publish to npm: git push origin ${tag}. To publish the crate: cargo publish --package passmuster`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    fail(error);
  }
}
