/** The configuration that a command is given by its path. */

import { readFile } from 'node:fs/promises';
import { type LoadedConfig, loadConfig } from '../config/load.ts';
import { messageOf, UserError } from '../errors.ts';

/** @throws UserError `config-missing`, and `config-invalid` with every problem. */
export async function readConfig(file: string): Promise<LoadedConfig> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new UserError('config-missing', `${file} cannot be read: ${messageOf(cause)}`, {
      hint: 'name the file with --config, or write one: see the README',
      cause,
    });
  });
  return loadConfig(text, { file });
}
