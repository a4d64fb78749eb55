/** What is in `dist/` runs where it is alone, on each Node, and gives what the sources give. */

import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderReport } from '../../src/report/html/report.ts';
import { parseResult } from '../../src/report/result.ts';
import { cli, type Ended, makeWorkspace, type Workspace } from '../commands/cli.ts';
import { makeChatModel } from '../e2e/chat-model.ts';
import { configText } from '../e2e/gate.ts';
import { houseRows, jsonLines } from '../e2e/harbour-rows.ts';
import { createRepository, type TestRepository } from '../e2e/repository.ts';
import { type Alone, copyAlone, DIST, testedNodes } from './alone.ts';

const nodes = await testedNodes();
const SCORES = ['eval', '--model', './model', '--data', 'test.jsonl', '--json'];

let alone: Alone;
let workspace: Workspace;
let repository: TestRepository;
let commits: { base: string; head: string };
let bySources: { help: Ended; lint: Ended; scores: Ended };
const at = (name: string) => path.join(workspace.folder, name);
const lint = () => ['lint', path.join(alone.folder, 'datasets/harbor-desk/train.jsonl')];

beforeAll(async () => {
  alone = await copyAlone();
  workspace = await makeWorkspace();
  const model = await makeChatModel(at('model'));
  await writeFile(at('test.jsonl'), jsonLines(houseRows(200, 210)));
  repository = await createRepository();
  const base = await repository.commit({
    'lora-gate.yml': configText({ model, epochs: 2 }),
    'data/train.jsonl': jsonLines(houseRows(0, 24)),
    'data/test.jsonl': jsonLines(houseRows(200, 240)),
  });
  commits = {
    base,
    head: await repository.commit({ 'data/train.jsonl': jsonLines(houseRows(0, 32)) }, base),
  };
  const inWorkspace = { cwd: workspace.folder };
  bySources = {
    help: await cli(['--help']),
    lint: await cli(lint()),
    scores: await cli(['--cache-dir', workspace.cache, ...SCORES], inWorkspace),
  };
});

afterAll(async () => {
  await alone?.remove();
  await workspace?.remove();
  if (repository) await rm(repository.folder, { recursive: true, force: true });
});

it('is tested where no package can be found', () => {
  const resolve = createRequire(path.join(alone.folder, 'cli', 'index.js')).resolve;
  for (const name of ['zod', '@tensorflow/tfjs-core', 'webgpu']) expect(() => resolve(name)).toThrow(name);
});

it('can be started as a program', async () => {
  const file = path.join(DIST, 'cli', 'index.js');
  expect((await stat(file)).mode & 0o111).toBe(0o111);
  expect(await readFile(file, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});

describe.each(nodes)('dist/ on Node $version', (node) => {
  it('prints the version of package.json and the help of the sources', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    expect(await alone.run(node, ['--version'])).toEqual({ exitCode: 0, stdout: version, stderr: '' });
    expect(await alone.run(node, ['--help'])).toEqual(bySources.help);
  });

  it('finds in its own dataset what the sources find', async () => {
    expect(bySources.lint.exitCode).toBe(0);
    expect(await alone.run(node, lint())).toEqual(bySources.lint);
  });

  it('has a healthy doctor on this Node', async () => {
    const { exitCode, stdout } = await alone.run(node, ['--cache-dir', workspace.cache, 'doctor']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Node ${node.version.slice(1)}\n`);
    expect(stdout).toMatch(/^ok {4}TensorFlow {4}2\.21\.0 \(cpu build\)$/m);
    expect(stdout).toMatch(/^ok {4}WebGPU {8}the npm package webgpu is not installed/m);
  });

  it('scores as the sources do', async () => {
    const args = ['--cache-dir', workspace.cache, '--require-native', ...SCORES];
    const { exitCode, stdout } = await alone.run(node, args, workspace.folder);
    expect(exitCode).toBe(0);
    const [found, expected] = [stdout, bySources.scores.stdout].map(
      (text) => JSON.parse(text) as { perplexity: number; tokens: number },
    );
    expect(found!.tokens).toBe(expected!.tokens);
    expect(found!.perplexity).toBeCloseTo(expected!.perplexity, 4);
  });

  it('scores without TensorFlow too, by the WASM that it brings along', async () => {
    const args = ['--cache-dir', path.join(at('test.jsonl'), 'no-folder'), ...SCORES];
    const { exitCode, stdout, stderr } = await alone.run(node, args, workspace.folder);
    expect(stderr).toContain('using the WASM backend instead');
    expect(exitCode).toBe(0);
    const [found, expected] = [stdout, bySources.scores.stdout].map(
      (text) => (JSON.parse(text) as { perplexity: number }).perplexity,
    );
    expect(Math.abs(found! / expected! - 1)).toBeLessThan(1e-3);
  });

  it('says how to install WebGPU where it is asked for', async () => {
    const { exitCode, stderr } = await alone.run(node, ['--runtime', 'webgpu', ...SCORES], workspace.folder);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error\[webgpu-missing\]: .*\nhint: `npm install webgpu@/m);
  });

  it('trains, judges, and writes the report that the sources make of the same result', async () => {
    const out = at(`out-${node.version}`);
    const { exitCode, stderr } = await alone.run(node, [
      ...['--cache-dir', workspace.cache, '--require-native', 'run', '--repo', repository.folder],
      ...['--base', commits.base, '--head', commits.head, '--out', out, '--store', `${out}-store`],
    ]);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    const text = await readFile(path.join(out, 'result.json'), 'utf8');
    const result = parseResult(text, { file: 'result.json' });
    expect(result.verdict.outcome).toBe('pass');
    expect(await readFile(path.join(out, 'report.html'), 'utf8')).toBe(renderReport(result));
  });
});
