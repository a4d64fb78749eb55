/**
 * What several replicas of the app share through Redis: GitHub's rate limits, in Octokit's own queues as Probot would connect them, and
 * whose turn it is at a pull request. Nothing here is state: with Redis lost, what there is to do is still found on GitHub. Probot's
 * own connection loads its driver by name, which no bundle has, and is never closed. Knows nothing of what the work is.
 */

import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import Bottleneck from 'bottleneck';
import { Redis } from 'ioredis';
import { messageOf, UserError } from '../errors.ts';

/** A replica that dies holds its turns for so long. */
const LEASE_MILLISECONDS = 15_000;
const ASK_AGAIN_MILLISECONDS = 200;
const MOST_START_MILLISECONDS = 5000;

const RENEW = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0`;
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`;

/** Octokit's queues: so many requests at once, and pauses where GitHub asks for them. */
type Queue = 'global' | 'auth' | 'search' | 'write' | 'notifications';
const QUEUES: Record<Queue, { maxConcurrent: number; minTime?: number }> = {
  global: { maxConcurrent: 10 },
  auth: { maxConcurrent: 1 },
  search: { maxConcurrent: 1, minTime: 2000 },
  write: { maxConcurrent: 1, minTime: 1000 },
  notifications: { maxConcurrent: 1, minTime: 3000 },
};
/** What lies in Redis of an installation that nothing is asked for. */
const QUEUE_MILLISECONDS = 120_000;

export interface Replicas {
  /** For a client's options, which name the installation by `id`. */
  throttle: Record<Queue, Bottleneck.Group> & {
    Bottleneck: typeof Bottleneck;
    connection: Bottleneck.IORedisConnection;
  };
  /**
   * Does the work when no other replica does work of that name; after `stop` what waits is left out.
   *
   * The turn is kept for as long as the process lives, not for as long as it is fast: who loses Redis for longer than a lease may
   * not be alone any more, and what is written to GitHub is written so that it bears that.
   */
  inTurn(name: string, work: () => Promise<void>): Promise<void>;
  /** Begins nothing that still waits for its turn. */
  stop(): void;
  close(): void;
}

export interface ReplicasOptions {
  /** Of what went wrong on the way to Redis; it goes on trying. */
  onError: (thrown: unknown) => void;
}

/** Without user and password. */
const placeOf = (url: string) => (URL.canParse(url) ? new URL(url).host : 'the address');

/** @throws UserError `app-redis` where it does not answer */
export async function joinReplicas(url: string, { onError }: ReplicasOptions): Promise<Replicas> {
  const client = new Redis(url);
  let problem: unknown;
  const remember = (thrown: unknown) => {
    problem = thrown;
  };
  client.on('error', remember);
  try {
    await new Promise<void>((ready, failed) => {
      const timer = setTimeout(failed, MOST_START_MILLISECONDS);
      client.once('ready', () => {
        clearTimeout(timer);
        ready();
      });
    });
  } catch {
    client.disconnect();
    throw new UserError('app-redis', `Redis at ${placeOf(url)} does not answer`, {
      problems: [messageOf(problem ?? 'it never got ready')],
      hint: 'Start it, or correct REDIS_URL; one replica alone needs no Redis: leave REDIS_URL out.',
    });
  }
  client.off('error', remember).on('error', onError);
  // Without `Redis` it would load the driver by name.
  const connection = new Bottleneck.IORedisConnection({ client, Redis });
  connection.on('error', onError);
  const queue = (name: Queue) =>
    new Bottleneck.Group({
      ...{ id: `lora-gate-${name}`, timeout: QUEUE_MILLISECONDS, connection },
      ...QUEUES[name],
    });
  // Given, because the plugin's own are made once in a process, by whichever client asks first.
  const queues = {
    ...{ global: queue('global'), auth: queue('auth'), search: queue('search') },
    ...{ write: queue('write'), notifications: queue('notifications') },
  };
  let stopped = false;

  async function taken(key: string, owner: string): Promise<boolean> {
    while (!stopped) {
      if ((await client.set(key, owner, 'PX', LEASE_MILLISECONDS, 'NX')) === 'OK') return true;
      await wait(ASK_AGAIN_MILLISECONDS);
    }
    return false;
  }

  return {
    throttle: { ...queues, Bottleneck, connection },
    async inTurn(name, work) {
      const [key, owner] = [`lora-gate:turn:${name}`, randomUUID()];
      if (!(await taken(key, owner))) return;
      const renew = () => void client.eval(RENEW, 1, key, owner, LEASE_MILLISECONDS).catch(onError);
      const timer = setInterval(renew, LEASE_MILLISECONDS / 3);
      try {
        await work();
      } finally {
        clearInterval(timer);
        await client.eval(RELEASE, 1, key, owner).catch(onError);
      }
    },
    stop() {
      stopped = true;
    },
    close() {
      void connection.disconnect(false);
      client.disconnect();
    },
  };
}
