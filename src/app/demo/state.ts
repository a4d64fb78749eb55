/** What the demo's GitHub remembers of a repository, all in memory; found by number or sha without searching. */

export interface DemoPull {
  number: number;
  title: string;
  author: string;
  headSha: string;
  headRef: string;
  baseSha: string;
  files: string[];
  open: boolean;
  updatedAt?: string;
}

export interface DemoCheck {
  id: number;
  name: string;
  head_sha: string;
  external_id: string;
  details_url: string | null;
  status: string;
  conclusion: string | null;
  started_at: string;
  completed_at: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
  annotations: number;
}

export interface DemoComment {
  id: number;
  pull: number;
  login: string;
  body: string;
  created_at: string;
  updated_at: string;
  /** How many of each kind. */
  reactions: Record<string, number>;
}

export interface DemoRun {
  id: number;
  title: string;
  pull: number;
  headSha: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: 'success' | 'failure' | 'cancelled' | null;
  created_at: string;
  artifact: { id: number; name: string; zip: Buffer } | undefined;
}

export interface DemoState {
  owner: string;
  repo: string;
  appId: number;
  slug: string;
  installation: number;
  /** Where the workflow is on the default branch. */
  workflow: string;
  mainSha: string;
  /** Text by path, as on the base branch. */
  files: Map<string, string>;
  collaborators: Map<string, string>;
  pulls: Map<number, DemoPull>;
  pullOfSha: Map<string, DemoPull>;
  checks: Map<number, DemoCheck>;
  checksOfSha: Map<string, DemoCheck[]>;
  comments: Map<number, DemoComment>;
  commentsOfPull: Map<number, DemoComment[]>;
  runs: Map<number, DemoRun>;
  nextId(): number;
  now(): string;
}

export interface DemoSeed {
  owner: string;
  repo: string;
  appId: number;
  slug: string;
  /** Each repository has one of its own. */
  installation: number;
  mainSha: string;
  files: Readonly<Record<string, string>>;
  collaborators: Readonly<Record<string, string>>;
}

export function createDemoState(seed: DemoSeed): DemoState {
  // Ids are GitHub's, not a repository's.
  let ids = seed.installation * 1_000_000;
  return {
    owner: seed.owner,
    repo: seed.repo,
    appId: seed.appId,
    slug: seed.slug,
    installation: seed.installation,
    workflow: '.github/workflows/lora-gate.yml',
    mainSha: seed.mainSha,
    files: new Map(Object.entries(seed.files)),
    collaborators: new Map(Object.entries(seed.collaborators)),
    pulls: new Map(),
    pullOfSha: new Map(),
    checks: new Map(),
    checksOfSha: new Map(),
    comments: new Map(),
    commentsOfPull: new Map(),
    runs: new Map(),
    nextId: () => ++ids,
    now: () => new Date().toISOString(),
  };
}

export function addPull(state: DemoState, pull: DemoPull): void {
  state.pulls.set(pull.number, pull);
  state.pullOfSha.set(pull.headSha, pull);
}

/** One more at the end of a list in a map. */
export function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export function addComment(state: DemoState, pull: number, login: string, body: string): DemoComment {
  const now = state.now();
  const made = { id: state.nextId(), pull, login, body, created_at: now, updated_at: now, reactions: {} };
  state.comments.set(made.id, made);
  append(state.commentsOfPull, pull, made);
  return made;
}
