/**
 * Builds `dist/`: all entries in one bundle that needs no node_modules. `--check` builds in another folder
 * and tells what differs. Nothing of the machine goes in, so that the same sources give the same bytes.
 */

import { chmod, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import { OWN_FILES, PACKAGE_FILES, PACKAGES_FOLDER } from '../src/assets.ts';
import { bundle } from './bundle.ts';
import { licencesText, packagesOf } from './licences.ts';
import { transpile } from './transpile.ts';

/** Each becomes `dist/NAME/index.js`, as soon as `src/NAME.ts` is there. */
const ENTRIES = ['cli', 'action', 'app'];
/** Where the bundle's own files are, beside the entries. */
const BUNDLE = 'lib';

async function build(out: string): Promise<void> {
  const entries = await existing(ENTRIES);
  const sources = path.resolve('build/bundle-sources');
  await transpile(path.resolve('src'), sources);
  // Each a chunk of its own, loaded when asked for; what several need is there once.
  const loaders = entries.map((name) => `export const ${name} = () => import('./src/${name}.js');\n`);
  await writeFile(path.join(sources, 'index.js'), loaders.join(''));
  const { files, modules } = await bundle(path.join(sources, 'index.js'));

  await rm(out, { recursive: true, force: true });
  for (const [name, content] of files) await write(path.join(out, BUNDLE, name), content);
  for (const name of entries) {
    const file = path.join(out, name, 'index.js');
    await write(
      file,
      `#!/usr/bin/env node\nimport { ${name} } from '../${BUNDLE}/index.js';\n\nawait ${name}();\n`,
    );
    await chmod(file, 0o755);
  }
  const { name, version, license } = JSON.parse(await readFile('package.json', 'utf8'));
  await write(
    path.join(out, 'package.json'),
    `${JSON.stringify({ name, version, license, type: 'module' }, null, 2)}\n`,
  );
  for (const file of OWN_FILES) await copy(file, path.join(out, file));
  for (const [name, files] of Object.entries(PACKAGE_FILES)) {
    for (const file of files) {
      await copy(path.join('node_modules', name, file), path.join(out, PACKAGES_FOLDER, name, file));
    }
  }
  const copied = Object.keys(PACKAGE_FILES).map((name) => path.resolve('node_modules', name));
  await write(path.join(out, 'LICENSES.txt'), await licencesText(await packagesOf(modules, copied)));
}

async function existing(names: readonly string[]): Promise<string[]> {
  const files = await readdir('src');
  return names.filter((name) => files.includes(`${name}.ts`));
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Without what makes a dataset, and what that leaves behind. */
async function copy(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, filter: (source) => !/\.py$|__pycache__|\/\./.test(source) });
}

/** The path, mode and content of every file, as text to compare. */
async function snapshot(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const executable = ((await stat(file)).mode & 0o100) !== 0;
    files.set(path.relative(folder, file), `${executable} ${await readFile(file, 'latin1')}`);
  }
  return files;
}

/** What is missing, too much or not the same in `found`; empty when nothing is. */
async function differences(found: string, expected: string): Promise<string[]> {
  const [is, should] = await Promise.all([snapshot(found).catch(() => new Map()), snapshot(expected)]);
  return [...new Set([...is.keys(), ...should.keys()])]
    .filter((file) => is.get(file) !== should.get(file))
    .map((file) => `${!is.has(file) ? 'missing' : !should.has(file) ? 'not built' : 'differs'}: ${file}`)
    .sort();
}

/**
 * What the sources build in another folder, with a copy of all packages there: a path of this one that found its way in would
 * differ as well.
 */
async function buildElsewhere(): Promise<string> {
  const folder = path.resolve('build/elsewhere');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const own = OWN_FILES.map((file) => file.split('/')[0] as string);
  for (const name of new Set(['package.json', 'src', 'scripts', ...own])) {
    await cp(name, path.join(folder, name), { recursive: true });
  }
  // Links would be followed back to here; hard links are not.
  await execa('cp', ['-al', 'node_modules', path.join(folder, 'node_modules')]);
  await execa('npm', ['run', '--silent', 'build'], { cwd: folder, stdio: 'inherit' });
  return folder;
}

process.chdir(path.join(import.meta.dirname, '..'));
if (process.argv.includes('--check')) {
  const elsewhere = await buildElsewhere();
  const different = await differences('dist', path.join(elsewhere, 'dist'));
  await rm(elsewhere, { recursive: true, force: true });
  for (const line of different.slice(0, 20)) console.error(line);
  if (different.length > 0) {
    console.error('dist/ is not what the sources build: run `npm run build` and commit dist');
    process.exitCode = 1;
  }
} else {
  await build('dist');
}
