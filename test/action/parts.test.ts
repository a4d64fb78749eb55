/**
 * A run over several jobs as the Action does it: a plan that divides, a job for each part through the artifact service, and a report
 * that joins them; and what is published when an artifact lies or is not there.
 */

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Result } from '../../src/report/result.ts';
import type { Github } from '../github/stand-in.ts';
import { type ArtifactService, serveArtifacts, startArtifactService } from './artifact-service.ts';
import { type Desk, openDesk, openGithub, pullRequestEvent, runJob, TRAIN } from './desk.ts';
import { zipOf } from './zip.ts';

// Each job is a process that loads all of the Action.
vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

let desk: Desk;
let service: ArtifactService;

beforeAll(async () => {
  // So slow a machine that its roles are jobs of their own.
  const tokens_per_second = '{ training: 1, scoring: 0.5 }';
  const rest = `sharding: { max_jobs: 6, target_minutes: 30, tokens_per_second: ${tokens_per_second} }\n`;
  desk = await openDesk({ rest });
  service = await startArtifactService();
});
afterAll(async () => {
  await service?.[Symbol.asyncDispose]();
  await desk?.close();
});

async function githubOf(head: string): Promise<Github> {
  const github = await openGithub([
    { number: 7, head: { sha: head }, base: { sha: desk.base }, author: 'ann', files: [{ filename: TRAIN }] },
  ]);
  serveArtifacts(github, service);
  return github;
}

const job = (github: Github, inputs: { mode: string; part?: string }, run = 1000, head = desk.bad) =>
  runJob(desk, {
    ...{ github, inputs, run },
    event: pullRequestEvent({ number: 7, head, base: desk.base }),
    env: { ACTIONS_RUNTIME_TOKEN: service.tokenOf(run), ACTIONS_RESULTS_URL: service.url },
  });

interface Entries {
  include: { part: string; role: string; shards: number }[];
}

/** Artifacts of a run that are copies of another's; null leaves one out. */
function copy(to: number, change: (name: string, zip: Buffer) => Buffer | null): void {
  for (const one of service.artifacts.filter(({ run, name }) => run === '1000' && /-of-\d+$/.test(name))) {
    const zip = change(one.name, one.zip);
    if (zip) service.artifacts.push({ id: to * 100 + one.id, run: String(to), name: one.name, zip });
  }
}

it('is planned by the base, done in parts by jobs that write nothing, and joined by the job that reports', async () => {
  await using github = await githubOf(desk.bad);
  const plan = await job(github, { mode: 'plan' });
  expect(plan.exitCode, plan.log).toBe(0);
  const [first, then] = ['train-matrix', 'matrix'].map(
    (name) => (JSON.parse(plan.outputs[name] ?? '') as Entries).include,
  );
  expect(first?.map(({ part }) => part)).toEqual(['desk.baseline.train', 'desk.candidate.train']);
  expect(then?.map(({ role, shards }) => `${role} of ${shards}`)).toEqual(
    ['bare', 'baseline', 'candidate'].flatMap((role) => [`${role} of 2`, `${role} of 2`]),
  );
  const before = github.requests.length;
  for (const { part } of [...(first ?? []), ...(then ?? [])]) {
    const step = await job(github, { mode: 'run', part });
    expect(step.exitCode, step.log).toBe(0);
  }
  expect(github.requests.slice(before).filter(({ method }) => method !== 'GET')).toEqual([]);
  const names = service.artifacts.map(({ name }) => name);
  expect(names).toContain('lora-gate-part-desk.candidate.1-of-2');
  // The candidate's files come from the one job that trained it.
  expect(names.filter((name) => name.endsWith('-adapters'))).toEqual([
    'lora-gate-part-desk.candidate.train-adapters',
  ]);

  const report = await job(github, { mode: 'report' });
  expect(report.exitCode, report.log).toBe(1);
  expect(report.outputs).toMatchObject({ verdict: 'regression', blocked: 'true' });
  expect(github.state.checks).toHaveLength(1);
  expect(github.state.checks[0]).toMatchObject({ head_sha: desk.bad, conclusion: 'failure' });
  expect(github.state.comments[0]?.body).toContain('❌ lora-gate: regression, blocks the merge');
  const result = JSON.parse(await readFile(report.outputs['result-path'] ?? '', 'utf8')) as Result;
  expect(result.adapters.map(({ name, conversations }) => [name, conversations.length])).toEqual([
    ['desk', 40],
  ]);
});

describe('what is published of parts', () => {
  const reported = async (run: number) => {
    await using github = await githubOf(desk.bad);
    const step = await job(github, { mode: 'report' }, run);
    expect(step.exitCode, step.log).toBe(2);
    expect(step.outputs).toMatchObject({ verdict: 'not_evaluated', blocked: 'true' });
    expect(github.state.checks[0]).toMatchObject({ status: 'completed', conclusion: 'failure' });
    return `${github.state.comments[0]?.body}\n${step.log}`;
  };

  it('that lie or are not there, is that there is no verdict, and each of them', async () => {
    copy(2000, (name, zip) => {
      if (name.endsWith('desk.bare.1-of-2')) return null;
      if (name.endsWith('desk.bare.2-of-2')) return Buffer.from('PK');
      const other = zipOf([{ name: 'part.json', content: '{"schema":"lora-gate/part/1","verdict":"pass"}' }]);
      return name.endsWith('desk.baseline.1-of-2') ? other : zip;
    });
    // Under the name of another part.
    const [candidate] = service.artifacts.filter(({ name }) => name.endsWith('desk.candidate.2-of-2'));
    service.artifacts.push({
      ...candidate!,
      id: 999_999,
      run: '2000',
      name: 'lora-gate-part-desk.bare.1-of-2',
    });
    const told = await reported(2000);
    expect(told).toContain('parts-unusable');
    expect(told).toMatch(/desk\.bare\.1-of-2: foreign: holds the part desk\.candidate\.2-of-2/);
    expect(told).toMatch(/artifact lora-gate-part-desk\.bare\.2-of-2: damaged: .*not one of ours/);
    expect(told).toMatch(/artifact lora-gate-part-desk\.baseline\.1-of-2: damaged: .*not a part/);
  });

  it('of another commit, is that they are foreign', async () => {
    copy(3000, (_, zip) => zip);
    await using github = await githubOf(desk.good);
    const step = await job(github, { mode: 'report' }, 3000, desk.good);
    expect(step.exitCode, step.log).toBe(2);
    expect(step.log).toMatch(/foreign: desk\.bare\.1-of-2 is about/);
    expect(github.state.checks[0]).toMatchObject({ head_sha: desk.good, conclusion: 'failure' });
  });

  it('of which a job has failed, is its reason', async () => {
    const head = await desk.repository.commit({ [TRAIN]: null }, desk.base);
    await using github = await githubOf(head);
    const failed = await job(github, { mode: 'run', part: 'desk.all' }, 4000, head);
    expect(failed.exitCode, failed.log).toBe(2);
    const step = await job(github, { mode: 'report' }, 4000, head);
    expect(step.exitCode, step.log).toBe(2);
    expect(github.state.comments[0]?.body).toContain('data-missing');
  });
});
