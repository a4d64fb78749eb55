/**
 * Why TensorFlow does not see a GPU that is there: an answer from the driver's version, what TensorFlow logged while it
 * looked, and the GPU's compute capability. Only reads text that it is given.
 */

export interface Gpu {
  name: string;
  /** Compute capability, such as 8.6. */
  capability: number;
}

export interface GpuFindings {
  /** NVIDIA hardware on the PCI bus or device files of the driver. */
  present: boolean;
  /** The kernel module's version; undefined when it is not loaded. */
  driver: string | undefined;
  gpus: readonly Gpu[];
  /** What TensorFlow wrote to standard error while it looked for devices; undefined when it was not asked. */
  log: string | undefined;
  /** CUDA_VISIBLE_DEVICES. */
  visible: string | undefined;
}

export interface GpuReason {
  found: string;
  fix: string;
}

/** CUDA 12 on any 12.x driver branch: minor version compatibility starts here (CUDA compatibility guide, table 1). */
const OLDEST_DRIVER = [525, 60, 13] as const;
/** What the wheel's kernels are compiled for. */
const LOWEST_CAPABILITY = 6.0;

/** Of /proc/driver/nvidia/version: "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104.05  Sat Aug 19 …". */
export function parseDriverVersion(text: string): string | undefined {
  return /^NVRM version:.*?Module.*?\s(\d+\.\d+(?:\.\d+)?)\s/m.exec(text)?.[1];
}

/** Of `nvidia-smi --query-gpu=name,compute_cap --format=csv,noheader`. */
export function parseGpuList(text: string): Gpu[] {
  const rows = text.split('\n').map((line) => /^(.+),\s*(\d+\.\d+)\s*$/.exec(line));
  return rows.flatMap((match) =>
    match?.[1] ? [{ name: match[1].trim(), capability: Number(match[2]) }] : [],
  );
}

function isOlderDriver(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [i, oldest] of OLDEST_DRIVER.entries()) {
    const part = parts[i] ?? 0;
    if (part !== oldest) return part < oldest;
  }
  return false;
}

const CONTAINER = 'in a container: pass the GPU through (nvidia-container-toolkit, `docker run --gpus all`)';

/** What cuInit answered, by error number (cuda.h, CUresult). */
const CU_INIT: Record<string, GpuReason> = {
  100: {
    found: 'the driver reports no device (CUDA error 100)',
    fix: `see whether nvidia-smi lists the GPU; ${CONTAINER}`,
  },
  303: {
    found: "the driver's library libcuda.so.1 was not found (CUDA error 303)",
    fix: `install the driver's CUDA library (package libcuda1 or nvidia-driver-…); ${CONTAINER}`,
  },
  802: {
    found: 'the system is not ready (CUDA error 802)',
    fix: 'start nvidia-fabricmanager, which NVSwitch machines need',
  },
  803: {
    found: 'the driver library and the kernel module are of different versions (CUDA error 803)',
    fix: 'restart the machine after the driver update',
  },
  804: {
    found: 'the forward-compatibility library does not support this GPU (CUDA error 804)',
    fix: 'remove the cuda-compat package, or update the driver',
  },
};

/** Reasons in the order in which they would stop TensorFlow; the first one that holds is the answer. */
const RULES: readonly ((findings: GpuFindings) => GpuReason | undefined)[] = [
  ({ visible }) =>
    visible === '' || visible?.startsWith('-1')
      ? {
          found: `CUDA_VISIBLE_DEVICES is "${visible}": every GPU is hidden`,
          fix: 'unset CUDA_VISIBLE_DEVICES',
        }
      : undefined,
  ({ driver }) =>
    driver === undefined
      ? {
          found: 'the NVIDIA driver is not loaded (no /proc/driver/nvidia/version)',
          fix: `install NVIDIA driver ${OLDEST_DRIVER.join('.')} or newer and restart; ${CONTAINER}`,
        }
      : undefined,
  ({ driver }) =>
    driver !== undefined && isOlderDriver(driver)
      ? {
          found: `NVIDIA driver ${driver}, expected ${OLDEST_DRIVER.join('.')} or newer (CUDA 12)`,
          fix: 'update the NVIDIA driver',
        }
      : undefined,
  ({ gpus }) =>
    gpus.length > 0 && gpus.every((gpu) => gpu.capability < LOWEST_CAPABILITY)
      ? tooOld(gpus.map((gpu) => `${gpu.name}: compute capability ${gpu.capability.toFixed(1)}`).join(', '))
      : undefined,
  ({ log }) => {
    const match =
      log && /compute capability:? (\d+\.\d+).*?minimum required Cuda capability is (\d+\.\d+)/is.exec(log);
    return match ? tooOld(`compute capability ${match[1]}`, match[2]) : undefined;
  },
  ({ log }) => {
    const names = [...(log ?? '').matchAll(/Could not load dynamic library '([^']+)'/g)].map(
      (match) => match[1],
    );
    // libnvinfer is TensorRT, which is optional.
    const missing = [...new Set(names)].filter((name) => name && !name.startsWith('libnvinfer'));
    if (missing.length === 0) return undefined;
    const fix = missing.includes('libcuda.so.1')
      ? (CU_INIT[303]?.fix ?? '')
      : 'remove the runtime folder and run `lora-gate setup --cuda` again';
    return { found: `libraries that could not be loaded: ${missing.join(', ')}`, fix };
  },
  ({ log }) => {
    const code = log && /cuInit:.*\((\d+)\)|CUDA_ERROR_\w+.*\((\d+)\)/.exec(log);
    if (!code) return undefined;
    const known = CU_INIT[code[1] ?? code[2] ?? ''];
    return (
      known ?? {
        found: `cuInit failed: ${code[0]}`,
        fix: 'see whether nvidia-smi works, and restart the driver',
      }
    );
  },
];

function tooOld(found: string, lowest = LOWEST_CAPABILITY.toFixed(1)): GpuReason {
  return { found: `${found}, expected ${lowest} or higher`, fix: 'use a newer GPU, or the CPU runtime' };
}

/** Why TensorFlow lists no GPU although one is there. */
export function explainHiddenGpu(findings: GpuFindings): GpuReason {
  for (const rule of RULES) {
    const reason = rule(findings);
    if (reason) return reason;
  }
  const last = findings.log?.trim().split('\n').slice(-3).join(' | ');
  return {
    found: `TensorFlow lists no GPU and gives no reason${last ? `: ${last}` : ''}`,
    fix: 'run with TF_CPP_MIN_LOG_LEVEL=0 and TF_CPP_VMODULE=gpu_device=1 to see what it tried',
  };
}
