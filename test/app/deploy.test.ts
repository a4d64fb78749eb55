/** What is deployed names what is there: entry, files, health, variables; and gives the app no more than it needs. */

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFile(path.join(ROOT, file), 'utf8');
const entry = async () =>
  (JSON.parse(await read('package.json')) as { bin: Record<string, string> }).bin['lora-gate'];

/** Instructions in order, continued lines joined, comments left out. */
function instructions(dockerfile: string): [name: string, rest: string][] {
  return dockerfile
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name = '', rest = ''] = /^([A-Z]+)\s+(.+)$/.exec(line) ?? [];
      if (name === '') throw new Error(`no instruction: ${line}`);
      return [name, rest];
    });
}

const all = (of: [string, string][], name: string) =>
  of.filter(([one]) => one === name).map(([, rest]) => rest);

describe('the image', () => {
  it('starts the program that dist has, as a user without rights', async () => {
    const steps = instructions(await read('deploy/Dockerfile'));
    expect(all(steps, 'ENTRYPOINT').map((text) => JSON.parse(text))).toEqual([['node', await entry()]]);
    expect(all(steps, 'CMD').map((text) => JSON.parse(text))).toEqual([['serve']]);
    expect(all(steps, 'USER')).toEqual(['node']);
    expect(all(steps, 'RUN')).toEqual([]);
    if (existsSync(path.join(ROOT, 'dist')))
      expect(existsSync(path.join(ROOT, (await entry()) as string))).toBe(true);
  });

  it('copies what is there and what its ignore file lets in', async () => {
    const steps = instructions(await read('deploy/Dockerfile'));
    const copied = all(steps, 'COPY').flatMap((text) => text.split(/\s+/).slice(0, -1));
    const allowed = (await read('deploy/Dockerfile.dockerignore'))
      .split('\n')
      .filter((line) => line.startsWith('!'));
    expect(copied.sort()).toEqual(allowed.map((line) => line.slice(1)).sort());
    for (const file of copied) expect(file === 'dist' || existsSync(path.join(ROOT, file)), file).toBe(true);
  });

  it('asks for its health in a way that tells a healthy server from a sick one', async () => {
    const [health = ''] = all(instructions(await read('deploy/Dockerfile')), 'HEALTHCHECK');
    const [, , script] = JSON.parse(/CMD (\[.*\])$/.exec(health)?.[1] ?? '[]') as string[];
    const { createServer } = await import('node:http');
    let status = 200;
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/healthz' ? status : 404).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const env = { ...process.env, PORT: String((server.address() as { port: number }).port) };
    const code = () =>
      promisify(execFile)(process.execPath, ['-e', script as string], { env }).then(
        () => 0,
        (thrown: { code: number }) => thrown.code,
      );
    expect(await code()).toBe(0);
    status = 503;
    expect(await code()).toBe(1);
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    expect(await code()).toBe(1);
  });
});

interface Compose {
  services: Record<'app' | 'redis', Record<string, unknown>>;
  networks: Record<string, { internal?: boolean }>;
  secrets: Record<string, { file: string }>;
}

describe('docker-compose.yml', () => {
  it('builds that image and gives each service no more than it needs', async () => {
    const { services, networks, secrets } = parse(await read('deploy/docker-compose.yml')) as Compose;
    const { app, redis } = services;
    const { context, dockerfile } = app.build as { context: string; dockerfile: string };
    expect(path.join(ROOT, 'deploy', context, dockerfile)).toBe(path.join(ROOT, 'deploy/Dockerfile'));
    for (const [name, service] of Object.entries(services)) {
      expect(service, name).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    }
    expect((app.ports as string[]).every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
    expect(redis.ports).toBeUndefined();
    expect(redis.networks).toEqual(['inside']);
    expect(networks.inside?.internal).toBe(true);
    const { PRIVATE_KEY_PATH } = app.environment as Record<string, string>;
    expect(PRIVATE_KEY_PATH).toBe(`/run/secrets/${(app.secrets as string[])[0]}`);
    expect(Object.keys(secrets)).toEqual(app.secrets);
  });

  it('and git keep the credentials out', async () => {
    const kept = async (file: string) =>
      promisify(execFile)('git', ['check-ignore', '-q', file], { cwd: ROOT }).then(
        () => true,
        () => false,
      );
    for (const name of ['lora-gate.env', 'lora-gate.pem']) {
      expect(await kept(name), name).toBe(true);
      expect(await kept(`deploy/${name}`), name).toBe(true);
    }
  });
});

describe('the unit', () => {
  const UNIT = 'deploy/lora-gate.service';

  it('starts the same program, without rights and with the key as a credential', async () => {
    const text = await read(UNIT);
    const sections = [...text.matchAll(/^\[(\w+)\]$/gm)].map(([, name]) => name);
    expect(sections).toEqual(['Unit', 'Service', 'Install']);
    for (const line of text.split('\n')) expect(line).toMatch(/^(#.*|\[\w+\]|[A-Z]\w+=.*|)$/);
    expect(text).toContain(`/usr/bin/node ${await entry()} serve`);
    for (const line of [
      'DynamicUser=yes',
      'NoNewPrivileges=yes',
      'CapabilityBoundingSet=',
      'ProtectSystem=strict',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    const [, credential] = /^LoadCredential=([\w.-]+):/m.exec(text) ?? [];
    expect(text).toContain(`PRIVATE_KEY_PATH=%d/${credential} `);
  });

  const analyze = '/usr/bin/systemd-analyze';
  it.runIf(existsSync(analyze))('is one that systemd takes and calls well confined', async () => {
    const run = promisify(execFile);
    const { stdout, stderr } = await run(analyze, ['security', '--offline=yes', '--threshold=20', UNIT], {
      cwd: ROOT,
    });
    expect(stdout).toMatch(/Overall exposure level for lora-gate\.service: 1\.\d OK/);
    expect(stderr).toBe('');
  });
});
