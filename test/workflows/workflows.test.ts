/** The workflows of this repository and those that `lora-gate init` writes: valid for GitHub, and of the least rights. */

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseRunTitle } from '../../src/app/run-title.ts';
import { DEFAULT_ACTION } from '../../src/commands/init/pinned-actions.ts';
import { workflowText } from '../../src/commands/init/workflow.ts';
import { loadConfig } from '../../src/config/load.ts';
import { type Job, readWorkflow, ruleProblems, schemaProblems } from './workflow-rules.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = path.join(ROOT, '.github/workflows');

const options = {
  branch: 'main',
  runsOn: ['self-hosted', 'gpu'],
  action: DEFAULT_ACTION,
  timeoutMinutes: 60,
  ...{ singleJob: false, app: false },
};

const files = await readdir(FOLDER);
const texts: [name: string, text: string][] = [
  ...(await Promise.all(
    files.map(
      async (name): Promise<[string, string]> => [name, await readFile(path.join(FOLDER, name), 'utf8')],
    ),
  )),
  ['init, several jobs', workflowText(options)],
  ['init, one job', workflowText({ ...options, singleJob: true })],
  ['init, for the app', workflowText({ ...options, app: true })],
  ['init, odd names', workflowText({ ...options, branch: 'on', runsOn: ['a b', 'null', '8'], action: './' })],
];

const usesGate = ({ steps }: Job) => steps.some(({ uses }) => uses === './' || uses === DEFAULT_ACTION);
const isForApp = (name: string) => name.includes('for the app');
const gates = texts.filter(
  ([name, text]) => !isForApp(name) && Object.values(readWorkflow(text).jobs).some(usesGate),
);

it('every workflow is one to GitHub’s own parser', async () => {
  const problems = await schemaProblems(texts.map(([, text]) => text));
  expect(Object.fromEntries(texts.map(([name], i) => [name, problems[i]]))).toEqual(
    Object.fromEntries(texts.map(([name]) => [name, []])),
  );
});

describe.each(texts)('workflow %s', (_, text) => {
  it('pins actions, asks for no right without a reason and puts no expression into a shell', () => {
    expect(ruleProblems(text, { ownAction: DEFAULT_ACTION })).toEqual([]);
  });
});

describe.each(gates)('gate %s', (name, text) => {
  const { on, jobs, concurrency } = readWorkflow(text);

  it('answers every event that a required check is asked at, on all paths', () => {
    expect(on.pull_request).toEqual({ types: ['opened', 'synchronize', 'reopened', 'ready_for_review'] });
    expect(Object.keys(on)).toEqual(['pull_request', 'push', 'merge_group', 'workflow_dispatch']);
    expect(Object.keys(on.workflow_dispatch?.inputs as object)).toEqual(['pr', 'head_sha', 'check_run_id']);
  });

  it('lets no fork onto a machine of one’s own before it was approved', () => {
    const own = Object.entries(jobs).filter(([, job]) => Array.isArray(job['runs-on']));
    expect(own.map(([job, { if: when }]) => [job, when])).toEqual(
      name.includes('one job')
        ? [
            [
              'gate',
              "github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository",
            ],
          ]
        : // A plan without a verdict has found something to train, and that whoever wrote it may have it trained.
          [
            [
              'train',
              `needs.plan.outputs.verdict == '' && contains(needs.plan.outputs.train-matrix, '"part"')`,
            ],
            [
              'evaluate',
              "!cancelled() && needs.train.result != 'failure' && (github.event_name == 'push' || inputs.check_run_id || needs.plan.result == 'success' && needs.plan.outputs.verdict == '')",
            ],
          ],
    );
  });

  it('cancels the runs for a pull request that a newer push supersedes', () => {
    expect(concurrency).toEqual({
      group: `lora-gate-\${{ github.event.pull_request.number || inputs.pr || github.ref }}`,
      'cancel-in-progress': `\${{ github.event_name != 'push' }}`,
    });
  });

  it('names the run that the app starts so that the app finds it', () => {
    const { 'run-name': name = '' } = parse(text) as { 'run-name'?: string };
    const [, format = '', pull, check] = /format\('([^']+)', (\S+), (\S+)\)/.exec(name) ?? [];
    expect([pull, check]).toEqual(['inputs.pr', 'inputs.check_run_id']);
    expect(parseRunTitle(format.replace('{0}', '12').replace('{1}', '345'))).toEqual({
      pull: 12,
      check: 345,
    });
  });

  it('has no job that is named as the check is, which would be a second one of that name', () => {
    expect(Object.keys(jobs)).not.toContain('lora-gate');
  });
});

describe.each(gates.filter(([name]) => !name.includes('one job')))('gate of several jobs %s', (_, text) => {
  const { plan, train, evaluate, report } = readWorkflow(text).jobs as Record<
    'plan' | 'train' | 'evaluate' | 'report',
    Job
  >;
  const refs = ({ steps }: Job) =>
    steps.flatMap(({ with: inputs }) => (inputs?.ref === undefined ? [] : [String(inputs.ref)]));

  it('trains without a token that writes', () => {
    for (const { permissions } of [train, evaluate])
      expect(permissions).toEqual({ contents: 'read', 'pull-requests': 'read' });
    expect([plan, report].map((job) => job['runs-on'])).toEqual(['ubuntu-latest', 'ubuntu-latest']);
  });

  it('lets the jobs that write see the head as data alone', () => {
    const write = { checks: 'write', 'pull-requests': 'write' };
    expect(plan.permissions).toEqual({ ...write, contents: 'read' });
    expect(report.permissions).toEqual({ ...write, actions: 'read', contents: 'read' });
    expect([...refs(plan), ...refs(report)].filter((ref) => /head/.test(ref))).toEqual([]);
    for (const job of [train, evaluate]) expect(refs(job).filter((ref) => /head/.test(ref))).toHaveLength(1);
  });

  it('writes nothing where nothing is to be shown, or where the app shows it', () => {
    expect(plan.if).toBe("github.event_name != 'push' && !inputs.check_run_id");
    expect(report.needs).toEqual(['plan', 'train', 'evaluate']);
    expect(report.if).toBe("always() && needs.plan.result != 'skipped' && needs.plan.outputs.verdict == ''");
  });
});

describe.each(gates.filter(([name]) => !name.includes('one job')))('matrices of %s', (_, text) => {
  const { train, evaluate } = readWorkflow(text).jobs as Record<'train' | 'evaluate', Job>;
  const withs = ({ steps }: Job) => steps.map((step) => step.with).find((given) => given?.mode === 'run');

  it('are those of the plan, and the whole run where nothing was planned', () => {
    expect(train.strategy?.matrix).toBe(
      `\${{ fromJSON(needs.plan.outputs.train-matrix || '{"include":[]}') }}`,
    );
    expect(evaluate.strategy?.matrix).toBe(
      `\${{ fromJSON(needs.plan.outputs.matrix || '{"include":[{"part":""}]}') }}`,
    );
    expect([train, evaluate].map((job) => withs(job)?.part)).toEqual([
      `\${{ matrix.part }}`,
      `\${{ matrix.part }}`,
    ]);
  });

  it('go on when one part fails: what the others find is kept', () => {
    for (const { strategy } of [train, evaluate]) expect(strategy?.['fail-fast']).toBe(false);
  });
});

describe('gate for the app', () => {
  const [, text = ''] = texts.find(([name]) => isForApp(name)) ?? [];
  const { on, jobs } = readWorkflow(text);

  it('runs for a push and where the app asks, so that no pull request is trained or told of twice', () => {
    expect(Object.keys(on)).toEqual(['push', 'workflow_dispatch']);
    expect(on.workflow_dispatch?.inputs).toMatchObject({
      ...{ pr: { required: true }, head_sha: { required: true }, check_run_id: { required: true } },
    });
  });

  it('has the job that trains and no other, with no right to write', () => {
    expect(Object.keys(jobs)).toEqual(['train']);
    expect(jobs.train?.permissions).toEqual({ contents: 'read', 'pull-requests': 'read' });
    expect([jobs.train?.if, jobs.train?.needs]).toEqual([undefined, undefined]);
    expect(jobs.train?.steps.at(-1)?.with).toMatchObject({ mode: 'run' });
  });

  it('is named so that the app finds its run', () => {
    const { 'run-name': name = '' } = parse(text) as { 'run-name'?: string };
    const [, format = ''] = /format\('([^']+)', inputs\.pr, inputs\.check_run_id\)/.exec(name) ?? [];
    expect(parseRunTitle(format.replace('{0}', '12').replace('{1}', '345'))).toEqual({
      pull: 12,
      check: 345,
    });
  });
});

describe('the rules', () => {
  it.each([
    ['an unpinned action', 'uses: actions/checkout@v6', 'is not pinned'],
    ['text of strangers in a shell', `run: echo "\${{ github.event.pull_request.title }}"`, 'an expression'],
    ['kept credentials', `uses: actions/checkout@${'a'.repeat(40)}`, 'keeps its credentials'],
  ])('notice %s', (_, step, problem) => {
    const text = `on: { push: {} }\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    timeout-minutes: 1\n    permissions: {}\n    steps:\n      - ${step}\n`;
    expect(ruleProblems(text).join('\n')).toContain(problem);
  });

  it('notice a key that GitHub does not know', async () => {
    const text = workflowText(options).replace('timeout-minutes: 70', 'timeout-minute: 70');
    expect((await schemaProblems([text])).flat().join('\n')).toContain("'timeout-minute'");
  });
});

describe('lora-gate.yml of this repository', () => {
  it('is valid and names files that are there', async () => {
    const { config, warnings } = loadConfig(await readFile(path.join(ROOT, 'lora-gate.yml'), 'utf8'), {
      file: 'lora-gate.yml',
    });
    expect(warnings).toEqual([]);
    for (const { train, test } of Object.values(config.adapters)) {
      for (const file of [train, test]) await readFile(path.join(ROOT, file));
    }
  });
});
