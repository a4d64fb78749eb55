/**
 * Where the files lie that come with the program and are read while it runs. One list for both of its forms: from the sources
 * they lie in the repository and in node_modules, and `npm run build` copies them under `dist/` at the same places. Does not
 * know what is in them.
 */

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Of this repository; a folder stands for all that is in it. */
export const OWN_FILES = [
  'app.yml',
  'datasets/demo-results',
  'datasets/general',
  'datasets/harbor-desk',
  'src/report/html/browser/report.css',
  'src/report/html/browser/report.js',
  'src/runtime/native/fused-kernels.h',
  'src/runtime/native/fused-ops.cc',
  'src/runtime/native/binding.cc',
  'src/runtime/native/quiet-load.cc',
  'src/runtime/native/row-pool.h',
  'src/train/accelerate/launch.py',
  'src/train/accelerate/lifeline.py',
  'src/train/accelerate/requirements.txt',
  'src/train/accelerate/train.py',
] as const;

/** Of npm packages: what is no JavaScript, so that no bundler takes it along. */
export const PACKAGE_FILES = {
  '@tensorflow/tfjs-backend-wasm': [
    'dist/tfjs-backend-wasm.wasm',
    'dist/tfjs-backend-wasm-simd.wasm',
    'dist/tfjs-backend-wasm-threaded-simd.wasm',
  ],
  '@tensorflow/tfjs-node-gpu': ['binding'],
  'node-api-headers': ['include'],
} as const;

/** The folder in `dist/` that holds PACKAGE_FILES. */
export const PACKAGES_FOLDER = 'packages';

/** The repository, or `dist/`: this file and every file of the bundle are one folder below it. */
const ROOT = fileURLToPath(new URL(/* webpackIgnore: true */ '../', import.meta.url));

/** The absolute path of a file or folder of this repository. */
export function ownFile(file: (typeof OWN_FILES)[number]): string {
  return path.join(ROOT, file);
}

/** As package.json has it; the one of `dist/` says little more. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** The absolute path of a package's file or folder. */
export function packageFile<Name extends keyof typeof PACKAGE_FILES>(
  name: Name,
  file: (typeof PACKAGE_FILES)[Name][number],
): string {
  const bundled = path.join(ROOT, PACKAGES_FOLDER, name);
  if (existsSync(bundled)) return path.join(bundled, file);
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return path.join(path.dirname(manifest), file);
}
