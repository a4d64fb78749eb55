/**
 * Work in a fair order: owners take turns, one owner has a bounded number of places, and what belongs to one lane is done one after the
 * other. Work that waits already is not queued a second time. Knows nothing of GitHub; an owner is an installation, a lane a pull
 * request.
 */

export interface Job {
  owner: string;
  /** Never two of a lane at once. */
  lane: string;
  /** Jobs of a lane with one key are the same. */
  key: string;
  work: () => Promise<void>;
}

export interface WorkQueueOptions {
  /** At once, of all owners. */
  places?: number;
  /** At once, of one owner. */
  placesOfOwner?: number;
  /** More than these are dropped: reconciling finds what they were for. */
  mostWaiting?: number;
  onError: (thrown: unknown, job: Job) => void;
}

export interface WorkQueue {
  /** Whether the job will be done, by itself or by the same one that waits already. */
  add(job: Job): boolean;
  readonly waiting: number;
  readonly running: number;
  /** Resolves when nothing waits or runs. */
  idle(): Promise<void>;
  /** Takes no more and drops what waits; resolves when what runs has ended. */
  close(): Promise<void>;
}

interface Owner {
  jobs: Map<string, Job>;
  running: number;
}

export function createWorkQueue(options: WorkQueueOptions): WorkQueue {
  const { places = 16, placesOfOwner = 4, mostWaiting = 10_000, onError } = options;
  /** In the order of their turns. */
  const owners = new Map<string, Owner>();
  const lanes = new Set<string>();
  let running = 0;
  let waiting = 0;
  let closed = false;
  let listeners: (() => void)[] = [];

  const laneOf = ({ owner, lane }: Job) => JSON.stringify([owner, lane]);

  function next(owner: Owner): [key: string, job: Job] | undefined {
    if (owner.running >= placesOfOwner) return undefined;
    for (const entry of owner.jobs) if (!lanes.has(laneOf(entry[1]))) return entry;
    return undefined;
  }

  async function perform(job: Job, owner: Owner): Promise<void> {
    try {
      await job.work();
    } catch (thrown) {
      onError(thrown, job);
    } finally {
      lanes.delete(laneOf(job));
      owner.running--;
      running--;
      if (owner.running === 0 && owner.jobs.size === 0) owners.delete(job.owner);
      start();
    }
  }

  function start(): void {
    for (let started = true; started && running < places; ) {
      started = false;
      for (const [name, owner] of [...owners]) {
        if (running >= places) break;
        const found = next(owner);
        if (!found) continue;
        const [key, job] = found;
        owner.jobs.delete(key);
        waiting--;
        owner.running++;
        running++;
        lanes.add(laneOf(job));
        // Behind the others.
        owners.delete(name);
        owners.set(name, owner);
        started = true;
        void perform(job, owner);
      }
    }
    if (running > 0 || waiting > 0) return;
    const told = listeners;
    listeners = [];
    for (const tell of told) tell();
  }

  const idle = (): Promise<void> =>
    running === 0 && waiting === 0
      ? Promise.resolve()
      : new Promise((resolve) => {
          listeners.push(resolve);
        });

  return {
    add(job) {
      if (closed) return false;
      const owner = owners.get(job.owner) ?? { jobs: new Map<string, Job>(), running: 0 };
      const key = JSON.stringify([job.lane, job.key]);
      if (owner.jobs.has(key)) return true;
      if (owner.jobs.size >= mostWaiting) return false;
      owners.set(job.owner, owner);
      owner.jobs.set(key, job);
      waiting++;
      start();
      return true;
    },
    get waiting() {
      return waiting;
    },
    get running() {
      return running;
    },
    idle,
    close() {
      closed = true;
      for (const owner of owners.values()) owner.jobs.clear();
      waiting = 0;
      return idle();
    },
  };
}
