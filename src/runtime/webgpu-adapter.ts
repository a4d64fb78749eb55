/**
 * The GPU that WebGPU finds: loads Dawn (the npm package `webgpu`: Vulkan on Linux, Metal on macOS, Direct3D 12 on Windows),
 * asks it for an adapter and says what that is. Does not compute.
 */

import { messageOf, UserError } from '../errors.ts';

export interface WebGpuAdapter {
  /** What made the adapter; it ends with this. */
  gpu: GPU;
  adapter: GPUAdapter;
  /** As its driver calls it: `AMD Radeon RX 7600 (amd, rdna-3, radv Mesa 25.0.7)`. */
  name: string;
  /** A driver that computes on the processor, as lavapipe and SwiftShader do: right, but no GPU. */
  software: boolean;
}

/** What is used of the package. */
interface Dawn {
  create(flags: string[]): GPU;
  globals: Record<string, unknown>;
}

/** How to get the package; the version is the one of package.json. */
export const WEBGPU_INSTALL = '`npm install webgpu@0.6.2`';

let gpu: GPU | undefined;

/**
 * The fastest adapter. Puts WebGPU's classes and constants into the global scope, where tfjs looks for them.
 * @throws UserError `webgpu-missing` when the package is not installed or does not load, `webgpu-no-adapter`
 */
export async function findWebGpuAdapter(): Promise<WebGpuAdapter> {
  gpu ??= await openDawn();
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter) return { gpu, adapter, ...describeAdapter(adapter.info) };
  throw new UserError('webgpu-no-adapter', 'WebGPU finds no GPU on this machine', { hint: noAdapterHint() });
}

/** What may be missing where there is a GPU and none is found. */
export function noAdapterHint(): string {
  if (process.platform !== 'linux') return 'update the driver of the GPU';
  return 'install the Vulkan driver of the GPU (`apt-get install mesa-vulkan-drivers` for AMD and Intel); `vulkaninfo --summary` lists what is there';
}

async function openDawn(): Promise<GPU> {
  let dawn: Dawn;
  try {
    // Its binary lies beside it, where no bundler takes it along.
    dawn = (await import(/* webpackIgnore: true */ 'webgpu')) as unknown as Dawn;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') {
      const message = '`--runtime webgpu` needs the npm package webgpu, which is not installed';
      throw new UserError('webgpu-missing', message, { hint: WEBGPU_INSTALL, cause: error });
    }
    throw new UserError('webgpu-missing', `the npm package webgpu does not load: ${messageOf(error)}`, {
      hint: 'it has builds for Linux (x64 and arm64, glibc), macOS and Windows; on Linux it needs libvulkan1 and libstdc++6',
      cause: error,
    });
  }
  Object.assign(globalThis, dawn.globals);
  return dawn.create([]);
}

/** What tfjs' older types of WebGPU do not know. */
type AdapterInfo = Pick<GPUAdapterInfo, 'vendor' | 'architecture' | 'device' | 'description'> & {
  readonly isFallbackAdapter?: boolean;
};

/** How an adapter is called, and whether it is a GPU at all. */
export function describeAdapter(info: AdapterInfo): Pick<WebGpuAdapter, 'name' | 'software'> {
  const { vendor, architecture, device, description, isFallbackAdapter } = info;
  const [first, ...rest] = [device, vendor, architecture, description].filter((text) => text !== '');
  const more = rest.length === 0 ? '' : ` (${rest.join(', ')})`;
  return {
    name: first === undefined ? 'a GPU without a name' : `${first}${more}`,
    software:
      isFallbackAdapter === true || /swiftshader|llvmpipe|lavapipe/i.test(`${architecture} ${device}`),
  };
}
