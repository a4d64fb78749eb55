/** Whether the Python environment of `engine: accelerate` is there, and whether its packages are still those that were set up. */

import { messageOf } from '../errors.ts';
import type { Diagnosis } from './diagnosis.ts';
import { runProgram } from './program.ts';
import { findPythonEnvironment } from './python-environment.ts';

const NAME = 'accelerate';

const LIST = `
import importlib.metadata, json
print('\\n' + json.dumps({each.name: each.version for each in importlib.metadata.distributions()}))`;

/** One line; an environment that is not there is no fault, since only `engine: accelerate` needs it. */
export async function diagnosePython(cacheDir: string, requirementsFile: string): Promise<Diagnosis> {
  const found = await findPythonEnvironment(cacheDir, requirementsFile);
  if (!found) {
    return {
      name: NAME,
      ok: true,
      found: 'not set up (engine: accelerate wants `lora-gate setup --accelerate`)',
    };
  }
  const fix = `remove ${found.folder} and run \`lora-gate setup --accelerate${found.flavour === 'cuda' ? ' --cuda' : ''}\``;
  const { ok, output } = await runProgram(found.python, ['-c', LIST], { env: {}, timeoutSeconds: 60 });
  if (!ok) return { name: NAME, ok: false, found: `Python does not run: ${output.split('\n').at(-1)}`, fix };
  try {
    const now = JSON.parse(output.split('\n').at(-1) ?? '') as Record<string, string>;
    const changed = Object.entries(found.versions).filter(([name, version]) => now[name] !== version);
    if (changed.length > 0) {
      const told = changed.map(([name, version]) => `${name} ${now[name] ?? 'missing'}, expected ${version}`);
      return { name: NAME, ok: false, found: `changed after it was set up: ${told.join('; ')}`, fix };
    }
  } catch (error) {
    return { name: NAME, ok: false, found: messageOf(error), fix };
  }
  const { torch, trl, peft, accelerate } = found.versions;
  return {
    name: NAME,
    ok: true,
    found: `Python ${found.version}, torch ${torch}, trl ${trl}, peft ${peft}, accelerate ${accelerate} (${found.flavour}) in ${found.folder}`,
  };
}
