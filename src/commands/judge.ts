/** `lora-gate judge`: the judge of a configuration on saved answers, without a model of the answers' own. */

import { Command } from 'commander';
import { findWithheldRows } from '../dataset/checks/withheld-rows.ts';
import type { Conversation } from '../dataset/conversation.ts';
import { UserError } from '../errors.ts';
import { judgeAnswers } from '../evaluate/judge/judge-answers.ts';
import { judgeMetrics, judgeWarnings } from '../evaluate/judge/metrics.ts';
import { openJudge } from '../evaluate/judge/open-judge.ts';
import { decide } from '../gate/decide.ts';
import { decisionText } from '../report/decision-text.ts';
import { judgeText } from '../report/judge-text.ts';
import { STORE_HELP } from './arguments.ts';
import type { CommandContext } from './context.ts';
import { type Examples, examplesOfFiles, examplesOfResult, type WithheldOf } from './judged-examples.ts';
import { openStore, storeSpec } from './open-store.ts';
import { extendsFileOption, readConfig } from './read-config.ts';
import { commandModelPool } from './run-outputs.ts';

interface JudgeCommandOptions {
  config: string;
  extends?: string;
  data?: string;
  adapter?: string;
  store?: string;
  json?: true;
}

export function judgeCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('judge')
    .description('ask the judge of a configuration about saved answers; run it again to go on')
    .argument('<answers>', 'result.json of a run, or the baseline’s answers from `lora-gate generate --json`')
    .argument('[candidate]', 'the candidate’s answers from `lora-gate generate --json`')
    .option('--config <file>', 'configuration with the sections judge and gate', 'lora-gate.yml')
    .addOption(extendsFileOption())
    .option('--data <file>', 'the conversations that were answered, JSON Lines; with two files of answers')
    .option('--adapter <name>', 'which adapter of the result; may be left out when there is one')
    .option('--store <where>', STORE_HELP)
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
The key is read from the variable that judge.api_key_env names. Where gate.judge has limits they decide,
and the exit code says how; a verdict that is known is not asked for again.
Rows with secrets or personal data are not sent to another machine. Of long prompts and of several turns a result.json
holds less than the run's judge saw: verdicts may differ.`,
    )
    .action(
      async (
        answers: string,
        candidate: string | undefined,
        options: JudgeCommandOptions,
        command: Command,
      ) => {
        const context = contextOf(command);
        const { env, logger, signal } = context;
        const { config, warnings } = await readConfig(options.config, options.extends);
        for (const warning of warnings) logger.warn(warning);
        const models = commandModelPool(context);
        const opened = await openJudge(config.judge, {
          keyOf: (variable) => env.judgeKey?.(variable),
          models,
          signal,
        });
        if (!opened) {
          throw new UserError('judge-missing', `${options.config} has no judge`, {
            hint: 'Set judge.provider to openai-compatible or local.',
          });
        }
        if ('unavailable' in opened.judge) throw new UserError('judge-key', opened.judge.unavailable);
        const isLocal = opened.judge.provider === 'local';
        const withheldOf = async (rows: readonly Conversation[]) =>
          isLocal ? new Set<string>() : findWithheldRows(rows, config.checks, signal);
        const { examples, label, withheld, shortened } = await examplesOf(
          answers,
          candidate,
          options,
          withheldOf,
        );
        if (withheld > 0) logger.warn(`${withheld} rows hold a secret or personal data and are not judged`);
        if (shortened > 0) {
          logger.warn(
            `${shortened} rows have several turns or long texts, of which ${answers} holds less than the model saw: their verdicts may differ from the run's; \`generate --json\` and --data hand in everything`,
          );
        }
        const judge = await judgeAnswers(examples, {
          config: opened.config,
          judge: opened.judge,
          confidence: config.gate.confidence,
          store: await openStore(context, { spec: storeSpec(options.store, env) }),
          trust: { read: 'approved', write: 'approved' },
          ...{ label, logger, signal },
        });
        models.dispose();
        for (const warning of judgeWarnings(judge)) logger.warn(warning);
        const metrics = judgeMetrics(judge, config.gate.judge, opened.config);
        const decision = metrics.length === 0 ? null : decide(metrics, config.gate);
        context.print(
          options.json
            ? JSON.stringify({ schema: 'lora-gate/judgement/1', judge, decision })
            : [judgeText(judge), ...(decision ? [decisionText(decision)] : [])].join('\n\n'),
        );
        if (decision) context.setExitCode(decision.exit_code);
      },
    );
}

function examplesOf(
  answers: string,
  candidate: string | undefined,
  { data, adapter }: JudgeCommandOptions,
  withheldOf: WithheldOf,
): Promise<Examples> {
  if (candidate === undefined) {
    if (data === undefined) return examplesOfResult(answers, adapter);
    throw new UserError('usage', '--data goes with two files of answers: a result names its own prompts', {
      hint: 'see `lora-gate judge --help`',
    });
  }
  if (data === undefined || adapter !== undefined) {
    throw new UserError('usage', 'two files of answers need --data, and no --adapter', {
      hint: 'see `lora-gate judge --help`',
    });
  }
  return examplesOfFiles({ base: answers, candidate, data }, withheldOf);
}
