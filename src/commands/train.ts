/** `lora-gate train`: trains one adapter of a config file into a PEFT folder; an interrupted run goes on where it was. */

import { rmdir } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { contentKey } from '../adapter/content-key.ts';
import { writeAdapter } from '../adapter/peft.ts';
import { resolveLora } from '../config/training-schema.ts';
import { tokenizeConversation } from '../dataset/chat.ts';
import type { TokenizedConversation } from '../dataset/conversation.ts';
import { rowsHash } from '../dataset/diff.ts';
import { checkLengths } from '../dataset/lengths.ts';
import { readConversations } from '../dataset/read.ts';
import { adapterToTensors, disposeAdapter } from '../model/lora.ts';
import { removeCheckpoints } from '../train/checkpoint.ts';
import { recipeOf } from '../train/recipe.ts';
import { ENGINE_VERSION, trainAdapter } from '../train/train-adapter.ts';
import { chooseAdapter } from './chosen-adapter.ts';
import { type CommandContext, prepareModel } from './context.ts';
import { checkOutFolder } from './out-folder.ts';
import { extendsFileOption, readConfig } from './read-config.ts';

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
      const rows = await readConversations(section.train, {
        root: path.dirname(path.resolve(options.config)),
      });
      const recipe = recipeOf(section);
      let conversations: TokenizedConversation[] = [];
      const { model } = await prepareModel(
        context,
        config.model,
        config.base_dtype,
        ({ tokenizer, template }) => {
          conversations = rows.map((row) => tokenizeConversation(row, tokenizer, template));
          checkLengths(conversations, recipe);
        },
      );

      const lora = resolveLora(section.lora);
      const checkpoints = path.join(options.out, 'checkpoints');
      const { save_steps } = section.training;
      const trained = await trainAdapter({
        decoder: model.decoder,
        lora,
        recipe,
        conversations,
        label: `training ${name}`,
        logger: context.logger,
        stepLog: path.join(options.out, 'train-log.jsonl'),
        ...(save_steps > 0 && {
          checkpoints: {
            folder: checkpoints,
            save_steps,
            identity: {
              model: `${model.files.revision} ${config.base_dtype}`,
              data: rowsHash(rows),
              recipe: contentKey({ lora: { ...lora }, training: { ...recipe } }),
              engine: ENGINE_VERSION,
            },
          },
        }),
        signal: context.signal,
      });
      await writeAdapter(options.out, {
        lora,
        base_model_name_or_path: config.model,
        revision: model.files.revision,
        tensors: await adapterToTensors(trained.adapter),
      });
      await removeCheckpoints(checkpoints);
      // Only when nothing else is in it.
      await rmdir(checkpoints).catch(() => undefined);
      disposeAdapter(trained.adapter);
      const { adapter: _, events: __, ...summary } = trained;
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
