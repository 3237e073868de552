/** What `npm run release` refuses to publish. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { obstacles } from '../../scripts/release.mjs';

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'passmuster-release-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Sources that could be released, but for what is changed. @param {Record<string, string>} [changed] */
function sources(changed = {}) {
  const whole = {
    'package.json': JSON.stringify({
      version: '1.2.3',
      repository: { type: 'git', url: 'git+https://git.example/team/passmuster.git' },
      homepage: 'https://git.example/team/passmuster#readme',
      bugs: { url: 'https://git.example/team/passmuster/issues' },
    }),
    'Cargo.toml': '[package]\nname = "passmuster"\nversion = "1.2.3"\nrepository = "https://git.example/team/passmuster"\n',
    'SECURITY.md': '# Security\n\nReports go to: security@git.example\n',
    'CHANGELOG.md': '# Changelog\n\n## 1.2.3 (2030-01-31)\n',
  };
  for (const [name, text] of Object.entries({ ...whole, ...changed })) writeFileSync(join(folder, name), text);
  return folder;
}

test('a release is made where everything is filled in', () => {
  assert.deepEqual(obstacles(sources()), []);
});

/** @type {[string, Record<string, string>, RegExp[]][]} */
const refused = [
  ['its addresses', { 'package.json': '{ "version": "1.2.3" }' }, [/repository/, /homepage/, /bugs/]],
  [
    'a real address in place of a note',
    { 'package.json': JSON.stringify({ version: '1.2.3', repository: 'https://a.example/b', homepage: 'TODO', bugs: '' }) },
    [/homepage/, /bugs/],
  ],
  ['the crate’s repository', { 'Cargo.toml': 'version = "1.2.3"\n' }, [/Cargo\.toml: repository/]],
  ['an address for reports', { 'SECURITY.md': 'Reports go to: (no address yet)\n' }, [/SECURITY/]],
  [
    'one version',
    { 'Cargo.toml': 'version = "1.2.2"\nrepository = "https://git.example/team/passmuster"\n' },
    [/1\.2\.2.*1\.2\.3/],
  ],
  ['the changes of this version, dated', { 'CHANGELOG.md': '## 1.2.2 (2030-01-01)\n\n## 1.2.3\n' }, [/CHANGELOG/]],
];
for (const [what, changed, expected] of refused) {
  test(`no release is made without ${what}`, () => {
    const found = obstacles(sources(changed));
    assert.equal(found.length, expected.length, found.join('\n'));
    expected.forEach((pattern, index) => {
      assert.match(found[index], pattern);
    });
  });
}
