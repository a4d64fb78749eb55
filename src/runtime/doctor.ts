/**
 * Looks at everything the runtime needs and says what is wrong and how to mend it; mends nothing. TensorFlow is loaded in
 * a process of its own, so that its log can be read and a crash does not take the doctor along.
 */

import { access, constants, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { messageOf } from '../errors.ts';
import { type Manifest, readReadyRuntime, runtimeFolder } from './cache.ts';
import { cudaLibraries } from './cuda-libraries.ts';
import type { Diagnosis } from './diagnosis.ts';
import { diagnoseWebGpu } from './doctor-webgpu.ts';
import { explainHiddenGpu, type GpuFindings, parseDriverVersion, parseGpuList } from './gpu.ts';
import { type Flavour, neededBytes, PACKAGES } from './packages.ts';
import { type ProgramEnv, runProgram } from './program.ts';
import { checkTools, freeBytes, hostPlatform, platformProblem } from './tools.ts';

export interface DiagnoseOptions {
  cacheDir: string;
  /** Laid over the environment of the programs that are run. */
  env?: ProgramEnv;
  /** CUDA_VISIBLE_DEVICES, from the entry. */
  cudaVisibleDevices?: string | undefined;
  /** Where /proc, /sys and /dev are; the tests' way in. */
  systemRoot?: string;
}

/** Every check of the runtime, in the order in which they build on each other. */
export async function diagnoseRuntime(options: DiagnoseOptions): Promise<Diagnosis[]> {
  const env = options.env ?? {};
  const findings = await findGpu(options.systemRoot ?? '/', env, options.cudaVisibleDevices);
  const cpu = await readReadyRuntime(runtimeFolder(options.cacheDir, 'cpu'));
  const cuda = await readReadyRuntime(runtimeFolder(options.cacheDir, 'cuda'));
  const flavour: Flavour = cuda && (findings.present || !cpu) ? 'cuda' : 'cpu';
  const ready = flavour === 'cuda' ? cuda : cpu;
  const loaded = ready && (await tryTensorFlow(runtimeFolder(options.cacheDir, flavour), ready, env));
  return [
    platform(),
    ...(await tools(env, ready !== undefined)),
    await cacheFolder(options.cacheDir, ready !== undefined, findings.present ? 'cuda' : 'cpu'),
    library(flavour, loaded),
    gpu(findings, flavour, loaded),
    await diagnoseWebGpu(env, platformProblem(hostPlatform()) === undefined),
  ];
}

function platform(): Diagnosis {
  const host = hostPlatform();
  const problem = platformProblem(host);
  const found = `${host.os} ${host.arch}, glibc ${host.glibc ?? 'none'}, Node ${process.versions.node}`;
  if (!problem) return { name: 'platform', ok: true, found };
  return {
    name: 'platform',
    ok: 'warn',
    found: problem,
    fix: 'without TensorFlow a GPU is used through WebGPU if there is one, else the slow WASM backend',
  };
}

/** Once TensorFlow is set up, nobody needs the tools any more. */
async function tools(env: ProgramEnv, ready: boolean): Promise<Diagnosis[]> {
  const checks = await checkTools(env);
  return checks.map((check) => ({ ...check, ok: check.ok || (ready ? 'warn' : false) }));
}

async function cacheFolder(cacheDir: string, ready: boolean, flavour: Flavour): Promise<Diagnosis> {
  const name = 'cache folder';
  const needed = neededBytes(PACKAGES[flavour]);
  try {
    const existing = await nearestExisting(cacheDir);
    await access(existing, constants.W_OK);
    const free = await freeBytes(existing);
    const found = `${cacheDir}, ${(free / 1e9).toFixed(1)} GB free`;
    if (ready || free >= needed) return { name, ok: true, found };
    return { name, ok: false, found, fix: `free ${((needed - free) / 1e9).toFixed(1)} GB there` };
  } catch (error) {
    const fix = 'make it writable, or set RUNNER_TOOL_CACHE or XDG_CACHE_HOME to another folder';
    return { name, ok: false, found: messageOf(error), fix };
  }
}

/** The folder, or the one above it that is there. */
export async function nearestExisting(folder: string): Promise<string> {
  try {
    await access(folder);
    return folder;
  } catch (error) {
    const parent = path.dirname(folder);
    if (parent === folder || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return nearestExisting(parent);
  }
}

interface Loaded {
  /** What the library says of itself; undefined when it does not load. */
  about: { version: string; gpu: boolean } | undefined;
  /** Its log, or why it does not load. */
  output: string;
}

const MARK = 'lora-gate-doctor ';

async function tryTensorFlow(folder: string, manifest: Manifest, env: ProgramEnv): Promise<Loaded> {
  // As load.ts does it.
  const script = `const [quiet, binding, ...libraries] = process.argv.slice(1);
    for (const library of libraries) {
      try {
        require(quiet).load(library);
      } catch (error) {
        console.log("Could not load dynamic library '" + library.split('/').at(-1) + "'; " + error.message);
      }
    }
    const b = require(binding);
    console.log('\\n${MARK}' + JSON.stringify({ version: b.TF_Version, gpu: b.isUsingGpuDevice() }))`;
  const addons = [manifest.quiet_load, manifest.binding].map((name) => path.join(folder, name));
  const { output } = await runProgram(process.execPath, ['-e', script, ...addons, ...cudaLibraries(folder)], {
    env: { TF_CPP_MIN_LOG_LEVEL: '0', TF_CPP_VMODULE: 'dso_loader=1,gpu_device=1', ...env },
    timeoutSeconds: 120,
  });
  const line = output.split('\n').find((text) => text.startsWith(MARK));
  return { about: line === undefined ? undefined : JSON.parse(line.slice(MARK.length)), output };
}

function library(flavour: Flavour, loaded: Loaded | undefined): Diagnosis {
  const name = 'TensorFlow';
  if (!loaded) return { name, ok: 'warn', found: 'not set up yet', fix: 'run `lora-gate setup`' };
  if (loaded.about) return { name, ok: true, found: `${loaded.about.version} (${flavour} build)` };
  const reason =
    loaded.output.split('\n').find((line) => /Error|undefined symbol/.test(line)) ?? 'it crashed';
  return {
    name,
    ok: false,
    found: `does not load: ${reason}`,
    fix: 'remove its folder and run `lora-gate setup`',
  };
}

function gpu(findings: GpuFindings, flavour: Flavour, loaded: Loaded | undefined): Diagnosis {
  const name = 'GPU';
  if (loaded?.about?.gpu) {
    const names = findings.gpus.map(
      (found) => `${found.name} (compute capability ${found.capability.toFixed(1)})`,
    );
    return { name, ok: true, found: names.join(', ') || 'seen by TensorFlow' };
  }
  if (!findings.present) return { name, ok: true, found: 'no NVIDIA GPU: TensorFlow computes on the CPU' };
  // Its log says nothing of a GPU unless it is the CUDA build that has looked.
  const asked = flavour === 'cuda' && loaded !== undefined;
  const reason = explainHiddenGpu({ ...findings, log: asked ? loaded.output : undefined });
  if (asked || findings.driver === undefined) return { name, ok: false, ...reason };
  const found = `${findings.gpus[0]?.name ?? 'an NVIDIA GPU'}, but the CUDA build is not set up`;
  return { name, ok: 'warn', found, fix: 'run `lora-gate setup --cuda`' };
}

/** What the system knows of NVIDIA hardware, without asking TensorFlow. */
export async function findGpu(
  root: string,
  env: ProgramEnv,
  visible: string | undefined,
): Promise<GpuFindings> {
  const version = await readFile(path.join(root, 'proc/driver/nvidia/version'), 'utf8').catch(() => '');
  const devices = await readdir(path.join(root, 'dev')).catch(() => []);
  const present = devices.some((name) => /^nvidia\d+$/.test(name)) || (await hasNvidiaDisplay(root));
  if (!present) return { present, driver: parseDriverVersion(version), gpus: [], log: undefined, visible };
  const query = ['--query-gpu=name,compute_cap', '--format=csv,noheader'];
  const smi = await runProgram('nvidia-smi', query, { env, timeoutSeconds: 30 });
  const gpus = smi.ok ? parseGpuList(smi.output) : [];
  return { present, driver: parseDriverVersion(version), gpus, log: undefined, visible };
}

/** A display or 3D controller (class 0x03) of NVIDIA's (vendor 0x10de) on the PCI bus: there even without a driver. */
async function hasNvidiaDisplay(root: string): Promise<boolean> {
  const bus = path.join(root, 'sys/bus/pci/devices');
  for (const device of await readdir(bus).catch(() => [])) {
    const read = (name: string) => readFile(path.join(bus, device, name), 'utf8').catch(() => '');
    if ((await read('vendor')).trim() === '0x10de' && (await read('class')).startsWith('0x03')) return true;
  }
  return false;
}
