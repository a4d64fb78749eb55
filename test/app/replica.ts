/** Another process of the app, as people start it: `lora-gate serve` against the GitHub of a test and its Redis. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sign } from '@octokit/webhooks-methods';
import { WEBHOOK_PATH } from '../../src/app/deliveries.ts';
import { cliCommand } from '../commands/cli.ts';
import { SECRET, settingsOf, type World } from './world.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Replica extends AsyncDisposable {
  url: string;
  /** Lines of its log. */
  log: string[];
  deliver(id: string, event: string, payload: object): Promise<number>;
  /** Resolves when nothing waits or runs in it. */
  idle(): Promise<void>;
  /** The exit code; null where the signal ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

export async function startReplica({ github }: World, redisUrl: string): Promise<Replica> {
  const { appId, privateKey, apiUrl } = settingsOf(github);
  const [, ...words] = cliCommand(['serve']);
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      ...{ APP_ID: String(appId), PRIVATE_KEY: privateKey, WEBHOOK_SECRET: SECRET },
      ...{ GITHUB_API_URL: apiUrl, REDIS_URL: redisUrl, PORT: '0', LOG_LEVEL: 'warn' },
    },
  });
  const log: string[] = [];
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const url = await new Promise<string>((found, failed) => {
    const hear = (chunk: Buffer) => {
      log.push(...chunk.toString().split('\n').filter(Boolean));
      const [, address] = /listening on (http:\/\/[^/\s]+)/.exec(chunk.toString()) ?? [];
      if (address !== undefined) found(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void exited.then(() => failed(new Error(`the app ended before it listened:\n${log.join('\n')}`)));
  });
  const about = {
    installation: { id: github.app?.installation },
    repository: { name: 'desk', owner: { login: 'team' } },
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    return (await exited)[0];
  };
  return {
    url,
    log,
    end,
    async deliver(id, event, payload) {
      const body = JSON.stringify({ ...about, ...payload });
      const headers = {
        ...{ 'content-type': 'application/json', 'x-github-delivery': id, 'x-github-event': event },
        'x-hub-signature-256': await sign(SECRET, body),
      };
      const response = await fetch(url + WEBHOOK_PATH, { method: 'POST', body, headers });
      await response.text();
      return response.status;
    },
    async idle() {
      for (;;) {
        const text = await (await fetch(`${url}/metrics`)).text();
        const counts = [...text.matchAll(/^lora_gate_queue_deliveries\{state="\w+"\} (\d+)$/gm)];
        if (counts.length !== 2) throw new Error(`no counts of the queue:\n${text}`);
        if (counts.every(([, count]) => count === '0')) return;
        await new Promise((again) => setTimeout(again, 50));
      }
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) await end('SIGKILL');
    },
  };
}
