/** What the artifacts of a run are called: those of results, and of the parts that become one. */

import { createHash } from 'node:crypto';

/** One for each configuration and choice of adapters. */
export function artifactName(config: string, adapters: readonly string[] = []): string {
  if (config === 'lora-gate.yml' && adapters.length === 0) return 'lora-gate';
  // Artifact names take neither slashes nor everything that paths may hold.
  const readable = config.replace(/[^\w.-]+/g, '-').slice(0, 60);
  const hash = createHash('sha256')
    .update(JSON.stringify([config, adapters]))
    .digest('hex');
  return `lora-gate-${readable}-${hash.slice(0, 8)}`;
}

const MARK = '-part-';

/** `name` is that of the result which the part belongs to. */
export const partArtifactName = (name: string, part: string): string => `${name}${MARK}${part}`;

/** What follows the result's name; undefined for an artifact of something else. */
export function partOfArtifact(name: string, artifact: string): string | undefined {
  const prefix = `${name}${MARK}`;
  return artifact.startsWith(prefix) ? artifact.slice(prefix.length) : undefined;
}
