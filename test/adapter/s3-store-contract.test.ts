/** S3 as a real server has it keeps the contract. */

import { describe, it } from 'vitest';
import type { EntryId } from '../../src/adapter/store/store-keeper.ts';
import { openBucket } from './s3-bucket.ts';
import { findS3Server, startS3Server } from './s3-server.ts';
import { storeContract } from './store-contract.ts';

const program = await findS3Server();

if (program === undefined) {
  describe('the contract of every store: S3', () => {
    it.skip('is not tested here: there is no server for it');
  });
} else {
  storeContract('S3', async () => {
    const server = await startS3Server(program);
    const bucket = await openBucket(server, 'team-store');
    const prefixOf = ({ trust, key }: EntryId) => `desk/adapters/${trust}/${key.slice(0, 2)}/${key}/`;
    const objectOf = async (id: EntryId, file: string) => {
      if (file === 'entry.json') return `${prefixOf(id)}entry.json`;
      const manifest = JSON.parse((await bucket.get(`${prefixOf(id)}entry.json`)).toString());
      return `${prefixOf(id)}${manifest.files[file].sha256}`;
    };
    return {
      place: { spec: 's3://team-store/desk/adapters', env: server.env },
      async change(id, file, to) {
        const object = await objectOf(id, file);
        const changed = to(await bucket.get(object));
        await (changed === undefined ? bucket.remove(object) : bucket.put(object, changed));
      },
      async copy(from, to) {
        for (const object of await bucket.list(prefixOf(from)))
          await bucket.put(`${prefixOf(to)}${object.slice(prefixOf(from).length)}`, await bucket.get(object));
      },
      hasBegun: async (id) => (await bucket.list(prefixOf(id))).length > 0,
      [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    };
  });
}
