/** The licences of everything in the bundle are beside it, and none of them asks for more than that. */

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { licencesText, packagesOf } from '../../scripts/licences.ts';
import { DIST } from './alone.ts';

const text = await readFile(path.join(DIST, 'LICENSES.txt'), 'utf8');
const listed = [...text.matchAll(/^-{80}\n\n(\S+) (\S+)\n\nLicence: (.+)$/gm)].map(
  ([, name, version, licence]) => ({ name: name!, version: version!, licence: licence! }),
);

describe('LICENSES.txt', () => {
  it('names every package whose modules the bundle says it holds', async () => {
    const lib = path.join(DIST, 'lib');
    const names = new Set<string>();
    for (const file of await readdir(lib)) {
      const code = await readFile(path.join(lib, file), 'utf8');
      const modules = code.matchAll(/MODULE: \.\/(?:\S*\/)?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//g);
      for (const [, name] of modules) names.add(name!);
    }
    expect(names.size).toBeGreaterThan(20);
    expect([...names].filter((name) => !listed.some((one) => one.name === name))).toEqual([]);
  });

  it('names the packages of which only files are copied', () => {
    expect(listed.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'node-api-headers',
        '@tensorflow/tfjs-node-gpu',
        '@tensorflow/tfjs-backend-wasm',
      ]),
    );
  });

  it('holds the whole licence of a package that has one', async () => {
    for (const name of ['zod', 'commander', 'node-api-headers', 'eld']) {
      const folder = path.join('node_modules', name);
      const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
      const licence = await readFile(path.join(folder, file!), 'utf8');
      expect(text).toContain(licence.replaceAll('\r\n', '\n').trim());
    }
  });

  it('has no licence that would hold for the whole program', () => {
    const alone = listed.filter(({ licence }) => /GPL|EUPL|SSPL|BUSL/i.test(licence));
    expect(alone).toEqual([]);
  });
});

describe('the build', () => {
  let root: string;
  const make = async (name: string, license: string | undefined) => {
    const folder = path.join(root, 'node_modules', name);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name, version: '1.2.3', license }));
    await writeFile(path.join(folder, 'LICENSE.md'), `the words of ${name}\r\n`);
    return new Set([path.join(folder, 'dist', 'index.js')]);
  };
  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'lora-gate-licences-'));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it.each(['GPL-3.0-only', 'AGPL-3.0', 'MIT AND GPL-2.0', undefined])(
    'refuses a package under %s',
    async (license) => {
      const modules = await make('@deep/taken', license);
      await expect(packagesOf(modules, [])).rejects.toThrow(
        `may not be bundled: @deep/taken@1.2.3 (${license ?? 'none'})`,
      );
    },
  );

  it('takes a package that leaves the choice, once, with its words', async () => {
    const modules = await make('free', '(GPL-3.0 OR MIT)');
    modules.add([...modules][0]!.replace('index', 'other'));
    const packages = await packagesOf(modules, []);
    expect(packages.map(({ name }) => name)).toEqual(['free']);
    expect(licencesText(packages)).toContain(
      'free 1.2.3\n\nLicence: (GPL-3.0 OR MIT)\n\nthe words of free\n',
    );
  });
});
