/**
 * Which of several machines this is, and where the first one is: from the variables that launchers and Slurm set. Pure: the
 * environment is handed in. Starts nothing.
 */

import { UserError } from '../../errors.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

/** What the processes of a training inherit: where programs and devices are, never a key. */
const INHERITED =
  /^(PATH|HOME|USER|LANG|LC_[A-Z]+|TZ|TMPDIR|LD_LIBRARY_PATH|(CUDA|NVIDIA|NCCL|GLOO|OMP|MKL|KMP|UCX|FI|TORCH|PYTORCH|SLURM|TRITON|OPENBLAS)_\w+)$/;
const PLACES = /^(MASTER_ADDR|MASTER_PORT|MACHINE_RANK|NODE_RANK|GROUP_RANK|TORCHELASTIC_RUN_ID)$/;
const SECRET = /TOKEN|KEY|SECRET|PASSWORD|CREDENTIAL|JWT/;

/** The part of a process environment that a training needs. */
export function launchVariables(env: Variables): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined &&
        (INHERITED.test(entry[0]) || PLACES.test(entry[0])) &&
        !SECRET.test(entry[0]),
    ),
  );
}

/** What Python inherits: without the places, which the launcher sets itself for each process. */
export function inheritedVariables(variables: Variables): Record<string, string> {
  return Object.fromEntries(
    Object.entries(launchVariables(variables)).filter(([name]) => !PLACES.test(name)),
  );
}

export interface Place {
  /** Counted from 0; the first machine coordinates. */
  machine_rank: number;
  main_process_ip: string;
  main_process_port: number;
}

const DEFAULT_PORT = 29_500;
const RANKS = ['MACHINE_RANK', 'NODE_RANK', 'GROUP_RANK', 'SLURM_NODEID'] as const;

/** @throws UserError `accelerate-machines` with everything that is missing or does not fit. */
export function findPlace(num_machines: number, variables: Variables): Place {
  const problems: string[] = [];
  const rankName = RANKS.find((name) => variables[name] !== undefined);
  const rank = rankName === undefined ? undefined : wholeNumber(variables[rankName]);
  if (rankName === undefined) problems.push(`the number of this machine: none of ${RANKS.join(', ')} is set`);
  else if (rank === undefined || rank >= num_machines) {
    problems.push(`${rankName} is ${variables[rankName]}, expected 0 to ${num_machines - 1}`);
  }
  const address = variables.MASTER_ADDR || firstHost(variables);
  if (!address)
    problems.push('the address of the first machine: neither MASTER_ADDR nor SLURM_JOB_NODELIST is set');
  const port = portOf(variables);
  if (port === undefined) problems.push(`MASTER_PORT is ${variables.MASTER_PORT}, expected 1 to 65535`);
  const allotted = wholeNumber(variables.SLURM_NNODES);
  if (allotted !== undefined && allotted !== num_machines) {
    problems.push(`Slurm has given this job ${allotted} machines (SLURM_NNODES)`);
  }
  if (problems.length > 0 || rank === undefined || !address || port === undefined) {
    throw new UserError(
      'accelerate-machines',
      `a training on ${num_machines} machines cannot be started here`,
      {
        problems,
        hint: 'start the same command on every machine with MASTER_ADDR, MASTER_PORT and MACHINE_RANK set, or with srun; docs/accelerate.md',
      },
    );
  }
  return { machine_rank: rank, main_process_ip: address, main_process_port: port };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

function portOf(variables: Variables): number | undefined {
  if (variables.MASTER_PORT === undefined) {
    const job = wholeNumber(variables.SLURM_JOB_ID?.slice(-4));
    // Two jobs on one machine must not meet.
    return job === undefined ? DEFAULT_PORT : 20_000 + job;
  }
  const port = wholeNumber(variables.MASTER_PORT);
  // torchrun holds its port itself for as long as what it has started runs.
  const taken = variables.TORCHELASTIC_RUN_ID === undefined ? 0 : 1;
  return port !== undefined && port > 0 && port + taken <= 65_535 ? port + taken : undefined;
}

/** The first of Slurm's hosts: `gpu[03-05,09]` begins with gpu03. */
function firstHost({ SLURM_STEP_NODELIST, SLURM_JOB_NODELIST }: Variables): string | undefined {
  const list = SLURM_STEP_NODELIST || SLURM_JOB_NODELIST;
  const match =
    list === undefined ? null : /^([A-Za-z0-9.-]+)(?:\[(\d+)[^\]]*\]([A-Za-z0-9.-]*))?/.exec(list);
  return match ? `${match[1]}${match[2] ?? ''}${match[3] ?? ''}` : undefined;
}
