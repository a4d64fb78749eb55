/**
 * TypeScript to JavaScript, file by file, as ES modules: the bundler's own way would make CommonJS of it, in which no module can
 * await. Types are checked elsewhere.
 */

import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
};

/** Writes the sources of `src` as JavaScript to `out/src`, and the package.json that says what they are. */
export async function transpile(src: string, out: string): Promise<void> {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await cp('package.json', path.join(out, 'package.json'));
  for (const name of (await readdir(src, { recursive: true })).sort()) {
    if (!name.endsWith('.ts')) continue;
    const text = await readFile(path.join(src, name), 'utf8');
    const file = path.join(out, 'src', name.replace(/\.ts$/, '.js'));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, ts.transpileModule(text, { fileName: name, compilerOptions: OPTIONS }).outputText);
  }
}
