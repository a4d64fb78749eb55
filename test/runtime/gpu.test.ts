import { describe, expect, it } from 'vitest';
import {
  explainHiddenGpu,
  type GpuFindings,
  parseDriverVersion,
  parseGpuList,
} from '../../src/runtime/gpu.ts';

describe('parseDriverVersion', () => {
  it.each([
    [
      'NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104.05  Sat Aug 19 01:15:15 UTC 2023\nGCC version: …',
      '535.104.05',
    ],
    [
      'NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  570.86.10  Release Build  (root@x)\n',
      '570.86.10',
    ],
    ['', undefined],
  ])('finds the version in %j', (text, version) => {
    expect(parseDriverVersion(text)).toBe(version);
  });
});

describe('parseGpuList', () => {
  it('reads names with commas and leaves out what is not a GPU', () => {
    expect(parseGpuList('NVIDIA H100 80GB HBM3, 9.0\nOdd, name, 3.5\nFailed to initialize NVML\n')).toEqual([
      { name: 'NVIDIA H100 80GB HBM3', capability: 9 },
      { name: 'Odd, name', capability: 3.5 },
    ]);
  });
});

const healthy: GpuFindings = {
  present: true,
  driver: '535.104.05',
  gpus: [{ name: 'NVIDIA L4', capability: 8.9 }],
  log: '',
  visible: undefined,
};

describe('explainHiddenGpu', () => {
  it.each<[string, Partial<GpuFindings>, string, string]>([
    [
      'a missing driver',
      { driver: undefined, gpus: [] },
      'driver is not loaded',
      'install NVIDIA driver 525.60.13',
    ],
    [
      'a driver older than CUDA 12',
      { driver: '470.223.02' },
      'NVIDIA driver 470.223.02, expected 525.60.13',
      'update',
    ],
    ['a driver one patch too old', { driver: '525.60.11' }, 'NVIDIA driver 525.60.11', 'update'],
    ['hidden devices', { visible: '-1' }, 'CUDA_VISIBLE_DEVICES is "-1"', 'unset'],
    ['hidden devices by an empty list', { visible: '' }, 'CUDA_VISIBLE_DEVICES is ""', 'unset'],
    [
      'a GPU that is too old, by nvidia-smi',
      { gpus: [{ name: 'Tesla K80', capability: 3.7 }] },
      'Tesla K80: compute capability 3.7, expected 6.0 or higher',
      'newer GPU',
    ],
    [
      "a GPU that is too old, by TensorFlow's log",
      {
        gpus: [],
        log: 'Ignoring visible gpu device (device: 0, name: Tesla K80, pci bus id: 0000:00:1e.0, compute capability: 3.7) with Cuda compute capability 3.7. The minimum required Cuda capability is 6.0.',
      },
      'compute capability 3.7, expected 6.0 or higher',
      'newer GPU',
    ],
    [
      'missing libraries by name, once each, TensorRT not among them',
      {
        log: "Could not load dynamic library 'libnvinfer.so.10'; dlerror: …\nCould not load dynamic library 'libcudnn.so.9'; dlerror: x\nCould not load dynamic library 'libcudnn.so.9'; dlerror: x",
      },
      'libraries that could not be loaded: libcudnn.so.9',
      'setup --cuda',
    ],
    [
      "the driver's own library missing in a container",
      { log: 'failed call to cuInit: INTERNAL: CUDA error: Failed call to cuInit: UNKNOWN ERROR (303)' },
      'libcuda.so.1 was not found (CUDA error 303)',
      '--gpus all',
    ],
    [
      'an error of cuInit it has no advice for, as it is',
      { log: 'failed call to cuInit: INTERNAL: CUDA error: Failed call to cuInit: UNKNOWN ERROR (999)' },
      'UNKNOWN ERROR (999)',
      'nvidia-smi',
    ],
    [
      'nothing that is known',
      { log: 'one\ntwo\nthree\nfour' },
      'gives no reason: two | three | four',
      'gpu_device=1',
    ],
  ])('names %s', (_, findings, found, fix) => {
    const reason = explainHiddenGpu({ ...healthy, ...findings });
    expect(reason.found).toContain(found);
    expect(reason.fix).toContain(fix);
  });

  it('accepts the oldest driver that CUDA 12 runs on', () => {
    expect(explainHiddenGpu({ ...healthy, driver: '525.60.13' }).found).toContain('gives no reason');
  });
});
