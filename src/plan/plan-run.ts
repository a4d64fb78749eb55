/**
 * Which adapters a change touches and why, what each is trained from and what it is judged by: policy and test set from
 * the base commit, recipe and training data from the head. Pure: git's answers and the two configurations are handed in.
 */

import { modelKind } from '../config/model-reference.ts';
import { UserError } from '../errors.ts';
import { type ConfigChange, diffConfig } from './config-diff.ts';
import type { ChangedFile } from './git.ts';
import { type Touched, touchedBy } from './touched.ts';

/** What the plan reads of an adapter's configuration. */
export interface PlanAdapter {
  train: string;
  test: string;
  lora: unknown;
  training: unknown;
  assertions: unknown;
}

/** What the plan reads of a configuration. */
export interface PlanConfig<A extends PlanAdapter = PlanAdapter> {
  model: string;
  base_dtype: unknown;
  allowed_models: readonly string[];
  gate: unknown;
  judge: unknown;
  answers: unknown;
  adapters: Readonly<Record<string, A>>;
}

export type ChangeReason =
  | 'train_data'
  | 'recipe'
  | 'model'
  | 'test_set'
  | 'policy'
  | 'introduced'
  | 'renamed';

export interface PlannedAdapter<A extends PlanAdapter = PlanAdapter> {
  name: string;
  /** Its name on the base; null when it is introduced, and the baseline is then the bare base model. */
  base_name: string | null;
  reasons: { reason: ChangeReason; detail: string }[];
  /** The candidate's recipe. */
  head: A;
  /** The baseline's recipe. */
  base: A | null;
  /** The commit that gate and judge are read from. */
  policy_source: 'base' | 'head';
  /** The commit that the test set and the assertions are read from: `head` for an introduced adapter. */
  test_source: 'base' | 'head';
  /** Where the test set is in that commit. */
  test: string;
  /** What the change does to gate, judge, answers, assertions and test path: shown, not applied. */
  policy_edits: ConfigChange[];
  /** Whether the content of the base's test set changes. */
  test_set_edited: boolean;
  recipe_changes: ConfigChange[];
}

export interface RunPlan<A extends PlanAdapter = PlanAdapter> {
  adapters: PlannedAdapter<A>[];
  unaffected: string[];
  /** On the base, not on the head: nothing is judged for them. */
  removed: string[];
  warnings: string[];
}

export interface PlanInput<A extends PlanAdapter = PlanAdapter> {
  changedFiles: readonly ChangedFile[];
  /** null when the base commit has no configuration. */
  baseConfig: PlanConfig<A> | null;
  /** null when the head commit has none any more. */
  headConfig: PlanConfig<A> | null;
}

/** A pull request may only name models that the base lists. @throws UserError `model-not-allowed` */
function checkModel(base: PlanConfig | null, head: PlanConfig): void {
  if (!base || head.model === base.model || base.allowed_models.includes(head.model)) return;
  throw new UserError(
    'model-not-allowed',
    `the change names the model ${JSON.stringify(head.model)}, which the base does not allow`,
    {
      problems: [`allowed: ${[...new Set([base.model, ...base.allowed_models])].join(', ')}`],
      hint: 'Have a maintainer add it to `allowed_models` on the base branch first.',
    },
  );
}

/** Introduced adapters that are a removed one under another name: the same training file or the same test file. */
function renames(input: PlanInput): Map<string, string> {
  const { baseConfig, headConfig, changedFiles } = input;
  const found = new Map<string, string>();
  if (!baseConfig || !headConfig) return found;
  const moved = new Map(changedFiles.map((file) => [file.path, file.previous_path ?? file.path]));
  const before = (path: string) => moved.get(path) ?? path;
  const gone = Object.entries(baseConfig.adapters).filter(
    ([name]) => !Object.hasOwn(headConfig.adapters, name),
  );
  for (const [name, adapter] of Object.entries(headConfig.adapters)) {
    if (Object.hasOwn(baseConfig.adapters, name)) continue;
    const match = gone.find(
      ([old, { train, test }]) =>
        ![...found.values()].includes(old) &&
        (before(adapter.train) === train || before(adapter.test) === test),
    );
    if (match) found.set(name, match[0]);
  }
  return found;
}

const recipeOf = (config: PlanConfig, { train, lora, training }: PlanAdapter) => ({
  model: config.model,
  base_dtype: config.base_dtype,
  train,
  lora,
  training,
});

const policyOf = ({ gate, judge, answers }: PlanConfig, { test, assertions }: PlanAdapter) => ({
  gate,
  judge,
  answers,
  test,
  assertions,
});

interface Side<A extends PlanAdapter> {
  config: PlanConfig<A>;
  adapter: A;
}

function planAdapter<A extends PlanAdapter>(
  name: string,
  head: Side<A>,
  base: (Side<A> & { name: string }) | null,
  hasBaseConfig: boolean,
  touched: Touched,
): PlannedAdapter<A> {
  const reasons: PlannedAdapter['reasons'] = [];
  const add = (reason: ChangeReason, detail: string) => reasons.push({ reason, detail });
  const shared = { name, head: head.adapter, policy_source: hasBaseConfig ? 'base' : 'head' } as const;
  if (!base) {
    add('introduced', hasBaseConfig ? 'the base has no such adapter' : 'the base has no configuration');
    return {
      ...shared,
      base_name: null,
      reasons,
      base: null,
      test_source: 'head',
      test: head.adapter.test,
      policy_edits: [],
      test_set_edited: false,
      recipe_changes: [],
    };
  }
  const recipeChanges = diffConfig(recipeOf(base.config, base.adapter), recipeOf(head.config, head.adapter));
  const policyEdits = diffConfig(policyOf(base.config, base.adapter), policyOf(head.config, head.adapter));
  if (base.name !== name) add('renamed', `${base.name} → ${name}`);
  const { train } = head.adapter;
  if (train !== base.adapter.train) add('train_data', `${base.adapter.train} → ${train}`);
  else if (touched.has(train)) add('train_data', train);
  const { model } = head.config;
  const weights = modelKind(model) === 'path' ? touched.within(model) : undefined;
  if (model !== base.config.model) add('model', `${base.config.model} → ${model}`);
  else if (weights !== undefined) add('model', weights);
  const settings = recipeChanges.map(({ key }) => key).filter((key) => key !== 'train' && key !== 'model');
  if (settings.length > 0) add('recipe', settings.join(', '));
  const testEdited = touched.has(base.adapter.test) || base.adapter.test !== head.adapter.test;
  if (testEdited) add('test_set', base.adapter.test);
  const rules = policyEdits.map(({ key }) => key).filter((key) => key !== 'test');
  if (rules.length > 0) add('policy', rules.join(', '));
  return {
    ...shared,
    base_name: base.name,
    reasons: reasons.map(({ reason, detail }) => ({ reason, detail: detail.slice(0, 1000) })),
    base: base.adapter,
    test_source: 'base',
    test: base.adapter.test,
    policy_edits: policyEdits,
    test_set_edited: testEdited,
    recipe_changes: recipeChanges,
  };
}

/**
 * The plan of a run: adapters without a reason are not affected and cost nothing.
 *
 * @throws UserError `no-configuration` when neither commit has one, `model-not-allowed` when the head names a model that
 * the base does not list.
 */
export function planRun<A extends PlanAdapter>(input: PlanInput<A>): RunPlan<A> {
  const { baseConfig, headConfig, changedFiles } = input;
  if (!baseConfig && !headConfig) {
    throw new UserError('no-configuration', 'neither the base nor the head has a configuration', {
      hint: 'Write one with `lora-gate init`.',
    });
  }
  if (headConfig) checkModel(baseConfig, headConfig);
  const renamed = renames(input);
  const touched = touchedBy(changedFiles);
  const plan: RunPlan<A> = { adapters: [], unaffected: [], removed: [], warnings: [] };
  for (const [name, adapter] of Object.entries(headConfig?.adapters ?? {})) {
    const head = { config: headConfig as PlanConfig<A>, adapter };
    const baseName = renamed.get(name) ?? name;
    const before =
      baseConfig && Object.hasOwn(baseConfig.adapters, baseName) ? baseConfig.adapters[baseName] : undefined;
    const base = baseConfig && before ? { config: baseConfig, adapter: before, name: baseName } : null;
    const planned = planAdapter(name, head, base, baseConfig !== null, touched);
    if (planned.reasons.length > 0) plan.adapters.push(planned);
    else plan.unaffected.push(name);
  }
  const kept = new Set([...Object.keys(headConfig?.adapters ?? {}), ...renamed.values()]);
  plan.removed = Object.keys(baseConfig?.adapters ?? {}).filter((name) => !kept.has(name));
  plan.warnings = warningsOf(input, plan);
  return plan;
}

function warningsOf({ baseConfig, headConfig }: PlanInput, { adapters, removed }: RunPlan): string[] {
  const warnings: string[] = [];
  const introduced = adapters.filter(({ base_name }) => base_name === null).map(({ name }) => name);
  if (removed.length > 0 && introduced.length > 0) {
    warnings.push(
      `this change removes ${removed.join(', ')} and introduces ${introduced.join(', ')}, which is judged by the test set that the change brings; an adapter under another name keeps the base's test set where it keeps the path of its training or test file`,
    );
  }
  if (baseConfig && !headConfig)
    warnings.push('this change removes the configuration: nothing is judged any more');
  if (baseConfig && headConfig) {
    const edits = diffConfig(baseConfig.allowed_models, headConfig.allowed_models, 'allowed_models');
    for (const { base, head } of edits) {
      warnings.push(
        `this change edits allowed_models from ${base} to ${head}; it takes effect once it is merged`,
      );
    }
  }
  const weights = adapters.flatMap(({ reasons }) => reasons.filter(({ reason }) => reason === 'model'));
  for (const detail of new Set(weights.map((reason) => reason.detail))) {
    warnings.push(`the base model changes (${detail}): baseline and candidate rest on different models`);
  }
  return warnings;
}
