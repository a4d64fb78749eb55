import { describe, expect, it } from 'vitest';
import { renderComment } from '../../src/report/markdown.ts';
import { parseResult, type Result } from '../../src/report/result.ts';
import { githubSource } from '../../src/report/result-source.ts';
import { exampleResult } from './example-result.ts';

const TARGET = { url: 'https://opik.example/api', project: 'desk', workspace: 'team', problem: null };
const page = 'https://opik.example/team/experiments/d/compare?experiments=%5B%22a%22%5D';

function withTracking(tracking: Result['tracking']): Result {
  return parseResult(JSON.stringify({ ...exampleResult(), tracking }), { file: 'r.json' });
}

const opikLine = (result: Result) =>
  renderComment(result)
    .split('\n')
    .filter((line) => line.startsWith('**Opik**'));

describe('the comment', () => {
  it('links to the experiments, side by side', () => {
    expect(opikLine(withTracking({ ...TARGET, links: [{ adapter: 'desk', url: page }] }))).toEqual([
      `**Opik** (opik.example), candidate and baseline side by side: [desk](<${page}>)`,
    ]);
  });

  it('says what was not sent, why, and how to send it', () => {
    const problem = 'Status code: 503 <b>@everyone</b>';
    const [line] = opikLine(withTracking({ ...TARGET, links: [], problem }));
    expect(line).toContain('did not take the result: Status code: 503 ');
    expect(line).toContain('<code>lora-gate track result.json</code>');
    expect(line).not.toContain('<b>');
    expect(line).not.toContain('@everyone');
  });

  it('is silent where nothing is to be sent', () => {
    expect(opikLine(exampleResult())).toEqual([]);
  });

  it('shows the host of a link that goes elsewhere, and lets no address out of its link', () => {
    const url = 'https://thief.example/a>)[x](https://b.example/`<img src=x>\\';
    const [line] = opikLine(withTracking({ ...TARGET, links: [{ adapter: 'a](b', url }] }));
    expect(line).toContain('(thief.example)](<https://thief.example/');
    expect(line?.slice(line.indexOf('](<') + 3, -2)).toMatch(/^[\w\-.~:/?#@!$&+,;=%]+$/);
    expect(line).not.toContain('a](b');
  });

  it('takes no address that is no web address', () => {
    const links = [{ adapter: 'a', url: 'javascript:alert(1)' }];
    expect(() => withTracking({ ...TARGET, links })).toThrow('not a result that can be trusted');
  });
});

describe('a workflow run', () => {
  const server = 'https://github.example/';
  it.each([
    ['refs/pull/12/merge', 12],
    ['refs/heads/main', null],
    ['refs/heads/refs/pull/9/merge', null],
    [undefined, null],
  ])('for %s has the pull request %s', (ref, pull_request) => {
    expect(githubSource({ server, repository: 'harbor/desk', ref })).toEqual({
      repository: 'https://github.example/harbor/desk',
      pull_request,
    });
  });

  it('is none without a repository', () => {
    expect(githubSource({ server, repository: undefined, ref: undefined })).toBeNull();
    expect(githubSource({ server: 'nowhere', repository: 'a/b', ref: undefined })).toBeNull();
  });
});
