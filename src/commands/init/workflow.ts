/**
 * The text of `.github/workflows/lora-gate.yml`: a job with a GPU and without rights, and a hosted job with rights and without
 * code of the pull request; or one job for both. Pure; what is put into the text has been checked by `workflow-options.ts`.
 */

import { CHECKOUT } from './pinned-actions.ts';
import type { WorkflowOptions } from './workflow-options.ts';

/** Forks are kept from the machine: a run for one is started by hand, for one commit, by somebody who may write. */
const ALLOWED = `    # Never the code or data of a fork on this machine unasked: a maintainer who has read a fork's commit starts a
    # run for exactly that commit under Actions > lora-gate > Run workflow (which takes write permission).
    if: >-
      github.event_name != 'pull_request' ||
      github.event.pull_request.head.repo.full_name == github.repository
`;

const HEAD = `\${{ github.event.pull_request.head.sha || inputs.head || github.sha }}`;

function checkout(): string {
  return `      - uses: ${CHECKOUT}
        with:
          # The pull request's own commit, not GitHub's merge of it, with the history that leads to the base.
          ref: ${HEAD}
          fetch-depth: 0
          # No token stays on the disk of the machine.
          persist-credentials: false
`;
}

function header({ branch }: WorkflowOptions): string {
  return `# Trains what a pull request would make of the adapters in lora-gate.yml, compares it with what the default branch has, and
# reports in a comment and in the check "lora-gate". Written by \`lora-gate init\`; yours to change.
name: lora-gate

on:
  # Without a filter on paths, so that the check can be a required one: where nothing relevant changed it says so in seconds.
  pull_request:
    types: [opened, synchronize, reopened, ready_for_review]
  # Trains and keeps the next baseline; mostly it is there already.
  push:
    branches: [${yamlText(branch)}]
  merge_group:
  workflow_dispatch:
    inputs:
      pr:
        description: Number of the pull request
        required: true
        type: string
      head:
        description: Its head commit, 40 hex digits; the run ends when the pull request has another by now
        required: true
        type: string

# Nothing unless a job asks for it.
permissions: {}

# A newer push makes the older run pointless. Runs for the default branch are let finish.
concurrency:
  group: lora-gate-\${{ github.event.pull_request.number || inputs.pr || github.ref }}
  cancel-in-progress: \${{ github.event_name != 'push' }}
`;
}

function splitJobs({ runsOn, action, timeoutMinutes }: WorkflowOptions): string {
  return `
jobs:
  # Reads what the pull request wrote, so it may do nothing but read: no write token is here to be taken.
  train:
${ALLOWED}    runs-on: [${runsOn.map(yamlText).join(', ')}]
    timeout-minutes: ${timeoutMinutes + 10}
    permissions:
      contents: read # the two commits to compare
    steps:
${checkout()}      - uses: ${action}
        with:
          mode: run
          timeout-minutes: ${timeoutMinutes}
        # Only where lora-gate.yml names a judge or Opik; secrets belong to this step alone, never to the whole job.
        # env:
        #   HF_TOKEN: \${{ secrets.HF_TOKEN }}
        #   JUDGE_API_KEY: \${{ secrets.JUDGE_API_KEY }}
        #   OPIK_API_KEY: \${{ secrets.OPIK_API_KEY }}

  # Has the rights, and checks nothing out: it reads the artifact of the job above as hostile input.
  report:
    needs: train
    # Also when the job above failed, was cancelled or was not allowed to start: a check that stays open blocks for ever.
    if: always()
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      checks: write # the check "lora-gate"
      pull-requests: write # the comment
      actions: read # the artifact of the job above, and how that job ended
      contents: read # the policy, from the base commit
    steps:
      - uses: ${action}
        with:
          mode: report
`;
}

function singleJob({ runsOn, action, timeoutMinutes }: WorkflowOptions): string {
  return `
jobs:
  # One job for everything. Its token can write while what the pull request wrote is read: for private repositories without
  # forks only; \`lora-gate init --force\` without --single-job writes the two jobs.
  gate:
${ALLOWED}    runs-on: [${runsOn.map(yamlText).join(', ')}]
    timeout-minutes: ${timeoutMinutes + 10}
    permissions:
      checks: write # the check "lora-gate"
      pull-requests: write # the comment
      actions: read # the baseline's artifact of an earlier run
      contents: read # the two commits to compare
    steps:
${checkout()}      - uses: ${action}
        with:
          mode: all
          timeout-minutes: ${timeoutMinutes}
        # env:
        #   HF_TOKEN: \${{ secrets.HF_TOKEN }}
        #   JUDGE_API_KEY: \${{ secrets.JUDGE_API_KEY }}
        #   OPIK_API_KEY: \${{ secrets.OPIK_API_KEY }}
`;
}

/** The whole workflow file. */
export function workflowText(options: WorkflowOptions): string {
  return header(options) + (options.singleJob ? singleJob(options) : splitJobs(options));
}

/** Plain where YAML reads it as the text that it is, else in double quotes. */
function yamlText(text: string): string {
  const plain = /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}
