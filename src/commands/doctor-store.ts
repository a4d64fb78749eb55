/** The doctor's line on the store: whether it can be reached and written. */

import { randomUUID } from 'node:crypto';
import { access, constants, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentKey } from '../adapter/content-key.ts';
import { CACHE_VERSION } from '../adapter/store/cache-home.ts';
import { openCacheService } from '../adapter/store/cache-service.ts';
import { s3AccessOf } from '../adapter/store/s3-access.ts';
import type { StoreSpec } from '../adapter/store/store-spec.ts';
import { messageOf, UserError } from '../errors.ts';
import type { Diagnosis } from '../runtime/diagnosis.ts';
import { nearestExisting } from '../runtime/doctor.ts';
import type { CommandContext } from './context.ts';
import { NO_CACHE, storeSpec } from './open-store.ts';

type StoreContext = Pick<CommandContext, 'env' | 'signal'>;

/** What stands in the way of using the store, in words; it is tried as a run would use it. */
export async function diagnoseStore(given: string | undefined, context: StoreContext): Promise<Diagnosis> {
  const name = 'store';
  let where = given ?? '';
  try {
    const spec = storeSpec(given, context.env);
    where = nameOf(spec);
    await tryStore(spec, context);
    return {
      name,
      ok: true,
      found: `${where} ${spec.kind === 'actions-cache' ? 'answers' : 'can be written'}`,
    };
  } catch (error) {
    const hint = error instanceof UserError ? error.hint : undefined;
    return { name, ok: false, found: `${where}: ${messageOf(error)}`, fix: hint ?? FIX };
  }
}

const FIX = 'check that it is reached from here and may be written, or name another one with --store';

function nameOf(spec: StoreSpec): string {
  if (spec.kind === 'folder') return spec.folder;
  return spec.kind === 's3' ? `s3://${spec.bucket}/${spec.prefix}` : 'the Actions cache';
}

async function tryStore(spec: StoreSpec, { env, signal }: StoreContext): Promise<void> {
  if (spec.kind === 'folder') return tryFolder(spec.folder);
  if (spec.kind === 's3') {
    const { openS3 } = await import('../adapter/store/s3-client.ts');
    const { tryS3 } = await import('../adapter/store/s3-home.ts');
    const access = s3AccessOf((name) => env.variable?.(name));
    return tryS3(spec, openS3(spec, access, { signal }), randomUUID());
  }
  if (!env.actionsCache) throw new Error(NO_CACHE);
  // A key that nobody has written: asking is enough to know that it answers, and what is written there cannot be taken back.
  await openCacheService(env.actionsCache, { signal }).find(contentKey(randomUUID()), CACHE_VERSION);
}

async function tryFolder(folder: string): Promise<void> {
  const nearest = await nearestExisting(folder);
  // The first run makes it; the doctor leaves nothing behind.
  if (nearest !== folder) return access(nearest, constants.W_OK);
  const scratch = path.join(folder, 'tmp', randomUUID());
  await mkdir(scratch, { recursive: true });
  await writeFile(path.join(scratch, 'doctor'), '');
  await rm(scratch, { recursive: true });
}
