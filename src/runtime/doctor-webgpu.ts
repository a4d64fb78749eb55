/**
 * The doctor's line on WebGPU: which GPU it finds. Dawn is loaded in a process of its own, so that a crash of a driver does
 * not take the doctor along. Loads nothing here.
 */

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Diagnosis } from './diagnosis.ts';
import { type ProgramEnv, runProgram } from './program.ts';
import { describeAdapter, noAdapterHint, WEBGPU_INSTALL, type WebGpuAdapter } from './webgpu-adapter.ts';

const MARK = 'lora-gate-doctor ';

const SCRIPT = `const { create } = await import(process.argv[1]);
  const adapter = await create([]).requestAdapter({ powerPreference: 'high-performance' });
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter?.info ?? {};
  const info = adapter && { vendor, architecture, device, description, isFallbackAdapter };
  console.log('\\n${MARK}' + JSON.stringify(info ?? null));
  process.exit(0);`;

/** What WebGPU offers; a failure only where there is no TensorFlow instead. */
export async function diagnoseWebGpu(env: ProgramEnv, hasTensorFlow: boolean): Promise<Diagnosis> {
  const name = 'WebGPU';
  const looked = await lookForAdapter(env);
  if ('adapter' in looked) {
    const { adapter } = looked;
    if (adapter.software) return { name, ok: true, found: `no GPU, only ${adapter.name}` };
    const use = hasTensorFlow ? '`--runtime webgpu` computes on it' : 'computes where TensorFlow cannot';
    return { name, ok: true, found: `${adapter.name}: ${use}` };
  }
  if (hasTensorFlow) return { name, ok: true, found: `${looked.problem}; it is not needed` };
  return { name, ok: 'warn', found: looked.problem, fix: looked.fix };
}

type Looked = { adapter: Pick<WebGpuAdapter, 'name' | 'software'> } | { problem: string; fix: string };

async function lookForAdapter(env: ProgramEnv): Promise<Looked> {
  let entry: string;
  try {
    entry = pathToFileURL(createRequire(import.meta.url).resolve('webgpu')).href;
  } catch {
    return { problem: 'the npm package webgpu is not installed', fix: WEBGPU_INSTALL };
  }
  const args = ['--input-type=module', '-e', SCRIPT, entry];
  const { output } = await runProgram(process.execPath, args, { env, timeoutSeconds: 60 });
  const lines = output.split('\n');
  const answer = lines.find((line) => line.startsWith(MARK));
  if (answer === undefined) {
    const reason = lines.find((line) => /Error/.test(line)) ?? 'it crashed';
    return { problem: `the npm package webgpu does not load: ${reason}`, fix: noAdapterHint() };
  }
  const info = JSON.parse(answer.slice(MARK.length)) as GPUAdapterInfo | null;
  if (info === null) return { problem: 'finds no GPU', fix: noAdapterHint() };
  return { adapter: describeAdapter(info) };
}
