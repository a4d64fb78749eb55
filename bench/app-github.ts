/**
 * The GitHub of app-load.ts, in a process of its own: installations with open pull requests, and runners that end each dispatched
 * run at once. Speaks with its parent by messages.
 */

import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { type DemoDelivery, signedDelivery, startDemoGithub } from '../src/app/demo/github.ts';
import { createRunner } from '../src/app/demo/runner.ts';
import { addPull, createDemoState, type DemoState } from '../src/app/demo/state.ts';

/** Of a result, as a run for a pull request leaves it. */
const SOURCE = { repository: 'https://github.example/org/desk', pull_request: null, base_branch: 'main' };

export interface GithubSize {
  installations: number;
  pulls: number;
  secret: string;
}

export type ToGithub = { size: GithubSize } | { app: string } | { count: true };
export type FromGithub =
  | { url: string }
  /** Heads with a completed check, checks in all, requests by route, and what was asked for in vain. */
  | { done: number; checks: number; comments: number; requests: [string, number][]; unknown: string[] };

/** A sha that tells installation and pull request. */
export const headOf = (installation: number, pull: number) =>
  `${installation.toString(16).padStart(20, '0')}${pull.toString(16).padStart(20, 'a')}`;
export const MAIN = 'b'.repeat(40);
export const placeOf = (installation: number) => ({ owner: `org-${installation}`, repo: 'desk' });

const CONFIG = `version: 1
model: org/model
adapters:
  desk:
    train: data/train.jsonl
    test: data/test.jsonl
`;

function seeded(installation: number, pulls: number): DemoState {
  const state = createDemoState({
    ...placeOf(installation),
    ...{ appId: 1, slug: 'lora-gate', installation, mainSha: MAIN },
    files: { 'lora-gate.yml': CONFIG },
    collaborators: { mia: 'maintain' },
  });
  for (let number = 1; number <= pulls; number++) {
    const head = { headSha: headOf(installation, number), headRef: `change-${number}`, baseSha: MAIN };
    addPull(state, {
      ...{ number, title: `Change ${number}`, author: 'ann', files: ['data/train.jsonl'], open: true },
      ...head,
    });
  }
  return state;
}

async function serve(): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const recorded = JSON.parse(await readFile('datasets/demo-results/good.json', 'utf8')) as { head: object };
  let app = '';
  let secret = '';
  let states: DemoState[] = [];

  const deliver = (state: DemoState, delivery: DemoDelivery) =>
    new Promise<void>((done) => {
      const { headers, body } = signedDelivery(state, secret, delivery);
      const sent = request(app, { method: 'POST', agent, headers }, (response) => {
        response.resume().once('end', done);
      });
      // As on GitHub, a delivery that fails is lost.
      sent.once('error', () => done()).end(body);
    });
  const runner = createRunner({
    deliver,
    resultOf: (_, __, sha) => JSON.stringify({ ...recorded, head: { sha, ref: 'change' }, source: SOURCE }),
    pause: () => new Promise((done) => setTimeout(done, 50)),
  });

  process.on('message', async (message: ToGithub) => {
    if ('size' in message) {
      const { installations, pulls } = message.size;
      secret = message.size.secret;
      states = Array.from({ length: installations }, (_, i) => seeded(i + 1, pulls));
      const github = await startDemoGithub({
        states,
        onDispatch: (state, inputs) => void runner(state, inputs),
      });
      process.on('message', (next: ToGithub) => {
        if (!('count' in next)) return;
        const ended = (state: DemoState) =>
          [...state.pulls.values()].filter(({ headSha }) =>
            state.checksOfSha.get(headSha)?.some(({ status }) => status === 'completed'),
          ).length;
        const sum = (of: (state: DemoState) => number) =>
          states.reduce((total, state) => total + of(state), 0);
        process.send?.({
          done: sum(ended),
          checks: sum(({ checks }) => checks.size),
          comments: sum(({ comments }) => comments.size),
          requests: [...github.counts],
          unknown: [...new Set(github.unknown)],
        } satisfies FromGithub);
      });
      process.send?.({ url: github.url } satisfies FromGithub);
    } else if ('app' in message) app = message.app;
  });
}

// Also imported for its names.
if (process.send && process.argv[2] === 'serve') await serve();
