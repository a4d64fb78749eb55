/**
 * Compiles tfjs' binding against the unpacked TensorFlow, the small loader that goes before it, and our own operations. Does not load what
 * it makes.
 */

import path from 'node:path';
import { ownFile, packageFile } from '../assets.ts';
import { UserError } from '../errors.ts';
import { NODE_API_VERSION } from './packages.ts';
import { type ProgramEnv, runProgram } from './program.ts';

export const BINDING_FILE = 'tfjs_binding.node';
export const QUIET_LOAD_FILE = 'quiet_load.node';
export const FUSED_OPS_FILE = 'fused_ops.node';

export interface NativeSources {
  /** tfjs_backend.cc, tfjs_binding.cc and their headers. */
  binding: string;
  /** node_api.h and its kin. */
  nodeApi: string;
  /** The binding itself, with functions added. */
  functions: string;
  quietLoad: string;
  fusedOps: string;
}

/** Where the sources are. */
export function nativeSources(): NativeSources {
  return {
    binding: packageFile('@tensorflow/tfjs-node-gpu', 'binding'),
    nodeApi: packageFile('node-api-headers', 'include'),
    functions: ownFile('src/runtime/native/binding.cc'),
    quietLoad: ownFile('src/runtime/native/quiet-load.cc'),
    fusedOps: ownFile('src/runtime/native/fused-ops.cc'),
  };
}

export interface CompileOptions {
  env: ProgramEnv;
  signal: AbortSignal;
}

/**
 * Compiles the addons into `folder`, which holds `tensorflow/` as unpacked. The binding finds its libraries relative
 * to itself, so the folder may be moved.
 * @throws UserError `runtime-compile` with the end of the compiler's output; the signal's reason when aborted
 */
export async function compileAddons(folder: string, options: CompileOptions): Promise<void> {
  const sources = nativeSources();
  const tensorflow = path.join(folder, 'tensorflow');
  const common = [
    '-std=c++17',
    '-O2',
    '-fPIC',
    '-shared',
    `-DNAPI_VERSION=${NODE_API_VERSION}`,
    '-w',
    '-fmax-errors=3',
  ];
  const nodeApi = ['-isystem', sources.nodeApi];
  const controller = new AbortController();
  const signal = AbortSignal.any([options.signal, controller.signal]);
  const compile = async (output: string, args: readonly string[]) => {
    const all = [...common, ...nodeApi, ...args, '-o', path.join(folder, output)];
    const result = await runProgram('g++', all, { env: { ...options.env, TMPDIR: folder }, signal });
    if (result.ok) return;
    const error = new UserError('runtime-compile', `g++ could not compile ${output}`, {
      problems: result.output.split('\n').slice(-20),
      hint: 'g++ 9 or newer is needed; `g++ --version` says which is installed',
    });
    controller.abort(error);
    throw error;
  };
  await Promise.all([
    compile(BINDING_FILE, [
      ...['-isystem', path.join(tensorflow, 'include'), '-I', sources.binding, '-fno-access-control'],
      path.join(sources.binding, 'tfjs_backend.cc'),
      sources.functions,
      ...['-L', tensorflow, '-l:libtensorflow_cc.so.2', '-l:libtensorflow_framework.so.2'],
      '-Wl,-rpath,$ORIGIN/tensorflow',
    ]),
    compile(QUIET_LOAD_FILE, [sources.quietLoad, '-ldl']),
    compile(FUSED_OPS_FILE, [
      // Vector instructions without OpenMP's library; neither flag changes what NaN and infinity do.
      ...['-O3', '-fopenmp-simd', '-fno-math-errno', '-fno-trapping-math', '-pthread'],
      // Without the part of the C interface whose headers are not among those that are unpacked.
      '-DIS_SLIM_BUILD',
      ...['-isystem', path.join(tensorflow, 'include')],
      sources.fusedOps,
      ...['-L', tensorflow, '-l:libtensorflow_framework.so.2'],
      '-Wl,-rpath,$ORIGIN/tensorflow',
    ]),
  ]);
}
