/** What the name of a model means, told from how it is written alone: nothing that lies somewhere can take the place of what is meant. */

export type ModelKind = 'hub' | 'path' | 'pip';

export const MODEL_FORMS = 'org/name[@revision] | ./folder | file.gguf | pip:package==version/file.gguf';

/** `org/name` and `name` are of the hub, also where a folder is called so: a folder begins with `./`, `../` or `/`, or is three names deep. */
export function modelKind(spec: string): ModelKind {
  if (spec.startsWith('pip:')) return 'pip';
  const beforeRevision = spec.split('@', 1)[0] as string;
  const isPath =
    /^[./]|^[A-Za-z]:[\\/]/.test(spec) || spec.endsWith('.gguf') || beforeRevision.split('/').length > 2;
  return isPath ? 'path' : 'hub';
}
