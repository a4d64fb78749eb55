/**
 * Which tensors a LoRA adapter of a model has, by the names they carry in PEFT's files, and which of the model's linear
 * layers a `target_modules` entry means. Pure: no tensors, no files.
 */

import type { ModelConfig } from '../model/config.ts';
import {
  type LoraConfig,
  moduleName,
  moduleShape,
  TARGET_MODULES,
  type TargetModule,
} from '../model/lora.ts';

/** What PEFT puts before a parameter's own name. */
export const PEFT_PREFIX = 'base_model.model.';

const TEXT = 'model.layers.';
/** In a model that also sees; the second is what older versions of transformers called them. */
const MULTIMODAL = 'model.language_model.layers.';
const FORMER_MULTIMODAL = 'language_model.model.layers.';

/** A parameter of ours as it is called in the whole of a model that also sees. */
export function multimodalName(name: string): string {
  return name.startsWith(TEXT) ? MULTIMODAL + name.slice(TEXT.length) : name;
}

/** The names of a file, prefix and all, as they are where the language model stands alone. */
export function textName(stored: string): string {
  for (const layers of [MULTIMODAL, FORMER_MULTIMODAL]) {
    const prefix = PEFT_PREFIX + layers;
    if (stored.startsWith(prefix)) return PEFT_PREFIX + TEXT + stored.slice(prefix.length);
  }
  return stored;
}

/**
 * `target_modules` for the whole of a model that also sees, as the regular expression that PEFT matches names by: a list would mean the
 * layers of its vision part, too, which have the same names.
 */
export function multimodalTargets(targets: readonly TargetModule[]): string {
  const paths = targets.map((target) => moduleName(0, target).slice(`${TEXT}0.`.length).replace('.', '\\.'));
  return `${MULTIMODAL.replaceAll('.', '\\.')}\\d+\\.(?:${paths.join('|')})`;
}

/** Shape by parameter name: `<module>.lora_A.weight` [R, in] and `<module>.lora_B.weight` [out, R] of every layer. */
export function expectedShapes(
  model: ModelConfig,
  lora: Pick<LoraConfig, 'r' | 'target_modules'>,
): Map<string, [number, number]> {
  const shapes = new Map<string, [number, number]>();
  for (let layer = 0; layer < model.num_hidden_layers; layer += 1) {
    for (const target of TARGET_MODULES.filter((name) => lora.target_modules.includes(name))) {
      const [out, inputs] = moduleShape(model, target);
      const name = moduleName(layer, target);
      shapes.set(`${name}.lora_A.weight`, [lora.r, inputs]);
      shapes.set(`${name}.lora_B.weight`, [out, lora.r]);
    }
  }
  return shapes;
}

/** Every missing, extra and misshapen tensor, one line each; empty when all is as expected. `found` has a file's own names. */
export function shapeProblems(
  expected: ReadonlyMap<string, readonly number[]>,
  found: ReadonlyMap<string, { shape: readonly number[] }>,
): string[] {
  const show = (shape: readonly number[]) => `[${shape.join(', ')}]`;
  const problems: string[] = [];
  for (const [name, shape] of expected) {
    const tensor = found.get(PEFT_PREFIX + name);
    if (!tensor) problems.push(`missing: ${PEFT_PREFIX}${name} ${show(shape)}`);
    else if (show(tensor.shape) !== show(shape)) {
      problems.push(`misshapen: ${PEFT_PREFIX}${name} is ${show(tensor.shape)}, expected ${show(shape)}`);
    }
  }
  for (const [name, { shape }] of found) {
    const known = name.startsWith(PEFT_PREFIX) && expected.has(name.slice(PEFT_PREFIX.length));
    if (!known) problems.push(`extra: ${name} ${show(shape)}`);
  }
  return problems;
}

/** Whether PEFT's list entry means this module: its whole name, or the end of it after a dot. */
function means(entry: string, module: string): boolean {
  return module === entry || module.endsWith(`.${entry}`);
}

/**
 * The target modules behind PEFT's `target_modules`. A list's entries match by the end of a module's name, as in PEFT;
 * `all-linear` is all seven. Any other string is a regular expression in Python's dialect, which is not run: the tensors
 * in the file say what it matched.
 *
 * `partial` names the modules that only some layers adapt.
 */
export function resolveTargets(
  target_modules: readonly string[] | string,
  model: ModelConfig,
  tensorNames: Iterable<string>,
): { targets: TargetModule[]; partial: string[] } {
  const inFile = new Set(
    [...tensorNames].map((name) => name.slice(PEFT_PREFIX.length).replace(/\.lora_[AB]\.weight$/, '')),
  );
  const isAdapted = (module: string): boolean => {
    if (target_modules === 'all-linear') return true;
    if (typeof target_modules === 'string') return inFile.has(module);
    return target_modules.some((entry) => means(entry, module));
  };
  const targets: TargetModule[] = [];
  const partial: string[] = [];
  for (const target of TARGET_MODULES) {
    const layers = Array.from({ length: model.num_hidden_layers }, (_, layer) => layer);
    const adapted = layers.filter((layer) => isAdapted(moduleName(layer, target)));
    if (adapted.length === layers.length) targets.push(target);
    else if (adapted.length > 0)
      partial.push(`${target} in layers ${adapted.join(', ')} of ${layers.length}`);
  }
  return { targets, partial };
}
