/** How much memory is free on the GPU that a training would use, as the driver's own tool says. */

import { runProgram } from './program.ts';

/** Of `nvidia-smi --query-gpu=memory.free --format=csv,noheader,nounits`: MiB, a GPU a line. */
export function parseFreeMemory(text: string): number | null {
  const free = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^\d+$/.test(line))
    .map((line) => Number(line) * 2 ** 20);
  return free[0] ?? null;
}

/** Bytes; 0 where nobody can say, so that nothing is tried on a guess. */
export async function freeGpuBytes(): Promise<number> {
  const query = ['--query-gpu=memory.free', '--format=csv,noheader,nounits'];
  const { ok, output } = await runProgram('nvidia-smi', query, { env: {}, timeoutSeconds: 30 });
  return (ok ? parseFreeMemory(output) : null) ?? 0;
}
