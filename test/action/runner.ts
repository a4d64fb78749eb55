/**
 * Runs the Action as the runner of a job does: inputs and event by environment, files for outputs, state and summary, the post step
 * as a process of its own afterwards. LORA_GATE_TEST_ACTION names another entry (`dist/action/index.js`), and
 * LORA_GATE_TEST_NODE another Node.
 */

import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa, type ResultPromise } from 'execa';
import type { InputName } from '../../src/action/inputs.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ENTRY = process.env.LORA_GATE_TEST_ACTION ?? 'src/action.ts';
const NODE = process.env.LORA_GATE_TEST_NODE ?? process.execPath;

export interface StepOptions {
  event: { name: string; payload: unknown };
  inputs: Partial<Record<InputName, string>>;
  /** GITHUB_* and whatever else the job has set. */
  env: Record<string, string>;
}

export interface Step {
  exitCode: number | undefined;
  log: string;
  outputs: Record<string, string>;
  state: Record<string, string>;
  summary: string;
}

export interface RunningStep {
  process: ResultPromise<{ all: true; reject: false }>;
  /** Resolves once the log has the text. */
  logged(text: string): Promise<void>;
  done(): Promise<Step>;
}

/** `NAME<<DELIMITER\\nvalue\\nDELIMITER` blocks; the last of a name counts. */
function parseFile(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', , value = ''] of text.matchAll(/^(.+)<<(ghadelimiter_\S+)\n([\s\S]*?)\n?\2$/gm)) {
    found[name] = value;
  }
  return found;
}

const inherited = () => {
  const { PATH, HOME, XDG_CACHE_HOME } = process.env;
  return { PATH: PATH ?? '', HOME: HOME ?? '', ...(XDG_CACHE_HOME && { XDG_CACHE_HOME }) };
};

async function filesIn(folder: string) {
  const names = ['OUTPUT', 'STATE', 'STEP_SUMMARY', 'ENV', 'PATH'] as const;
  const files: Record<string, string> = {};
  for (const name of names) {
    files[`GITHUB_${name}`] = path.join(folder, name.toLowerCase());
    await writeFile(files[`GITHUB_${name}`] as string, '');
  }
  return files;
}

/** Starts the main step, or with `state` the post step. */
export async function startStep(
  { event, inputs, env }: StepOptions,
  state: Record<string, string> = {},
): Promise<RunningStep> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-step-'));
  const files = await filesIn(folder);
  const eventPath = path.join(folder, 'event.json');
  await writeFile(eventPath, JSON.stringify(event.payload));
  const given = (prefix: string, values: Record<string, string | undefined>) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) =>
        value === undefined ? [] : [[prefix + name, value]],
      ),
    );
  const upper = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name.toUpperCase(), value]),
  );
  const loader = ENTRY.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const started = execa(NODE, [...loader, path.resolve(ROOT, ENTRY)], {
    cwd: ROOT,
    extendEnv: false,
    // A step that was told to stop ends by itself, however busy the machine is.
    forceKillAfterDelay: false,
    all: true,
    reject: false,
    env: {
      ...inherited(),
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: eventPath,
      ...files,
      ...given('INPUT_', upper),
      ...given('STATE_', state),
      ...env,
    },
  });
  const step = started as RunningStep['process'];
  const read = (name: string) => readFile(files[`GITHUB_${name}`] as string, 'utf8');
  return {
    process: step,
    logged: (text) =>
      new Promise((resolve, reject) => {
        let seen = '';
        step.all.on('data', (chunk: Buffer) => {
          seen += chunk.toString();
          if (seen.includes(text)) resolve();
        });
        step.all.on('end', () => reject(new Error(`ended without ${JSON.stringify(text)}:\n${seen}`)));
      }),
    async done() {
      const { exitCode, all } = await step;
      return {
        exitCode,
        log: String(all),
        outputs: parseFile(await read('OUTPUT')),
        state: parseFile(await read('STATE')),
        summary: await read('STEP_SUMMARY'),
      };
    },
  };
}

export async function runStep(options: StepOptions, state?: Record<string, string>): Promise<Step> {
  return (await startStep(options, state)).done();
}
