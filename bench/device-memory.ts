/**
 * How much memory of the first NVIDIA GPU is in use while a process runs, as nvidia-smi says: for every framework the same,
 * with what its allocator holds in reserve and with the driver's own. Measures no time.
 */

import { createInterface } from 'node:readline';
import { execa } from 'execa';

/** Often enough for a step; seldom enough to cost nothing. */
const EVERY_MILLISECONDS = 100;
const QUERY = ['--query-gpu=memory.used', '--format=csv,noheader,nounits', '--id=0'];

export interface DeviceMemory {
  /** Highest use since the start, less what was in use before, in bytes. */
  stop(): Promise<number>;
}

export async function gpuName(): Promise<string> {
  const { stdout } = await execa('nvidia-smi', ['--query-gpu=name,driver_version', '--format=csv,noheader']);
  return (stdout.split('\n')[0] as string).trim();
}

export async function watchDeviceMemory(): Promise<DeviceMemory> {
  const { stdout } = await execa('nvidia-smi', QUERY);
  const before = Number(stdout);
  let highest = before;
  const watching = execa('nvidia-smi', [...QUERY, `--loop-ms=${EVERY_MILLISECONDS}`], {
    reject: false,
    buffer: false,
  });
  const lines = createInterface({ input: watching.stdout });
  lines.on('line', (line) => {
    highest = Math.max(highest, Number(line) || 0);
  });
  return {
    async stop() {
      watching.kill();
      await watching;
      return (highest - before) * 2 ** 20;
    },
  };
}
