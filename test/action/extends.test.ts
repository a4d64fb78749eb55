/** `_extends` in the Action: the plan is made over the organisation's file, as the app makes it. */

import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { example } from '../github/openapi.ts';
import { Refused } from '../github/stand-in-routes.ts';
import { type Desk, openGithub, pullRequestEvent, runJob, TRAIN } from './desk.ts';
import { openPlanDesk } from './plan-desk.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

let desk: Desk;
beforeAll(async () => {
  desk = await openPlanDesk();
});
afterAll(() => desk?.close());

const ADAPTERS = 'adapters: { desk: { train: data/train.jsonl, test: data/test.jsonl } }\n';

async function planned(defaults: string | null) {
  const { repository } = desk;
  const base = await repository.commit(
    { 'lora-gate.yml': `_extends: .github\nversion: 1\n${ADAPTERS}` },
    desk.base,
  );
  const head = await repository.commit({ [TRAIN]: '{"prompt": "a", "completion": "b"}\n' }, base);
  const files = [{ filename: TRAIN }];
  await using github = await openGithub([{ number: 7, head: { sha: head }, author: 'ann', files }], {
    others: ['team/.github'],
  });
  github.route('GET /repos/{owner}/{repo}/contents/{path}', {
    answer({ parameters }) {
      if (parameters.repo !== '.github' || defaults === null) throw new Refused(404, 'Not Found');
      const content = Buffer.from(defaults).toString('base64');
      const file = example<object>('content-file-response-if-content-is-a-file');
      return {
        status: 200,
        body: { ...file, encoding: 'base64', content, size: defaults.length, sha: 'c'.repeat(40) },
      };
    },
  });
  const event = pullRequestEvent({ number: 7, head, base });
  const step = await runJob(desk, { github, event, inputs: { mode: 'plan' } });
  return { step, check: github.state.checks[0] };
}

it('a plan is made over the defaults of the organisation', async () => {
  const { step } = await planned('model: models/tiny\n');
  expect(step.exitCode).toBe(0);
  expect(JSON.parse(step.outputs.matrix ?? '')).toMatchObject({
    include: [{ part: 'desk.all', adapter: 'desk', reasons: ['train_data'] }],
  });
});

it('defaults that the token does not see are one clear error in the check', async () => {
  const { step, check } = await planned(null);
  expect(step.exitCode).toBe(2);
  expect(step.log).toContain('error[extends-missing]');
  expect(check).toMatchObject({ conclusion: 'failure' });
  expect(check?.output.title).toContain('team/.github');
});
