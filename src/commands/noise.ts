/** `lora-gate noise`: how far trainings of one recipe lie apart that differ in their seed alone, and which margin follows. */

import path from 'node:path';
import { Command } from 'commander';
import { tokenizeConversation } from '../dataset/chat.ts';
import type { Conversation, TokenizedConversation } from '../dataset/conversation.ts';
import { rowsHash } from '../dataset/diff.ts';
import { checkLengths } from '../dataset/lengths.ts';
import { readConversations } from '../dataset/read.ts';
import { UserError } from '../errors.ts';
import { runSeeds, seedsFrom } from '../evaluate/noise.ts';
import { reportNoise } from '../gate/noise.ts';
import type { ModelText } from '../model/language-model.ts';
import { noiseText } from '../report/noise-text.ts';
import { checkEngine } from '../train/engine.ts';
import { STORE_HELP, several } from './arguments.ts';
import { chooseAdapter } from './chosen-adapter.ts';
import { accelerateHost, type CommandContext } from './context.ts';
import { openStore, storeSpec } from './open-store.ts';
import { checkoutOf, extendsFileOption, readConfig } from './read-config.ts';
import { commandModelPool } from './run-outputs.ts';

interface NoiseOptions {
  config: string;
  extends?: string;
  adapter?: string;
  seeds: number;
  store?: string;
  json?: true;
}

export const NOISE_SCHEMA_ID = 'lora-gate/noise/1';

export function noiseCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('noise')
    .description(
      'how far trainings lie apart that differ in their seed alone, and which margin follows; run it again to go on after an interruption',
    )
    .option('--config <file>', 'configuration', 'lora-gate.yml')
    .addOption(extendsFileOption())
    .option('--adapter <name>', 'which adapter of the config; may be left out when there is one')
    .option('--seeds <n>', 'trainings, from the seed of the recipe upwards', several, 5)
    .option('--store <where>', STORE_HELP)
    .option('--json', 'print one JSON document')
    .action(async (options: NoiseOptions, command: Command) => {
      const context = contextOf(command);
      const { env, logger, signal } = context;
      const { config, warnings } = await readConfig(options.config, options.extends);
      for (const warning of warnings) logger.warn(warning);
      const [name, section] = chooseAdapter(config, options.adapter, options.config);
      checkEngine(section, name);
      const root = await checkoutOf(options.config);
      const files = {
        train: await readConversations(section.train, { root }),
        test: await readConversations(section.test, { root }),
      };
      const models = commandModelPool(context);
      const model = await models.open(config.model, config.base_dtype);
      const rowsOf = (rows: readonly Conversation[]) => ({
        tokenized: tokenize(rows, model, section.training.max_length),
        hash: rowsHash(rows),
      });
      const [train, test] = [rowsOf(files.train), rowsOf(files.test)];
      const runs = await runSeeds({
        name,
        section,
        seeds: seedsFrom(section, options.seeds),
        train,
        test,
        model,
        runtime: await models.runtime(),
        base_dtype: config.base_dtype,
        store: await openStore(context, { spec: storeSpec(options.store, env) }),
        trust: { read: 'approved', write: 'approved' },
        workFolder: path.join(env.cacheDir, 'checkpoints'),
        host: accelerateHost(env),
        logger,
        signal,
      });
      models.dispose();
      const broken = runs.find(({ nll_per_token }) => !Number.isFinite(nll_per_token));
      if (broken) {
        throw new UserError(
          'noise-not-finite',
          `the training with seed ${broken.seed} gives no finite loss`,
          {
            hint: 'Lower the learning rate.',
          },
        );
      }
      const report = reportNoise(runs, config.gate);
      if (!options.json) return context.print(noiseText(name, runs, report));
      const seeds = runs.map(({ conversations: _, ...run }) => run);
      const document = {
        schema: NOISE_SCHEMA_ID,
        adapter: name,
        model: config.model,
        train: { path: section.train, sha256: train.hash },
        test: { path: section.test, sha256: test.hash, rows: files.test.length },
        runs: seeds,
        ...report,
      };
      context.print(JSON.stringify(document));
    });
}

function tokenize(
  rows: readonly Conversation[],
  { tokenizer, template }: ModelText,
  max_length: number,
): TokenizedConversation[] {
  const tokenized = rows.map((row) => tokenizeConversation(row, tokenizer, template));
  checkLengths(tokenized, { max_length });
  return tokenized;
}
