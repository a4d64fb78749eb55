import { describe, expect, it } from 'vitest';
import { parseFreeMemory } from '../../src/runtime/gpu-memory.ts';
import { chooseJobs, estimateTrainingBytes, type Room } from '../../src/stages/choose-jobs.ts';

const GIB = 2 ** 30;
const room = (of: Partial<Room>): Room => ({
  trainings: 10,
  bytes: 4 * GIB,
  measured: true,
  free_bytes: 64 * GIB,
  cores: 16,
  gpu_free_bytes: null,
  ...of,
});

describe('trainings at once', () => {
  it('are one on a processor unless cores and memory are there for more, and the log says what decided', () => {
    expect(chooseJobs('auto', room({ cores: 2 }))).toEqual({
      jobs: 1,
      why: '64.0 GiB free, about 4.0 GiB each (measured before), and 2 cores, of which a training uses about 4',
    });
    // 16 cores feed four.
    expect(chooseJobs('auto', room({})).jobs).toBe(4);
    // 80 % of 11 GiB hold two of 4 GiB.
    expect(chooseJobs('auto', room({ free_bytes: 11 * GIB })).jobs).toBe(2);
    expect(chooseJobs('auto', room({ free_bytes: GIB })).jobs).toBe(1);
    expect(chooseJobs('auto', room({ trainings: 3 })).jobs).toBe(3);
  });

  it('are as many as the GPU holds, and main memory as well', () => {
    // 80 % of 80 GiB hold five of 12 GiB.
    const gpu = { bytes: 12 * GIB, gpu_free_bytes: 80 * GIB, free_bytes: 128 * GIB };
    expect(chooseJobs('auto', room(gpu))).toEqual({
      jobs: 5,
      why: "80.0 GiB of the GPU's memory free, about 12.0 GiB each (measured before), and 16 cores",
    });
    expect(chooseJobs('auto', room({ ...gpu, free_bytes: 32 * GIB })).jobs).toBe(2);
    // A driver that does not answer.
    expect(chooseJobs('auto', room({ ...gpu, gpu_free_bytes: 0 })).jobs).toBe(1);
  });

  it('are as many as somebody says, and never more than there are', () => {
    expect(chooseJobs(6, room({ cores: 1, free_bytes: 0 }))).toEqual({ jobs: 6, why: '--jobs 6' });
    expect(chooseJobs(6, room({ trainings: 2 })).jobs).toBe(2);
  });

  it('are estimated from the size of the model where nothing was measured', () => {
    // Gemma 3 270M: 536 MB in 16 bits, 1.07 GB in memory; its training was measured at 3.4 GB.
    const bytes = estimateTrainingBytes(536e6, 'safetensors');
    expect(bytes).toBeGreaterThan(3e9);
    expect(bytes).toBeLessThan(3.8e9);
    // Four bits a weight become 32.
    expect(estimateTrainingBytes(134e6, 'gguf')).toBe(bytes);
    expect(chooseJobs('auto', room({ bytes, measured: false })).why).toContain('estimated from the size');
  });
});

it('reads what the first GPU has free, and knows when nobody says', () => {
  expect(parseFreeMemory('81559\n40000\n')).toBe(81559 * 2 ** 20);
  expect(parseFreeMemory('[N/A]\n')).toBeNull();
  expect(parseFreeMemory('NVIDIA-SMI has failed\n')).toBeNull();
});
