/** What the stand-in for GitHub remembers, and how a test changes it from outside. Knows nothing of HTTP. */

export interface PullFile {
  filename: string;
  status?: 'added' | 'removed' | 'modified' | 'renamed';
  previous_filename?: string;
}

export interface Pull {
  number: number;
  head: {
    sha: string;
    ref: string /** `owner/name`; another than the base's for a fork, null for a deleted one. */;
    repo: string | null;
  };
  base: { sha: string; ref: string };
  author: string;
  title: string;
  draft: boolean;
  state: 'open' | 'closed';
  labels: string[];
  files: PullFile[];
}

export interface Comment {
  id: number;
  pull: number;
  login: string;
  body: string;
  created_at: string;
  updated_at: string;
}

export interface Annotation {
  path: string;
  start_line: number;
  end_line: number;
  annotation_level: 'notice' | 'warning' | 'failure';
  message: string;
  title?: string;
  raw_details?: string;
}

export interface Check {
  id: number;
  name: string;
  head_sha: string;
  /** Slug of the App that made it. */
  app: string;
  external_id: string;
  details_url: string | null;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: string | null;
  started_at: string;
  completed_at: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
  annotations: Annotation[];
  /** Its buttons. */
  actions: { label: string; description: string; identifier: string }[];
}

export interface Status {
  id: number;
  sha: string;
  login: string;
  state: string;
  context: string;
  description: string | null;
  target_url: string | null;
  created_at: string;
}

export interface WorkflowRun {
  id: number;
  head_sha: string;
  head_branch: string;
  event: string;
  status: string;
  conclusion: string | null;
  run_attempt: number;
  path: string;
  display_title?: string;
  /** Login of who started it. */
  actor?: string;
}

export interface State {
  /** `owner/name`. */
  repo: string;
  pulls: Pull[];
  comments: Comment[];
  checks: Check[];
  statuses: Status[];
  reactions: { comment: number; login: string; content: string }[];
  dispatches: { workflow: string; ref: string; inputs: Record<string, unknown> }[];
  runs: WorkflowRun[];
  /** Branches that tests look for: `refs/heads/…`. */
  refs: { ref: string; sha: string }[];
  /** Login → what it may do in the repository; everybody else may read. */
  collaborators: Record<string, 'admin' | 'maintain' | 'write' | 'triage' | 'read'>;
  nextId(): number;
  /** A time that moves one second each time it is read: no test depends on the clock. */
  now(): string;
}

export type PullSeed = Partial<Omit<Pull, 'head' | 'base'>> & {
  number: number;
  head: Partial<Pull['head']> & { sha: string };
  base?: Partial<Pull['base']>;
};

export function makePull(repo: string, seed: PullSeed): Pull {
  return {
    author: 'contributor',
    title: `Change ${seed.number}`,
    draft: false,
    state: 'open',
    labels: [],
    files: [],
    ...seed,
    head: { ref: `change-${seed.number}`, repo, ...seed.head },
    base: { ref: 'main', sha: 'b'.repeat(40), ...seed.base },
  };
}

export function makeState(repo: string, pulls: readonly PullSeed[]): State {
  let ids = 1000;
  let seconds = Date.UTC(2026, 0, 1) / 1000;
  return {
    repo,
    pulls: pulls.map((seed) => makePull(repo, seed)),
    comments: [],
    checks: [],
    statuses: [],
    reactions: [],
    dispatches: [],
    runs: [],
    refs: [],
    collaborators: {},
    nextId: () => ++ids,
    now: () => new Date(++seconds * 1000).toISOString().replace('.000Z', 'Z'),
  };
}
