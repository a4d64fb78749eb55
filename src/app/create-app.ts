/**
 * The app: Probot for who we are and what we may, a queue for what is to be done. It keeps nothing that GitHub does not have; killed
 * at any moment, another one goes on from what is there. Knows nothing of ports and signals.
 */

import { Probot, ProbotOctokit } from 'probot';
import { messageOf, UserError } from '../errors.ts';
import {
  createDeliveries,
  type DeliveriesOptions,
  type Delivery,
  type RequestHandler,
} from './deliveries.ts';
import type { Desk } from './desk.ts';
import { laneOf, runErrand } from './errands.ts';
import { readTasks, type Task } from './events.ts';
import { pinoLogger } from './pino-logger.ts';
import { createMemory, type Memory, reconcileRepository } from './reconcile.ts';
import { joinReplicas, type Replicas } from './replicas.ts';
import type { AppSettings } from './settings.ts';
import { createWorkQueue } from './work-queue.ts';

export interface AppOptions {
  /** Another client, such as one without waits. */
  Octokit?: typeof ProbotOctokit;
  /** Another `fetch`, such as one that goes through a proxy. */
  fetch?: typeof globalThis.fetch;
  /** See Desk; one minute where left out. */
  graceMilliseconds?: number;
  now?: () => number;
  onDelivery?: DeliveriesOptions['onDelivery'];
  onError?: (thrown: unknown) => void;
  onRun?: Desk['ended'];
  /** The headers of each answer of the API to an installation. */
  onAnswer?: (installation: number, headers: Readonly<Record<string, string | number | undefined>>) => void;
}

export interface App {
  probot: Probot;
  /** Answers webhooks. */
  handler: RequestHandler;
  /** Queues what a delivery that was verified asks for; false where there is no room. */
  accept(delivery: Omit<Delivery, 'id'>): boolean;
  /** Of the queue. */
  readonly waiting: number;
  readonly running: number;
  /** Looks for what was missed, and queues it. */
  reconcile(): Promise<void>;
  /** Resolves when nothing waits or runs. */
  idle(): Promise<void>;
  /** Ends what runs, forgets what waits: it is found again. */
  close(): Promise<void>;
}

const GRACE_MILLISECONDS = 60_000;
/** So long after it was made an installation is greeted by a look, too. */
const NEW_MILLISECONDS = 3_600_000;

/** The same client in queues that all replicas share. */
function throttledBy(Octokit: typeof ProbotOctokit, { throttle }: Replicas): typeof ProbotOctokit {
  return Octokit.defaults((options: Record<string, unknown>) => ({
    ...options,
    // Probot puts its own in, so that a plain object of defaults would not last.
    throttle: { ...(options.throttle as object | undefined), ...throttle },
  }));
}

export async function createApp(settings: AppSettings, options: AppOptions = {}): Promise<App> {
  const { appId, privateKey, webhookSecret, logLevel, redisUrl, apiUrl, workflow } = settings;
  let redisProblem: (thrown: unknown) => void = () => {};
  const replicas =
    redisUrl === undefined
      ? undefined
      : await joinReplicas(redisUrl, { onError: (thrown) => redisProblem(thrown) });
  const { Octokit = ProbotOctokit } = options;
  const probot = await new Probot({
    ...{ appId, privateKey, secret: webhookSecret, logLevel, logFormat: 'json', logLevelInString: true },
    ...(apiUrl !== undefined && { baseUrl: apiUrl }),
    Octokit: replicas ? throttledBy(Octokit, replicas) : Octokit,
    ...(options.fetch && { request: { fetch: options.fetch } }),
  }).ready();
  const logger = pinoLogger(probot.log, { name: 'lora-gate' });
  redisProblem = (thrown) => logger.error(`Redis: ${messageOf(thrown).slice(0, 500)}`);
  const timers = new Set<NodeJS.Timeout>();
  const { onError = () => {}, now = Date.now } = options;

  const queue = createWorkQueue({
    onError(thrown, { lane, key }) {
      // What an error of the API says may quote a request; its first line does not.
      logger.error(`${lane} ${key}: ${messageOf(thrown).split('\n')[0]?.slice(0, 500)}`);
      onError(thrown);
    },
  });

  let self: Promise<string> | undefined;
  const ownLogin = () => {
    self ??= (async () => {
      const { data } = await (await probot.auth()).rest.apps.getAuthenticated();
      return `${(data as { slug: string }).slug}[bot]`;
    })();
    self.catch(() => {
      self = undefined;
    });
    return self;
  };

  async function deskOf(place: Omit<Task, 'errand'>): Promise<Desk> {
    const { installation, owner, repo } = place;
    const client = await probot.auth(installation);
    const { onAnswer } = options;
    if (onAnswer) client.hook.after('request', ({ headers }) => onAnswer(installation, headers));
    return {
      client: client as unknown as Desk['client'],
      repository: { owner, repo },
      appId,
      self: await ownLogin(),
      workflow,
      logger: pinoLogger(probot.log, { installation, repository: `${owner}/${repo}` }),
      graceMilliseconds: options.graceMilliseconds ?? GRACE_MILLISECONDS,
      welcome: settings.welcome,
      now,
      ended: options.onRun,
      enqueue(errand, milliseconds = 0) {
        if (milliseconds === 0) return void enqueue({ ...place, errand });
        const timer = setTimeout(() => {
          timers.delete(timer);
          enqueue({ ...place, errand });
        }, milliseconds);
        timer.unref();
        timers.add(timer);
      },
    };
  }

  /** By repository. */
  const memories = new Map<string, Memory>();

  function enqueue(task: Task): boolean {
    const { installation, errand } = task;
    const lane = laneOf(task, errand);
    const work = async () => {
      try {
        await runErrand(await deskOf(task), errand);
      } catch (thrown) {
        // The next look has to find it again.
        if ('pull' in errand) memories.get(`${task.owner}/${task.repo}`)?.seen.delete(errand.pull);
        throw thrown;
      }
    };
    return queue.add({
      owner: String(installation),
      lane,
      key: JSON.stringify(errand),
      work: replicas ? () => replicas.inTurn(`${appId} ${installation} ${lane}`, work) : work,
    });
  }

  /** Nobody is greeted unasked. */
  const isWanted = ({ errand }: Task) => errand.kind !== 'welcome' || settings.welcome !== 'off';

  const accept = (delivery: Omit<Delivery, 'id'>) =>
    readTasks(delivery, appId).filter(isWanted).map(enqueue).every(Boolean);

  async function reconcileInstallation(installation: number, isNew: boolean): Promise<void> {
    const client = await probot.auth(installation);
    const repositories = await client.paginate(client.rest.apps.listReposAccessibleToInstallation, {
      per_page: 100,
    });
    for (const { owner, name, archived } of repositories) {
      if (archived) continue;
      const place = { installation, owner: owner.login, repo: name };
      // The delivery that told of it may have been lost with the process.
      if (isNew) enqueue({ ...place, errand: { kind: 'welcome' } });
      const key = `${owner.login}/${name}`;
      const memory = memories.get(key) ?? createMemory();
      memories.set(key, memory);
      try {
        await reconcileRepository(await deskOf(place), memory);
      } catch (thrown) {
        // The hour's requests are used up for all of them; anything else is this one's own, and the next are looked at.
        if (thrown instanceof UserError && thrown.code === 'github-rate-limit') throw thrown;
        logger.error(`reconcile ${key}: ${messageOf(thrown).split('\n')[0]?.slice(0, 500)}`);
        onError(thrown);
      }
    }
  }

  async function reconcile(): Promise<void> {
    const client = await probot.auth();
    const installations = await client.paginate(client.rest.apps.listInstallations, { per_page: 100 });
    for (const { id, suspended_at, created_at } of installations) {
      if (suspended_at) continue;
      const isNew = settings.welcome !== 'off' && now() - Date.parse(created_at) < NEW_MILLISECONDS;
      queue.add({
        ...{ owner: String(id), lane: 'reconcile', key: 'reconcile' },
        work: () => reconcileInstallation(id, isNew),
      });
    }
  }

  return {
    probot,
    reconcile,
    handler: createDeliveries({
      verify: (body, signature) => probot.webhooks.verify(body, signature),
      accept,
      ...(options.onDelivery && { onDelivery: options.onDelivery }),
    }),
    accept,
    get waiting() {
      return queue.waiting;
    },
    get running() {
      return queue.running;
    },
    idle: () => queue.idle(),
    async close() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      replicas?.stop();
      await queue.close();
      replicas?.close();
    },
  };
}
