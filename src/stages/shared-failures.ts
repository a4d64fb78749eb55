/**
 * Which errors are one adapter's own, so that the others are judged all the same, and which are everybody's: without a runtime, the
 * base model, git or a disk there is nothing to go on with. Knows no stage and no verdict.
 */

import { UserError } from '../errors.ts';
import type { ModelPool } from '../model/model-pool.ts';

/** The machine or whoever runs it, whatever adapter was at work. */
const EVERYBODYS: ReadonlySet<string> = new Set([
  'interrupted',
  'out-of-time',
  'disk-full',
  'runtime-disk-full',
  'store-unwritable',
  'cache-not-writable',
  'checkpoint-unwritable',
  'gpu-lost',
  'git-missing',
  'git-failed',
]);

export interface SharedFailures {
  /** The same models; what they throw is remembered as everybody's: all adapters rest on one base model and one runtime. */
  models: ModelPool;
  /** Whether an error ends the run for all adapters. */
  concernsAll(thrown: unknown): boolean;
}

/** Whether an error is the machine's or of whoever runs it, whatever adapter was at work. */
export const isEverybodys = (thrown: unknown): boolean =>
  thrown instanceof UserError && EVERYBODYS.has(thrown.code);

export function sharedFailures(own: ModelPool): SharedFailures {
  const seen = new Set<unknown>();
  const noticed =
    <A extends unknown[], T>(work: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      try {
        return await work(...args);
      } catch (thrown) {
        seen.add(thrown);
        throw thrown;
      }
    };
  return {
    models: {
      text: noticed(own.text),
      load: noticed(own.load),
      runtime: noticed(own.runtime),
      open: noticed(async (...args: Parameters<ModelPool['open']>) => {
        const model = await own.open(...args);
        return { ...model, decoder: noticed(model.decoder) };
      }),
      dispose: own.dispose,
    },
    concernsAll: (thrown) => seen.has(thrown) || isEverybodys(thrown),
  };
}
