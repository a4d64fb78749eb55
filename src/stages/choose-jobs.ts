/**
 * How many trainings one machine does at once: as many as its memory holds, and on a processor as its cores feed. Pure; whoever
 * measures the machine hands it in.
 */

export interface Room {
  /** Trainings that wait. */
  trainings: number;
  /** What one training takes. */
  bytes: number;
  /** Whether `bytes` was measured in an earlier run, and not estimated from the size of the model. */
  measured: boolean;
  /** Of main memory. */
  free_bytes: number;
  cores: number;
  /** null without a GPU. */
  gpu_free_bytes: number | null;
}

export interface Jobs {
  jobs: number;
  /** For the log. */
  why: string;
}

/** One training keeps about so many cores busy: its large products use all that there are, and wait for memory beyond. */
const CORES_A_TRAINING = 4;
/** Of what is free; the rest is for what the system and the scoring need. */
const SHARE_OF_MEMORY = 0.8;

const gibibytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GiB`;

/** `auto` is as many as there is room for; a number is taken at its word. */
export function chooseJobs(asked: number | 'auto', room: Room): Jobs {
  const { trainings, bytes, measured, free_bytes, cores, gpu_free_bytes: gpu } = room;
  if (asked !== 'auto') return { jobs: Math.min(asked, trainings), why: `--jobs ${asked}` };
  const fitting = (free: number) => Math.floor((SHARE_OF_MEMORY * free) / bytes);
  const byMemory = gpu === null ? fitting(free_bytes) : Math.min(fitting(free_bytes), fitting(gpu));
  const byCores = gpu === null ? Math.floor(cores / CORES_A_TRAINING) : cores;
  const jobs = Math.max(1, Math.min(trainings, byMemory, byCores));
  const each = `about ${gibibytes(bytes)} each (${measured ? 'measured before' : 'estimated from the size of the model'})`;
  const memory = gpu === null ? gibibytes(free_bytes) : `${gibibytes(gpu)} of the GPU's memory`;
  const have = `${memory} free, ${each}, and ${cores} cores`;
  return {
    jobs,
    why:
      jobs < trainings && byCores < byMemory
        ? `${have}, of which a training uses about ${CORES_A_TRAINING}`
        : have,
  };
}

/** What a training on a model of these files takes, while nothing has been measured: weights, and as much again for the work, and a base. */
export function estimateTrainingBytes(fileBytes: number, kind: 'safetensors' | 'gguf'): number {
  // Files hold 16 bits a weight, or 4 and up; in memory there are 32.
  const weights = fileBytes * (kind === 'gguf' ? 8 : 2);
  return 2 * weights + 2 ** 30;
}
