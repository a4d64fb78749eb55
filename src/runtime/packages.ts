/**
 * What the runtime is made of: versions, and the wheels that carry it with their checksums. Everything here is part of
 * the cache key: change a version and the next run builds a fresh folder.
 *
 * The CUDA wheels are what `tensorflow[and-cuda]==2.21.0` resolved to for Linux x64 when the list was made; `uv lock`
 * prints file names, hashes and sizes without downloading anything.
 */

export const TENSORFLOW_VERSION = '2.21.0';
/** Of the npm package whose binding sources are compiled; a test compares it with the installed one. */
export const TFJS_NODE_VERSION = '4.22.0';
export const NODE_API_VERSION = 8;
/** Of our own operations in native/: goes up with every change of them, so that they are compiled again. */
export const OWN_OPS_VERSION = 4;

export type Flavour = 'cpu' | 'cuda';

export interface Wheel {
  /** The wheel's file name: name, version, Python tag, ABI tag and platform tags in one. */
  file: string;
  sha256: string;
  bytes: number;
}

export interface PackageSet {
  flavour: Flavour;
  wheels: readonly Wheel[];
  /** What the unpacked members and the compiled binding take on disk. */
  unpackedBytes: number;
}

const wheel = (file: string, sha256: string, bytes: number): Wheel => ({ file, sha256, bytes });

const cpu: PackageSet = {
  flavour: 'cpu',
  unpackedBytes: 860e6,
  wheels: [
    wheel(
      'tensorflow_cpu-2.21.0-cp311-cp311-manylinux_2_27_x86_64.whl',
      '2b847d217b02ee7731ed91431daf3250daa0196c3c94614d23be27232e6e5b6c',
      273829956,
    ),
  ],
};

const cuda: PackageSet = {
  flavour: 'cuda',
  unpackedBytes: 5700e6,
  wheels: [
    wheel(
      'tensorflow-2.21.0-cp311-cp311-manylinux_2_27_x86_64.whl',
      '9056fbc9ba04235810b71ae6cbd958a196e8804fb53bbcffbf3e23b56155f124',
      572440367,
    ),
    wheel(
      'nvidia_cublas_cu12-12.9.3.13-py3-none-manylinux_2_27_x86_64.whl',
      'd7d51055f161b317c7105ddaae90e71eda059026074ffef93cf7cde2886bfe72',
      581217458,
    ),
    wheel(
      'nvidia_cuda_cupti_cu12-12.9.79-py3-none-manylinux_2_25_x86_64.whl',
      '096bcf334f13e1984ba36685ad4c1d6347db214de03dbb6eebb237b41d9d934f',
      10814997,
    ),
    wheel(
      'nvidia_cuda_nvcc_cu12-12.9.86-py3-none-manylinux2010_x86_64.manylinux_2_12_x86_64.whl',
      '5d6a0d32fdc7ea39917c20065614ae93add6f577d840233237ff08e9a38f58f0',
      40546229,
    ),
    wheel(
      'nvidia_cuda_nvrtc_cu12-12.9.86-py3-none-manylinux2010_x86_64.manylinux_2_12_x86_64.whl',
      '210cf05005a447e29214e9ce50851e83fc5f4358df8b453155d5e1918094dcb4',
      89568129,
    ),
    wheel(
      'nvidia_cuda_runtime_cu12-12.9.79-py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64.whl',
      '25bba2dfb01d48a9b59ca474a1ac43c6ebf7011f1b0b8cc44f54eb6ac48a96c3',
      3493179,
    ),
    wheel(
      'nvidia_cudnn_cu12-9.28.0.42-py3-none-manylinux_2_27_x86_64.whl',
      '9ff58b7f36dacd0a93e89f8f2957b52466889217963701daa15e577317cfa375',
      716538495,
    ),
    wheel(
      'nvidia_cufft_cu12-11.4.1.4-py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64.whl',
      'c67884f2a7d276b4b80eb56a79322a95df592ae5e765cf1243693365ccab4e28',
      200877592,
    ),
    wheel(
      'nvidia_curand_cu12-10.3.10.19-py3-none-manylinux_2_27_x86_64.whl',
      '49b274db4780d421bd2ccd362e1415c13887c53c214f0d4b761752b8f9f6aa1e',
      68295626,
    ),
    wheel(
      'nvidia_cusolver_cu12-11.7.5.82-py3-none-manylinux_2_27_x86_64.whl',
      '15da72d1340d29b5b3cf3fd100e3cd53421dde36002eda6ed93811af63c40d88',
      338117415,
    ),
    wheel(
      'nvidia_cusparse_cu12-12.5.10.65-py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64.whl',
      '73060ce019ac064a057267c585bf1fd5a353734151f87472ff02b2c5c9984e78',
      366465088,
    ),
    wheel(
      'nvidia_nccl_cu12-2.32.3-py3-none-manylinux_2_27_x86_64.whl',
      'bb94b2348e4861d5e8aa00b36c3d12d9bdf9c6369b82cbb723de0b582280a21c',
      351526311,
    ),
    wheel(
      'nvidia_nvjitlink_cu12-12.9.86-py3-none-manylinux2010_x86_64.manylinux_2_12_x86_64.whl',
      'e3f1171dbdc83c5932a45f0f4c99180a70de9bd2718c1ab77d14104f6d7147f9',
      39748338,
    ),
  ],
};

export const PACKAGES: Readonly<Record<Flavour, PackageSet>> = { cpu, cuda };

/** Disk space while setting up: pip holds a wheel twice while it copies it; everything unpacked lies beside. */
export function neededBytes(packages: PackageSet): number {
  return packages.unpackedBytes + 2 * Math.max(...packages.wheels.map((wheel) => wheel.bytes));
}

export interface WheelTags {
  name: string;
  version: string;
  python: string;
  abi: string;
  /** The first platform tag: pip finds the file by it. */
  platform: string;
}

/** The parts of a wheel's file name (PEP 427). */
export function wheelTags(file: string): WheelTags {
  const [name, version, python, abi, platforms] = file.replace(/\.whl$/, '').split('-');
  const platform = platforms?.split('.')[0];
  if (!name || !version || !python || !abi || !platform) throw new Error(`not a wheel's file name: ${file}`);
  return { name: name.replaceAll('_', '-'), version, python, abi, platform };
}
