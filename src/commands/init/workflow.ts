/**
 * The text of `.github/workflows/lora-gate.yml`: a hosted job that says at once what a change is for, jobs with a GPU and without
 * rights, and a hosted job that says how it ended; or one job for all; or, where the app does the rest, one job with the GPU alone.
 * Pure; what is put into the text has been checked by `workflow-options.ts`.
 */

import { CHECKOUT } from './pinned-actions.ts';
import type { WorkflowOptions } from './workflow-options.ts';

/** Of the job that evaluates: what asks for it is the plan, a push, or the app, which has planned already. */
const WANTED = `    if: >-
      !cancelled() && needs.train.result != 'failure' && (github.event_name == 'push' || inputs.check_run_id ||
      needs.plan.result == 'success' && needs.plan.outputs.verdict == '')
`;

/** Of the job before it: several jobs need the same adapter. */
const DIVIDED = `    if: needs.plan.outputs.verdict == '' && contains(needs.plan.outputs.train-matrix, '"part"')
`;

/** In one job nothing has asked about a fork before the machine is taken. */
const ALLOWED = `    # Never a fork: a maintainer who has read a fork's commit starts a run for exactly that commit under Actions >
    # lora-gate > Run workflow (which takes write permission).
    if: >-
      github.event_name != 'pull_request' ||
      github.event.pull_request.head.repo.full_name == github.repository
`;

/** What asks for the workflow itself; the app is told by GitHub, and asks with a dispatch. */
const PULL_REQUEST = `  # Without a filter on paths, so that the check can be a required one: where nothing relevant changed it says so in seconds.
  pull_request:
    types: [opened, synchronize, reopened, ready_for_review]
`;

const BY_THE_WORKFLOW = `# Trains what a pull request would make of the adapters in lora-gate.yml, compares it with what the default branch has, and
# reports in a comment and in the check "lora-gate". Written by \`lora-gate init\`; yours to change.
`;

const BY_THE_APP = `# Trains what a pull request would make of the adapters in lora-gate.yml, and compares it with what the default branch has. The
# app starts it for a pull request and reports; nothing here may write. Written by \`lora-gate init --app\`; yours to change.
`;

const BASE = `\${{ github.event.pull_request.base.sha || github.event.merge_group.base_sha || github.sha }}`;
const HEAD = `\${{ github.event.pull_request.head.sha || inputs.head_sha || github.sha }}`;

function checkoutHead(): string {
  return `      - uses: ${CHECKOUT}
        with:
          # The pull request's own commit, not GitHub's merge of it, with the history that leads to the base.
          ref: ${HEAD}
          fetch-depth: 0
          # No token stays on the disk of the machine.
          persist-credentials: false
`;
}

function header({ branch, app }: WorkflowOptions): string {
  return `${app ? BY_THE_APP : BY_THE_WORKFLOW}name: lora-gate
# The app finds the run that it has started by this name; every other run has the name that GitHub gives it.
run-name: "\${{ inputs.check_run_id && format('lora-gate #{0} {1}', inputs.pr, inputs.check_run_id) || '' }}"

on:
${app ? '' : PULL_REQUEST}  # Trains and keeps the next baseline; mostly it is there already.
  push:
    branches: [${yamlText(branch)}]
${app ? '' : '  merge_group:\n'}  workflow_dispatch:
    inputs:
      pr:
        description: Number of the pull request
        required: true
        type: string
      head_sha:
        description: Its head commit, 40 hex digits; the run ends when the pull request has another by now
        required: true
        type: string
      check_run_id:
        description: ${app ? 'The check that the app has opened; it reports there' : 'Left empty by people; the app names the check that it has opened, and reports itself'}
        required: ${app}
        type: string

# Nothing unless a job asks for it.
permissions: {}

# A newer push makes the older run pointless. Runs for the default branch are let finish.
concurrency:
  group: lora-gate-\${{ github.event.pull_request.number || inputs.pr || github.ref }}
  cancel-in-progress: \${{ github.event_name != 'push' }}
`;
}

const SECRETS = `        # Where lora-gate.yml names a gated model, a judge or Opik; secrets belong to this step alone, never to the whole job.
        # env:
        #   HF_TOKEN: \${{ secrets.HF_TOKEN }}
        #   JUDGE_API_KEY: \${{ secrets.JUDGE_API_KEY }}
        #   OPIK_API_KEY: \${{ secrets.OPIK_API_KEY }}
`;

const GATED = `        # Where lora-gate.yml names a gated model.
        # env:
        #   HF_TOKEN: \${{ secrets.HF_TOKEN }}
`;

function planJob(action: string): string {
  return `  # Seconds, and no machine of yours: opens the check, and closes it at once where nothing has to be trained.
  plan:
    if: github.event_name != 'push' && !inputs.check_run_id
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      checks: write # the check "lora-gate"
      pull-requests: write # the comment
      contents: read # both commits
    outputs:
      # Empty while there is something to train; else all has been said.
      verdict: \${{ steps.plan.outputs.verdict }}
      # The parts of the run: one for each adapter, more only where one would take long.
      train-matrix: \${{ steps.plan.outputs.train-matrix }}
      matrix: \${{ steps.plan.outputs.matrix }}
    steps:
      - uses: ${CHECKOUT}
        with:
          # What the pull request wrote is fetched to be read, and never lies in the folder of a job that may write.
          ref: ${BASE}
          persist-credentials: false
      - uses: ${action}
        id: plan
        with:
          mode: plan
`;
}

function runnerJob({ runsOn, action, timeoutMinutes }: WorkflowOptions, matrix: string): string {
  return `    strategy:
      # What the other parts have found is kept: only the one that failed is to be run again.
      fail-fast: false
      matrix: ${matrix}
    runs-on: [${runsOn.map(yamlText).join(', ')}]
    timeout-minutes: ${timeoutMinutes + 10}
    permissions:
      contents: read # the two commits to compare
      pull-requests: read # whether a commit is still the head, and a fork's approved
    steps:
${checkoutHead()}      - uses: ${action}
        with:
          mode: run
          part: \${{ matrix.part }}
          timeout-minutes: ${timeoutMinutes}
`;
}

function trainJob(options: WorkflowOptions): string {
  return `  # Mostly skipped: trains the adapters that several parts below have in common. The store has to be one that all machines share.
  train:
    name: train \${{ matrix.part }}
    needs: plan
${DIVIDED}${runnerJob(options, `\${{ fromJSON(needs.plan.outputs.train-matrix || '{"include":[]}') }}`)}${GATED}`;
}

function evaluateJob(options: WorkflowOptions): string {
  return `  # Trains and compares, a part a job. It reads what the pull request wrote, so it may do nothing but read: no write token is here to
  # be taken.
  evaluate:
    name: evaluate \${{ matrix.part }}
    needs: [plan, train]
    # For a fork only after somebody with write access has said \`/lora-gate run <sha>\`: before that the plan ends with a verdict.
${WANTED}${runnerJob(options, `\${{ fromJSON(needs.plan.outputs.matrix || '{"include":[{"part":""}]}') }}`)}${SECRETS}`;
}

function reportJob(action: string): string {
  return `  # Has the rights, and runs nothing of the pull request: it reads the artifacts of the jobs above as hostile input, joins the parts and
  # reaches the verdict by the policy and the test set of the base commit.
  report:
    needs: [plan, train, evaluate]
    # Also when a job above failed, was cancelled or could not start: a check that stays open blocks for ever.
    if: always() && needs.plan.result != 'skipped' && needs.plan.outputs.verdict == ''
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      checks: write # the check "lora-gate"
      pull-requests: write # the comment
      actions: read # the artifacts of the jobs above, and since when a commit is the head
      contents: read # both commits
    steps:
      - uses: ${CHECKOUT}
        with:
          # As above: what the pull request wrote is fetched to be read.
          ref: ${BASE}
          persist-credentials: false
      - uses: ${action}
        with:
          mode: report
        # The judge is asked here, where the answers of both sides are together.
        # env:
        #   JUDGE_API_KEY: \${{ secrets.JUDGE_API_KEY }}
        #   OPIK_API_KEY: \${{ secrets.OPIK_API_KEY }}
`;
}

function singleJob({ runsOn, action, timeoutMinutes }: WorkflowOptions): string {
  return `
jobs:
  # One job for everything. Its token can write while what the pull request wrote is read: for private repositories without
  # forks only; \`lora-gate init --force\` without --single-job writes several jobs.
  gate:
${ALLOWED}    runs-on: [${runsOn.map(yamlText).join(', ')}]
    timeout-minutes: ${timeoutMinutes + 10}
    permissions:
      checks: write # the check "lora-gate"
      pull-requests: write # the comment
      actions: read # since when a commit is the head, which waivers are bound to
      contents: read # the two commits to compare
    steps:
${checkoutHead()}      - uses: ${action}
        with:
          mode: all
          timeout-minutes: ${timeoutMinutes}
${SECRETS}`;
}

/** Where the app plans and reports: the whole run in one job that may do nothing but read. */
function trainingAlone({ runsOn, action, timeoutMinutes }: WorkflowOptions): string {
  return `
jobs:
  # Reads what the pull request wrote, so it may do nothing but read: no write token is here to be taken.
  train:
    runs-on: [${runsOn.map(yamlText).join(', ')}]
    timeout-minutes: ${timeoutMinutes + 10}
    permissions:
      contents: read # the two commits to compare
      pull-requests: read # whether a commit is still the head
    steps:
${checkoutHead()}      - uses: ${action}
        with:
          mode: run
          timeout-minutes: ${timeoutMinutes}
${SECRETS}`;
}

function severalJobs(options: WorkflowOptions): string {
  const { action } = options;
  const jobs = [planJob(action), trainJob(options), evaluateJob(options), reportJob(action)];
  return `\njobs:\n${jobs.join('\n')}`;
}

/** The whole workflow file. */
export function workflowText(options: WorkflowOptions): string {
  if (options.app) return header(options) + trainingAlone(options);
  return header(options) + (options.singleJob ? singleJob(options) : severalJobs(options));
}

/** Plain where YAML reads it as the text that it is, else in double quotes. */
function yamlText(text: string): string {
  const plain = /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}
