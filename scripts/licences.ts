/** The licences of what is bundled, in one text; refuses a package whose licence does not let it be given away in a bundle. */

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Those that ask for no more than their text. */
const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
];

export interface BundledPackage {
  name: string;
  version: string;
  license: string;
  /** Each file of the package that has a licence or a notice in it. */
  texts: string[];
}

/** The packages that the files are of, and those in the other folders, by name. */
export async function packagesOf(
  modules: ReadonlySet<string>,
  folders: readonly string[],
): Promise<BundledPackage[]> {
  const found = new Set(folders);
  for (const file of modules) {
    const folder = /^.*\/node_modules\/(@[^/]+\/)?[^/]+/.exec(file)?.[0];
    if (folder !== undefined) found.add(folder);
  }
  const packages = await Promise.all([...found].map(readPackage));
  const refused = packages.filter(({ license }) => !isAllowed(license));
  if (refused.length > 0) {
    const names = refused.map((one) => `${key(one)} (${one.license})`).sort();
    throw new Error(`may not be bundled: ${names.join(', ')}; these may: ${ALLOWED.join(', ')}`);
  }
  const sorted = packages.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return sorted.filter((one, i) => i === 0 || key(one) !== key(sorted[i - 1]!));
}

const key = ({ name, version }: BundledPackage) => `${name}@${version}`;

async function readPackage(folder: string): Promise<BundledPackage> {
  const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  const { name, version, license = 'none' } = manifest as { name: string; version: string; license?: string };
  return { name, version, license, texts: texts.map((text) => text.replaceAll('\r\n', '\n').trim()) };
}

/** Of alternatives one is enough. */
function isAllowed(license: string): boolean {
  const alternatives = license.replace(/^\(|\)$/g, '').split(/ or /i);
  return alternatives.some((one) => one.split(/ and /i).every((part) => ALLOWED.includes(part)));
}

/** A heading for each package, and its texts. */
export function licencesText(packages: readonly BundledPackage[]): string {
  const sections = packages.map(({ name, version, license, texts }) =>
    [`${name} ${version}`, `Licence: ${license}`, ...texts].join('\n\n'),
  );
  const intro = `The licences of the ${packages.length} packages that are bundled here.`;
  return `${[intro, ...sections].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
