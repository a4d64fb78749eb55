/** deploy/arc-values.yaml leaves nothing running and gives a job one GPU and the cache; docs/runners.md says what is so. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ConfigFileSchema } from '../../src/config/schema.ts';
import { defaultCacheDir } from '../../src/runtime/cache.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFile(path.join(ROOT, file), 'utf8');

/** What the chart gha-runner-scale-set takes of a values file, as far as this one goes. */
const CHART_KEYS = ['githubConfigUrl', 'githubConfigSecret', 'minRunners', 'maxRunners', 'template'];

interface Container {
  name: string;
  image: string;
  command: string[];
  env: { name: string; value: string }[];
  resources: Record<'requests' | 'limits', Record<string, unknown>>;
  volumeMounts: { name: string; mountPath: string }[];
}

interface Values {
  githubConfigSecret: unknown;
  minRunners: number;
  maxRunners: number;
  template: {
    spec: {
      restartPolicy: string;
      activeDeadlineSeconds: number;
      automountServiceAccountToken: boolean;
      containers: Container[];
      volumes: { name: string; persistentVolumeClaim: { claimName: string } }[];
    };
  };
}

const values = async () => parse(await read('deploy/arc-values.yaml'), { uniqueKeys: true }) as Values;

describe('the values for scale sets', () => {
  it('have the keys of the chart and no others, and no secret', async () => {
    expect(Object.keys(await values()).sort()).toEqual([...CHART_KEYS].sort());
    // The name of a secret, not its content.
    expect((await values()).githubConfigSecret).toEqual(expect.stringMatching(/^[a-z-]+$/));
  });

  it('leave no machine running: none without a job, none for ever, none started again', async () => {
    const { minRunners, maxRunners, template } = await values();
    expect(minRunners).toBe(0);
    expect(maxRunners).toBeGreaterThan(0);
    expect(template.spec.restartPolicy).toBe('Never');
    const workflow = await read('.github/workflows/lora-gate.yml');
    const minutes = [...workflow.matchAll(/timeout-minutes: (\d+)/g)].map(([, each]) => Number(each));
    expect(minutes.length).toBeGreaterThan(3);
    expect(template.spec.activeDeadlineSeconds).toBeGreaterThan(60 * Math.max(...minutes));
    expect(template.spec.automountServiceAccountToken).toBe(false);
  });

  it('give the runner one GPU and the cache where the Action looks for it', async () => {
    const { containers, volumes } = (await values()).template.spec;
    expect(containers.map(({ name }) => name)).toEqual(['runner']);
    const [runner] = containers as [Container];
    expect(runner.command).toEqual(['/home/runner/run.sh']);
    expect(runner.image).toMatch(/@sha256:[0-9a-f]{64}$/);
    expect(runner.resources.limits['nvidia.com/gpu']).toBe(1);
    expect(runner.resources.requests['nvidia.com/gpu']).toBe(1);
    const env = Object.fromEntries(runner.env.map(({ name, value }) => [name, value]));
    const [mount] = runner.volumeMounts;
    expect(defaultCacheDir(env)).toBe(path.join(mount!.mountPath, 'lora-gate'));
    expect(volumes.map(({ name }) => name)).toEqual([mount!.name]);
    expect(volumes[0]!.persistentVolumeClaim.claimName).toBe('lora-gate-cache');
  });
});

describe('docs/runners.md', () => {
  it('shows a budget that the configuration takes', async () => {
    const [, budget = ''] = /`budget: (\{[^`]+\})`/.exec(await read('docs/runners.md')) ?? [];
    const config = { version: 1, model: 'm/m', adapters: { a: { train: 'a', test: 'b' } } };
    const parsed = ConfigFileSchema.parse({ ...config, budget: parse(budget) as unknown });
    expect(parsed.budget).toEqual({ gpu_minutes: 90, judge_tokens: 200_000 });
  });
});
