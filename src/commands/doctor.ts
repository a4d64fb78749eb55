/** `lora-gate doctor`: looks at everything that the commands need, on this machine and beyond, says what is wrong and how to mend it. */

import { Command } from 'commander';
import { ownFile } from '../assets.ts';
import type { Diagnosis } from '../runtime/diagnosis.ts';
import { diagnoseRuntime } from '../runtime/doctor.ts';
import { diagnosePython } from '../runtime/doctor-python.ts';
import { REQUIREMENTS } from '../train/accelerate/requirements.ts';
import type { CommandContext } from './context.ts';
import { diagnoseConfig, diagnoseGithub } from './doctor-services.ts';
import { diagnoseStore } from './doctor-store.ts';
import { extendsFileOption } from './read-config.ts';

const MARKS = new Map<Diagnosis['ok'], string>([
  [true, 'ok  '],
  ['warn', 'warn'],
  [false, 'FAIL'],
]);

/** One line for each check, the fix below it. */
export function renderDiagnoses(diagnoses: readonly Diagnosis[]): string {
  const width = Math.max(...diagnoses.map(({ name }) => name.length));
  return diagnoses
    .flatMap(({ name, ok, found, fix }) => {
      const line = `${MARKS.get(ok)}  ${name.padEnd(width)}  ${found}`;
      return fix === undefined ? [line] : [line, `${' '.repeat(width + 8)}fix: ${fix}`];
    })
    .join('\n');
}

const EXIT_NOT_READY = 2;

interface DoctorOptions {
  config?: string;
  extends?: string;
  repoSlug?: string;
  store?: string;
  json?: true;
}

export function doctorCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('doctor')
    .description(
      'look at this machine, at what a configuration names, and at a repository on GitHub; exit code 2 when something fails',
    )
    .option(
      '--config <file>',
      'whose model, judge and Opik to look for (default: lora-gate.yml if it is there)',
    )
    .addOption(extendsFileOption())
    .option('--repo-slug <owner/name>', 'whose runners, workflow and required check to look at on GitHub')
    .option(
      '--store <where>',
      'the store to try: folder, s3://bucket/prefix or actions-cache (default: LORA_GATE_STORE, else in the cache folder)',
    )
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nThe token for GitHub is that of GITHUB_TOKEN or GH_TOKEN; it is only read with.')
    .action(async (options: DoctorOptions, command: Command) => {
      const context = contextOf(command);
      const { env, print, setExitCode } = context;
      const { cacheDir, cudaVisibleDevices } = env;
      const diagnoses = [
        ...(await diagnoseRuntime({ cacheDir, cudaVisibleDevices })),
        await diagnoseStore(options.store, context),
        await diagnosePython(cacheDir, ownFile(REQUIREMENTS)),
        ...(await diagnoseConfig(options.config, env, options.extends)),
        ...(options.repoSlug === undefined ? [] : await diagnoseGithub(options.repoSlug, env)),
      ];
      print(options.json ? JSON.stringify(diagnoses, null, 2) : renderDiagnoses(diagnoses));
      if (diagnoses.some(({ ok }) => ok === false)) setExitCode(EXIT_NOT_READY);
    });
}
