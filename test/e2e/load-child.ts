/** Loads one model in a process of its own and prints what that took: `load-child.ts SPEC DTYPE CACHE_DIR`. */

import { readFileSync } from 'node:fs';
import { silentLogger } from '../../src/log.ts';
import { loadLanguageModel, loadModelText } from '../../src/model/language-model.ts';
import { loadRuntime } from '../../src/runtime/load.ts';

const [spec, base_dtype, cacheDir] = process.argv.slice(2) as [string, 'float32' | 'bfloat16', string];
const kilobytes = (key: string) =>
  Number(readFileSync('/proc/self/status', 'utf8').match(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm'))?.[1]);

const text = await loadModelText(spec, { cacheDir, logger: silentLogger });
await loadRuntime({ runtime: 'cpu', requireNative: true, cacheDir, logger: silentLogger });
const before = kilobytes('VmRSS') * 1024;
const started = performance.now();
await loadLanguageModel(text, { base_dtype, logger: silentLogger });
process.stdout.write(
  JSON.stringify({
    seconds: (performance.now() - started) / 1000,
    before_bytes: before,
    after_bytes: kilobytes('VmRSS') * 1024,
    peak_bytes: kilobytes('VmHWM') * 1024,
  }),
);
