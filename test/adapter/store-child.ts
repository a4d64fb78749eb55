/** Puts one entry into a store: `store-child.ts JSON`; the parent kills it on the way. Prints `writing` before it begins. */

import type { TrustLevel } from '../../src/adapter/store.ts';
import { openMachine } from './store-machine.ts';

const { spec, env, key, trust, files, bytes } = JSON.parse(process.argv[2] ?? '') as {
  spec: string;
  env: Record<string, string>;
  key: string;
  trust: TrustLevel;
  files: number;
  bytes: number;
};
await using machine = await openMachine({ spec, env });
const names = Array.from({ length: files }, (_, i) => `file-${i}.bin`);
process.stdout.write('writing\n');
await machine.store.put(key, new Map(names.map((name, i) => [name, Buffer.alloc(bytes, i)])), {
  trust,
  meta: null,
});
process.stdout.write('written\n');
