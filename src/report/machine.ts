/** The machine a run ran on, as results record it. */

import os from 'node:os';

export interface Machine {
  platform: string;
  cpu: string;
  cores: number;
  memory_bytes: number;
  gpu: string | null;
}

export function describeMachine(gpu: string | null): Machine {
  return {
    platform: `${os.platform()} ${os.arch()}`,
    cpu: os.cpus()[0]?.model.trim() || 'unknown',
    cores: os.availableParallelism(),
    memory_bytes: os.totalmem(),
    gpu,
  };
}
