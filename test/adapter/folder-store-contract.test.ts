/** The folder of a persistent runner, which all machines of the tests share, keeps the contract. */

import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EntryId } from '../../src/adapter/store/store-keeper.ts';
import { entryFolder } from '../../src/adapter/store.ts';
import { storeContract } from './store-contract.ts';

storeContract('a folder', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'lora-gate-shared-'));
  const folderOf = ({ trust, key }: EntryId) => entryFolder(root, trust, key);
  return {
    place: { spec: root, env: {} },
    async change(id, file, to) {
      const at = path.join(folderOf(id), file);
      const changed = to(await readFile(at));
      await (changed === undefined ? rm(at) : writeFile(at, changed));
    },
    copy: (from, to) => cp(folderOf(from), folderOf(to), { recursive: true }),
    async hasBegun() {
      const names = await readdir(path.join(root, 'tmp'), { recursive: true }).catch(() => []);
      return names.some((name) => name.endsWith('.bin'));
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
});
