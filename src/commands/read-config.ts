/** The configuration that a command is given by its path, over the defaults that it is given for `_extends`. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Option } from 'commander';
import type { LoadedConfig } from '../config/load.ts';
import { type DefaultsReader, resolveConfig } from '../config/resolve.ts';
import { messageOf, UserError } from '../errors.ts';
import { repositoryRoot } from '../plan/git.ts';

/** Of every command that reads a configuration: commands fetch nothing from another repository. */
export const extendsFileOption = () =>
  new Option(
    '--extends <file>',
    'what `_extends` of the configuration names, where it has that key: a copy on this machine',
  );

async function readText(file: string, hint: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause) => {
    throw new UserError('config-missing', `${file} cannot be read: ${messageOf(cause)}`, { hint, cause });
  });
}

/** What the configuration's paths are relative to: the top of the checkout that it lies in, as in a run; its folder where that is in none. */
export async function checkoutOf(file: string): Promise<string> {
  const folder = path.dirname(path.resolve(file));
  return repositoryRoot(folder).catch((error) => {
    if (error instanceof UserError) return folder;
    throw error;
  });
}

/** Undefined where none was given. */
export function defaultsFrom(extendsFile: string | undefined): DefaultsReader | undefined {
  if (extendsFile === undefined) return undefined;
  return async ({ owner, repo }) => {
    const text = await readText(extendsFile, 'name a copy of what `_extends` names with --extends');
    const bytes = Buffer.from(text);
    // As git names the content.
    const sha = createHash('sha1').update(`blob ${bytes.byteLength}\0`).update(bytes).digest('hex');
    const repository = owner === null ? repo : `${owner}/${repo}`;
    return { repository, path: path.basename(extendsFile), sha, text };
  };
}

/** @throws UserError `config-missing`, `extends-unresolved`, and `config-invalid` with every problem. */
export async function readConfig(file: string, extendsFile?: string): Promise<LoadedConfig> {
  const text = await readText(file, 'name the file with --config, or write one: see the README');
  const readDefaults = defaultsFrom(extendsFile);
  return resolveConfig({ text, file }, { path: 'lora-gate.yml', readDefaults });
}
