/** The Actions cache, as a stand-in of its service has it, keeps the contract. */

import { CACHE_VERSION } from '../../src/adapter/store/cache-home.ts';
import type { EntryId } from '../../src/adapter/store/store-keeper.ts';
import { CACHE_TOKEN, startCacheStandIn } from './cache-stand-in.ts';
import { changePack } from './changed-pack.ts';
import { storeContract } from './store-contract.ts';

storeContract('the Actions cache', async () => {
  const service = await startCacheStandIn();
  const prefixOf = ({ trust, key }: EntryId) => `lora-gate-${trust}-${key}-`;
  const newest = (id: EntryId) => {
    const found = service.entries.findLast(({ key }) => key.startsWith(prefixOf(id)));
    if (!found) throw new Error('there is no such entry');
    return found;
  };
  return {
    place: {
      spec: 'actions-cache',
      env: {
        ACTIONS_RESULTS_URL: service.url,
        ACTIONS_RUNTIME_TOKEN: CACHE_TOKEN,
        ACTIONS_CACHE_SERVICE_V2: 'true',
      },
    },
    async change(id, file, to) {
      const entry = newest(id);
      entry.blob = changePack(entry.blob, file, to);
    },
    async copy(from, to) {
      service.entries.push({ ...newest(from), key: `${prefixOf(to)}1` });
    },
    hasBegun: async (id) => service.reserved.has(`${CACHE_VERSION}/${prefixOf(id)}1`),
    stopWriters(stopped) {
      service.holdsUploads = stopped;
    },
    [Symbol.asyncDispose]: () => service[Symbol.asyncDispose](),
  };
});
