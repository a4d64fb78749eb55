/** A model folder small enough to train in a second: the random weights and the tokenizer of test/golden, side by side. */

import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const fixture = (name: string) => fileURLToPath(new URL(`../golden/fixtures/${name}`, import.meta.url));

/** Makes the model in `folder` and returns that. */
export async function makeChatModel(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await cp(fixture('chat-model'), folder, { recursive: true });
  for (const name of ['tokenizer.json', 'tokenizer_config.json']) {
    await cp(path.join(fixture('tokenizers/gemma-like'), name), path.join(folder, name));
  }
  return folder;
}
