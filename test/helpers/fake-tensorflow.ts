/**
 * A wheel that looks like TensorFlow's and is a few hundred kilobytes: the real headers, and two libraries in which every
 * function the binding calls answers 0. Enough for the whole of provisioning, down to loading the compiled binding.
 */

import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import { silentLogger } from '../../src/log.ts';
import { defaultCacheDir } from '../../src/runtime/cache.ts';
import type { PackageSet } from '../../src/runtime/packages.ts';
import { provision } from '../../src/runtime/provision.ts';

const FILE = 'tensorflow_cpu-2.21.0-cp311-cp311-manylinux_2_27_x86_64.whl';

const ZIP = `
import sys, zipfile, os
root, target = sys.argv[1:]
with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as wheel:
    for folder, _, files in os.walk(root):
        for name in files:
            path = os.path.join(folder, name)
            wheel.write(path, os.path.relpath(path, root))
`;

export interface FakeTensorFlow {
  /** The folder that pip finds the wheel in. */
  links: string;
  wheel: string;
  packages: PackageSet;
  /** Lets pip see that folder and nothing else. */
  env: Record<string, string>;
}

/**
 * Makes the wheel below `folder`. `header` replaces a header that the binding includes; the functions in `missing` are
 * left out of the libraries.
 */
export async function makeFakeTensorFlow(
  folder: string,
  header?: string,
  missing: readonly string[] = [],
): Promise<FakeTensorFlow> {
  const root = path.join(folder, 'tree');
  const inside = path.join(root, 'tensorflow');
  const links = path.join(folder, 'links');
  await mkdir(inside, { recursive: true });
  await mkdir(links, { recursive: true });
  const real = await provision({ cacheDir: defaultCacheDir(process.env), logger: silentLogger });
  await cp(path.join(real.folder, 'tensorflow', 'include'), path.join(inside, 'include'), {
    recursive: true,
  });
  if (header) await writeFile(path.join(inside, 'include', 'tensorflow', 'c', 'c_api.h'), header);
  await stubLibraries([real.binding, real.fusedOps], inside, missing);
  await writeFile(path.join(inside, 'unwanted.py'), 'never unpacked\n');
  const info = path.join(root, 'tensorflow_cpu-2.21.0.dist-info');
  await mkdir(info);
  await writeFile(
    path.join(info, 'METADATA'),
    'Metadata-Version: 2.1\nName: tensorflow-cpu\nVersion: 2.21.0\n',
  );
  await writeFile(
    path.join(info, 'WHEEL'),
    'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: false\nTag: cp311-cp311-manylinux_2_27_x86_64\n',
  );
  await writeFile(path.join(info, 'RECORD'), '');
  const wheel = path.join(links, FILE);
  await execa('python3', ['-c', ZIP, root, wheel]);
  const sha256 = createHash('sha256')
    .update(await readFile(wheel))
    .digest('hex');
  return {
    links,
    wheel,
    packages: {
      flavour: 'cpu',
      unpackedBytes: 1e6,
      wheels: [{ file: FILE, sha256, bytes: (await stat(wheel)).size }],
    },
    env: { PIP_FIND_LINKS: links, PIP_NO_INDEX: '1', PIP_CONFIG_FILE: '/dev/null' },
  };
}

/** Both libraries, with every symbol that the addons leave to TensorFlow defined as a function that gives 0. */
async function stubLibraries(
  addons: readonly string[],
  folder: string,
  missing: readonly string[],
): Promise<void> {
  const { stdout } = await execa('nm', ['-D', '--undefined-only', ...addons]);
  const symbols = [...new Set(stdout.match(/\bTFE?_\w+/g))].filter((name) => !missing.includes(name));
  const source = symbols
    .map((name) =>
      name === 'TF_Version' ? 'const char* TF_Version() { return "0"; }' : `long ${name}() { return 0; }`,
    )
    .join('\n');
  const file = path.join(folder, 'stub.cc');
  await writeFile(file, `extern "C" {\n${source}\n}\n`);
  for (const name of ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2']) {
    await execa('g++', ['-shared', '-fPIC', `-Wl,-soname,${name}`, '-o', path.join(folder, name), file]);
  }
}
