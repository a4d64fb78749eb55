/** `lora-gate train`: trains one adapter of a config file into a PEFT folder; an interrupted run goes on where it was. */

import { rmdir } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { contentKey } from '../adapter/content-key.ts';
import { writeAdapter } from '../adapter/peft.ts';
import type { AdapterConfig, Config } from '../config/schema.ts';
import { resolveLora } from '../config/training-schema.ts';
import { tokenizeConversation } from '../dataset/chat.ts';
import type { Conversation, TokenizedConversation } from '../dataset/conversation.ts';
import { rowsHash } from '../dataset/diff.ts';
import { checkLengths } from '../dataset/lengths.ts';
import { readConversations } from '../dataset/read.ts';
import { loadModelText, type ModelText, readModelConfig } from '../model/language-model.ts';
import { type AdapterTensor, adapterToTensors, disposeAdapter } from '../model/lora.ts';
import { trainAcceleratedAdapter } from '../train/accelerated-adapter.ts';
import { removeCheckpoints } from '../train/checkpoint.ts';
import { checkEngine, engineOf } from '../train/engine.ts';
import { recipeOf } from '../train/recipe.ts';
import { ENGINE_VERSION, type TrainingSummary, trainAdapter } from '../train/train-adapter.ts';
import { chooseAdapter } from './chosen-adapter.ts';
import { accelerateHost, type CommandContext, prepareModel, resolveOptions } from './context.ts';
import { checkOutFolder } from './out-folder.ts';
import { checkoutOf, extendsFileOption, readConfig } from './read-config.ts';

const STEP_LOG = 'train-log.jsonl';

interface TrainCommandOptions {
  config: string;
  extends?: string;
  adapter?: string;
  out: string;
  json?: true;
}

export function trainCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('train')
    .description('train one adapter; run the same command again to go on after an interruption')
    .option('--config <file>', 'configuration', 'lora-gate.yml')
    .addOption(extendsFileOption())
    .option('--adapter <name>', 'which adapter of the config; may be left out when there is one')
    .requiredOption('--out <folder>', 'where the PEFT adapter, its log and its checkpoints go')
    .option('--json', 'print one JSON document')
    .action(async (options: TrainCommandOptions, command: Command) => {
      const context = contextOf(command);
      await checkOutFolder(options.out);
      const { config, warnings } = await readConfig(options.config, options.extends);
      for (const warning of warnings) context.logger.warn(warning);
      const [name, section] = chooseAdapter(config, options.adapter, options.config);
      checkEngine(section, name);
      const rows = await readConversations(section.train, { root: await checkoutOf(options.config) });
      const train = engineOf(section).name === 'accelerate' ? trainElsewhere : trainHere;
      const { tensors, revision, multimodal, summary } = await train(context, {
        config,
        name,
        section,
        rows,
        out: options.out,
      });
      await writeAdapter(options.out, {
        lora: resolveLora(section.lora),
        multimodal,
        base_model_name_or_path: config.model,
        revision,
        tensors,
      });
      const checkpoints = path.join(options.out, 'checkpoints');
      await removeCheckpoints(checkpoints);
      // Only when nothing else is in it.
      await rmdir(checkpoints).catch(() => undefined);
      const document = {
        ...summary,
        peak_rss_bytes: process.resourceUsage().maxRSS * 1024,
        adapter: options.out,
      };
      if (options.json) return context.print(JSON.stringify(document));
      context.print(
        `trained ${name}: ${summary.steps} steps, final loss ${summary.final_loss.toFixed(4)}, ` +
          `${summary.tokens_per_second.toFixed(0)} tokens/s, ${summary.seconds.toFixed(0)} s\nadapter in ${options.out}`,
      );
    });
}

interface Training {
  config: Config;
  name: string;
  section: AdapterConfig;
  rows: readonly Conversation[];
  out: string;
}

interface Trained {
  tensors: ReadonlyMap<string, AdapterTensor>;
  /** Of the model. */
  revision: string;
  multimodal: boolean | undefined;
  summary: Omit<TrainingSummary, 'events'>;
}

function tokenize({ section, rows }: Training, { tokenizer, template }: ModelText): TokenizedConversation[] {
  const conversations = rows.map((row) => tokenizeConversation(row, tokenizer, template));
  checkLengths(conversations, section.training);
  return conversations;
}

/** By our own engine, in this process. */
async function trainHere(context: CommandContext, training: Training): Promise<Trained> {
  const { config, name, section, rows, out } = training;
  let conversations: TokenizedConversation[] = [];
  const { model, runtime } = await prepareModel(context, config.model, config.base_dtype, (text) => {
    conversations = tokenize(training, text);
  });
  const recipe = recipeOf(section);
  const lora = resolveLora(section.lora);
  const { save_steps } = section.training;
  const {
    adapter,
    events: _,
    ...summary
  } = await trainAdapter({
    decoder: model.decoder,
    lora,
    recipe,
    conversations,
    label: `training ${name}`,
    logger: context.logger,
    stepLog: path.join(out, STEP_LOG),
    ...(save_steps > 0 && {
      checkpoints: {
        folder: path.join(out, 'checkpoints'),
        save_steps,
        identity: {
          model: `${model.files.revision} ${config.base_dtype}`,
          data: rowsHash(rows),
          recipe: contentKey({ lora: { ...lora }, training: { ...recipe } }),
          engine: `${ENGINE_VERSION} on ${runtime.backend} ${runtime.device}, TensorFlow ${runtime.tensorflow_version ?? 'none'}`,
        },
      },
    }),
    signal: context.signal,
  });
  const tensors = await adapterToTensors(adapter);
  disposeAdapter(adapter);
  return {
    ...{ tensors, summary },
    ...{ revision: model.files.revision, multimodal: model.decoder.config.is_multimodal },
  };
}

/** By accelerate: neither TensorFlow nor the weights are loaded here. */
async function trainElsewhere(context: CommandContext, training: Training): Promise<Trained> {
  const { config, name, section, out } = training;
  const engine = engineOf(section);
  if (engine.name !== 'accelerate') throw new Error(`engine ${engine.name} trains here`);
  const text = await loadModelText(config.model, resolveOptions(context));
  const modelConfig = await readModelConfig(text);
  const {
    tensors,
    events: _,
    ...summary
  } = await trainAcceleratedAdapter({
    model: { files: text.files, config: modelConfig },
    base_dtype: config.base_dtype,
    lora: resolveLora(section.lora),
    recipe: recipeOf(section),
    conversations: tokenize(training, text),
    settings: engine.settings,
    host: accelerateHost(context.env),
    label: `training ${name}`,
    stepLog: path.join(out, STEP_LOG),
    logger: context.logger,
    signal: context.signal,
  });
  return { tensors, revision: text.files.revision, multimodal: modelConfig.is_multimodal, summary };
}
