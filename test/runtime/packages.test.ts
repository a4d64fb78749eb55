import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { defaultCacheDir } from '../../src/runtime/cache.ts';
import { PACKAGES, TENSORFLOW_VERSION, TFJS_NODE_VERSION, wheelTags } from '../../src/runtime/packages.ts';
import { isNeededMember } from '../../src/runtime/unpack.ts';

describe('the pinned packages', () => {
  it('belong to the npm package whose sources are compiled', () => {
    const installed = createRequire(import.meta.url)('@tensorflow/tfjs-node-gpu/package.json') as {
      version: string;
    };
    expect(TFJS_NODE_VERSION).toBe(installed.version);
  });

  it.each(Object.values(PACKAGES))('are whole for $flavour', ({ wheels }) => {
    expect(wheelTags(wheels[0]?.file ?? '').version).toBe(TENSORFLOW_VERSION);
    for (const { file, sha256, bytes } of wheels) {
      expect(wheelTags(file).platform).toMatch(/^manylinux.*_x86_64$/);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(bytes).toBeGreaterThan(1e6);
    }
    expect(new Set(wheels.map((wheel) => wheel.sha256)).size).toBe(wheels.length);
  });

  it("name a wheel's parts as pip wants them", () => {
    expect(
      wheelTags('nvidia_nccl_cu12-2.27.7-py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64.whl'),
    ).toEqual({
      name: 'nvidia-nccl-cu12',
      version: '2.27.7',
      python: 'py3',
      abi: 'none',
      platform: 'manylinux2014_x86_64',
    });
  });
});

describe('isNeededMember', () => {
  it.each([
    'tensorflow/libtensorflow_cc.so.2',
    'tensorflow/include/tensorflow/c/eager/c_api.h',
    'tensorflow/include/tsl/platform/ctstring_internal.h',
    'nvidia/cudnn/lib/libcudnn.so.9',
    'nvidia/cuda_nvcc/bin/ptxas',
  ])('takes %s', (name) => {
    expect(isNeededMember(name)).toBe(true);
  });

  it.each([
    'tensorflow/python/_pywrap_tensorflow_internal.so',
    'tensorflow/include/Eigen/Core',
    'nvidia/cudnn/include/cudnn.h',
    'nvidia/cuda_nvcc/bin/',
    'evil/tensorflow/libtensorflow_cc.so.2',
    'tensorflow/libtensorflow_cc.so.2/../../../etc/passwd',
  ])('leaves %s', (name) => {
    expect(isNeededMember(name)).toBe(false);
  });
});

describe('defaultCacheDir', () => {
  it.each([
    [{ RUNNER_TOOL_CACHE: '/opt/tools', XDG_CACHE_HOME: '/x', HOME: '/home/a' }, '/opt/tools/lora-gate'],
    [{ XDG_CACHE_HOME: '/x', HOME: '/home/a' }, '/x/lora-gate'],
    [{ HOME: '/home/a' }, '/home/a/.cache/lora-gate'],
  ])('of %o is %s', (env, folder) => {
    expect(defaultCacheDir(env)).toBe(folder);
  });
});
