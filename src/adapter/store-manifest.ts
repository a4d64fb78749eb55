/**
 * The manifest of a store entry: what it is called, who wrote it, and the size and SHA-256 of each file. What is read
 * is not trusted: anything out of place makes the whole manifest unreadable.
 */

import { z } from 'zod';
import type { Json } from './content-key.ts';

/** The name of the manifest among an entry's files. */
export const MANIFEST = 'entry.json';

/** No manifest is larger. */
export const MOST_MANIFEST_BYTES = 1 << 20;

const fileSchema = z.strictObject({
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const manifestSchema = z.strictObject({
  schema: z.literal(1),
  key: z.string(),
  trust: z.enum(['base', 'approved', 'fork']),
  meta: z.json(),
  files: z.record(z.string(), fileSchema),
});

export type Manifest = Omit<z.infer<typeof manifestSchema>, 'meta'> & { meta: Json };

/** Whether a name is one for a file beside the manifest: no folders, nothing hidden, nothing a shell or a file system gives a meaning. */
export function isFileName(name: string): boolean {
  return name !== MANIFEST && /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(name);
}

export function formatManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The manifest, or undefined when it is not a whole manifest of exactly this entry. */
export function parseManifest(text: string, expected: { key: string; trust: string }): Manifest | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = manifestSchema.safeParse(document);
  if (!parsed.success) return undefined;
  const { key, trust, files } = parsed.data;
  if (key !== expected.key || trust !== expected.trust) return undefined;
  return Object.keys(files).every(isFileName) ? (parsed.data as Manifest) : undefined;
}
