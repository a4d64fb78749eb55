/**
 * Rules between keys of the configuration, and the guide's usual ranges. The rules read the file as it was written, so
 * that they are reported together with everything else that is wrong.
 */

import { BUILT_IN_DIMENSIONS, DEFAULT_DIMENSIONS } from './judge-schema.ts';
import type { Config } from './schema.ts';
import type { KeyPath } from './yaml-document.ts';

export interface Finding {
  path: KeyPath;
  message: string;
}

/** Breaches of the rules between keys. Whatever has the wrong type is left to the schema. */
export function crossProblems(file: unknown): Finding[] {
  const config = mapping(file);
  return [...adapterProblems(config), ...judgeProblems(config), ...modelProblems(config)];
}

function adapterProblems(config: Mapping): Finding[] {
  return Object.entries(mapping(config.adapters)).flatMap(([name, value]) => {
    const { train, test, assertions } = mapping(value);
    const found: Finding[] = [];
    // The one name that the schema's record would pass over in silence.
    if (name === '__proto__')
      found.push({ path: ['adapters', name], message: 'adapters.__proto__ cannot be the name' });
    if (typeof train === 'string' && typeof test === 'string' && samePath(train, test)) {
      found.push({
        path: ['adapters', name, 'test'],
        message: `adapters.${name}.test is the training file: name conversations that are not trained on`,
      });
    }
    const names = (Array.isArray(assertions) ? assertions : []).map((assertion) => mapping(assertion).name);
    for (const [i, assertion] of names.entries()) {
      if (typeof assertion !== 'string' || names.indexOf(assertion) === i) continue;
      found.push({
        path: ['adapters', name, 'assertions', i, 'name'],
        message: `adapters.${name}.assertions[${i}].name is taken: names must differ`,
      });
    }
    return found;
  });
}

function judgeProblems(config: Mapping): Finding[] {
  const judge = mapping(config.judge);
  const unknown = unknownDimensions(judge);
  const limits = Object.keys(mapping(mapping(config.gate).judge));
  if (limits.length === 0) return unknown;
  if (judge.provider === undefined || judge.provider === 'none') {
    return [
      {
        path: ['gate', 'judge'],
        message: 'gate.judge has limits, and there is no judge: set judge.provider',
      },
    ];
  }
  const { dimensions = DEFAULT_DIMENSIONS } = judge;
  if (!Array.isArray(dimensions)) return unknown;
  const unjudged = limits
    .filter((name) => name !== 'win_rate' && !dimensions.includes(name))
    .map((name) => ({
      path: ['gate', 'judge', name],
      message: `gate.judge.${name} is no dimension of the judge: add it to judge.dimensions or delete it`,
    }));
  return [...unknown, ...unjudged];
}

function unknownDimensions({ dimensions, rubrics }: Mapping): Finding[] {
  const known: readonly string[] = [...BUILT_IN_DIMENSIONS, ...Object.keys(mapping(rubrics))];
  return (Array.isArray(dimensions) ? dimensions : []).flatMap((name, i) =>
    typeof name !== 'string' || known.includes(name)
      ? []
      : [
          {
            path: ['judge', 'dimensions', i],
            message: `judge.dimensions[${i}] is ${JSON.stringify(name)}, which has no rubric: write judge.rubrics.${name} or use one of ${BUILT_IN_DIMENSIONS.join(', ')}`,
          },
        ],
  );
}

function modelProblems({ model, allowed_models }: Mapping): Finding[] {
  if (typeof model !== 'string' || !Array.isArray(allowed_models) || allowed_models.includes(model))
    return [];
  return [{ path: ['model'], message: `model is not in allowed_models: add it there` }];
}

/** Values outside the ranges that the guide to LoRA training gives. */
export function rangeWarnings(config: Config): Finding[] {
  return Object.entries(config.adapters).flatMap(([name, { lora, training }]) => {
    const usual: [section: string, key: string, value: number, from: number, to: number][] = [
      ['lora', 'r', lora.r, 8, 64],
      ['training', 'learning_rate', training.learning_rate, 1e-4, 5e-4],
    ];
    if (training.max_steps < 0) usual.push(['training', 'num_train_epochs', training.num_train_epochs, 2, 5]);
    return usual
      .filter(([, , value, from, to]) => value < from || value > to)
      .map(([section, key, value, from, to]) => ({
        path: ['adapters', name, section, key],
        message: `adapters.${name}.${section}.${key} is ${value}, outside the usual ${from} to ${to}`,
      }));
  });
}

type Mapping = Readonly<Record<string, unknown>>;

function mapping(value: unknown): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {};
}

function samePath(a: string, b: string): boolean {
  const plain = (path: string) =>
    path
      .split('/')
      .filter((part) => part !== '' && part !== '.')
      .join('/');
  return plain(a) === plain(b);
}
