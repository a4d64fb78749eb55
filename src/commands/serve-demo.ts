/**
 * `lora-gate serve --demo`: the app against a GitHub on this machine, with two pull requests whose trainings were recorded. Shows
 * what people on GitHub would see, and needs no App, no GPU and no network.
 */

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { AppOptions } from '../app/create-app.ts';
import { WEBHOOK_PATH } from '../app/deliveries.ts';
import { type DemoDelivery, signedDelivery, startDemoGithub } from '../app/demo/github.ts';
import * as objects from '../app/demo/objects.ts';
import { createRunner } from '../app/demo/runner.ts';
import { addComment, addPull, createDemoState, type DemoCheck, type DemoState } from '../app/demo/state.ts';
import { serveApp } from '../app.ts';
import { ownFile } from '../assets.ts';
import { UserError } from '../errors.ts';
import { DEMO_MODEL, DEMO_PULL_REQUESTS, demoConfig } from './demo-repository.ts';

export interface ServeDemoOptions {
  print: (text: string) => void;
  signal: AbortSignal;
  /** Between the steps of a run. */
  pauseMilliseconds?: number;
  /** For each thing that is waited for. */
  mostSeconds?: number;
  /** Of the app, such as a client without waits. */
  app?: AppOptions;
}

interface Recorded {
  base: { sha: string };
  head: { sha: string };
}

const MAINTAINER = 'mia';
const WAIVER = '/lora-gate waive perplexity the old answers quoted last year’s berth prices';

async function seeded(): Promise<{ state: DemoState; results: Map<number, string> }> {
  const results = new Map<number, string>();
  const read = async (name: string, number: number) => {
    const text = await readFile(path.join(ownFile('datasets/demo-results'), `${name}.json`), 'utf8');
    const recorded = JSON.parse(text) as Recorded;
    // Recorded on a command line, which knows no GitHub.
    const source = {
      repository: 'https://github.example/harbor/desk',
      pull_request: number,
      base_branch: 'main',
    };
    results.set(number, JSON.stringify({ ...recorded, source }));
    return recorded;
  };
  const recorded = await Promise.all(DEMO_PULL_REQUESTS.map((name, i) => read(name, i + 1)));
  const mainSha = recorded[0]?.base.sha ?? '';
  const state = createDemoState({
    ...{ owner: 'harbor', repo: 'desk', appId: 1, slug: 'lora-gate', installation: 1, mainSha },
    files: { 'lora-gate.yml': demoConfig(DEMO_MODEL) },
    collaborators: { [MAINTAINER]: 'maintain' },
  });
  for (const [i, { head }] of recorded.entries()) {
    const title = i === 0 ? 'More answers of the harbour desk' : 'Answers from another desk';
    addPull(state, {
      ...{ number: i + 1, title, author: 'ann', headRef: DEMO_PULL_REQUESTS[i] as string },
      ...{ headSha: head.sha, baseSha: mainSha, open: true },
      files: ['datasets/harbor-desk/train.jsonl'],
    });
  }
  return { state, results };
}

const lastCheck = (state: DemoState, number: number): DemoCheck | undefined =>
  state.checksOfSha.get(state.pulls.get(number)?.headSha ?? '')?.at(-1);

const botComment = (state: DemoState, number: number) =>
  state.commentsOfPull.get(number)?.find(({ login }) => login === `${state.slug}[bot]`)?.body ?? '';

/** What is seen of a comment before anything is unfolded. */
function open(comment: string): string {
  const folded = [...comment.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, title]) => title);
  const [seen = ''] = comment.replace(/<!--.*?-->/gs, '').split('<details>');
  return folded.length === 0 ? seen : `${seen.trimEnd()}\n\n▸ ${folded.join('\n▸ ')}\n`;
}

/** @throws UserError where the app does not get there */
export async function serveDemo(options: ServeDemoOptions): Promise<void> {
  const { print, signal, pauseMilliseconds = 500, mostSeconds = 90 } = options;
  const { state, results } = await seeded();
  const secret = randomBytes(32).toString('hex');
  let address = '';
  const deliver = async (of: DemoState, delivery: DemoDelivery) => {
    await fetch(address, { method: 'POST', ...signedDelivery(of, secret, delivery), signal });
  };
  const runner = createRunner({
    deliver,
    resultOf: (_, number) => results.get(number) ?? '',
    pause: () => wait(pauseMilliseconds, undefined, { signal }),
  });
  const runs: Promise<void>[] = [];
  await using github = await startDemoGithub({
    states: [state],
    onDispatch: (of, inputs) => runs.push(runner(of, inputs).catch(() => {})),
  });
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const settings = {
    ...{ appId: 1, webhookSecret: secret, host: '127.0.0.1', port: 0, logLevel: 'fatal' as const },
    privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    ...{ redisUrl: undefined, apiUrl: github.url, workflow: 'lora-gate.yml' },
    welcome: 'off' as const,
  };
  const app = await serveApp(settings, options.app);
  address = app.url + WEBHOOK_PATH;

  async function until(what: string, reached: () => boolean): Promise<void> {
    const end = performance.now() + mostSeconds * 1000;
    while (!reached()) {
      if (performance.now() > end) {
        throw new UserError('demo-stuck', `the app did not ${what} within ${mostSeconds} s`, {
          problems: github.unknown.map((one) => `asked the demo’s GitHub in vain for ${one}`),
          hint: 'This is a bug of lora-gate: please report it with these lines.',
        });
      }
      await wait(50, undefined, { signal });
    }
  }

  const ended = (number: number) => {
    const check = lastCheck(state, number);
    return check?.status === 'completed' && botComment(state, number).includes('| Metric |');
  };

  function show(number: number): void {
    const { title = '', author = '' } = state.pulls.get(number) ?? {};
    const check = lastCheck(state, number);
    print(
      `──────── the comment on #${number} ${title} (by ${author}) ────────\n\n${open(botComment(state, number))}`,
    );
    print(`check “${check?.name}”: ${check?.conclusion}, ${check?.output.title}\n`);
  }

  try {
    print(`a GitHub on this machine: ${github.url}, the app: ${app.url}`);
    for (const pull of state.pulls.values()) {
      print(`#${pull.number} is opened: ${pull.title}`);
      const payload = { action: 'opened', number: pull.number, pull_request: objects.pull(state, pull) };
      await deliver(state, { event: 'pull_request', payload });
    }
    for (const { number } of state.pulls.values()) {
      await until(`judge #${number}`, () => ended(number));
      show(number);
    }
    const blocked = [...state.pulls.values()].find(
      ({ number }) => lastCheck(state, number)?.conclusion === 'failure',
    );
    if (!blocked) return;
    print(`${MAINTAINER}, who may write, comments on #${blocked.number}:\n\n    ${WAIVER}\n`);
    const comment = objects.comment(state, addComment(state, blocked.number, MAINTAINER, WAIVER));
    const issue = { number: blocked.number, pull_request: {} };
    await deliver(state, { event: 'issue_comment', payload: { action: 'created', issue, comment } });
    await until('heed the waiver', () => lastCheck(state, blocked.number)?.conclusion === 'success');
    await until('tell of the waiver', () => botComment(state, blocked.number).includes('waived'));
    const check = lastCheck(state, blocked.number);
    print(botComment(state, blocked.number).split('\n')[0] ?? '');
    print(`check “${check?.name}”: ${check?.conclusion}, ${check?.output.title}`);
  } finally {
    await app.close();
    await Promise.allSettled(runs);
  }
}
