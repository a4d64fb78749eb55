/** `lora-gate compare`: the gate on two saved evaluations. */

import { Command } from 'commander';
import { compareEvaluations } from '../gate/compare.ts';
import { decisionText } from '../report/decision-text.ts';
import { readEvaluation } from '../report/evaluation-document.ts';
import { confidence, margin } from './arguments.ts';
import type { CommandContext } from './context.ts';

interface CompareOptions {
  margin: number;
  confidence: number;
  strict?: true;
  json?: true;
}

export function compareCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('compare')
    .description('judge a candidate against a baseline from two files that `lora-gate eval --json` wrote')
    .argument('<base.json>', 'evaluation of the baseline')
    .argument('<candidate.json>', 'evaluation of the candidate')
    .option('--margin <share>', 'increase of perplexity that does not matter', margin, 0.01)
    .option('--confidence <share>', 'of the one-sided bounds', confidence, 0.95)
    .option('--strict', 'block on an inconclusive result too')
    .option('--json', 'print one JSON document')
    .action(async (basePath: string, candidatePath: string, options: CompareOptions, command: Command) => {
      const context = contextOf(command);
      const [base, candidate] = await Promise.all([readEvaluation(basePath), readEvaluation(candidatePath)]);
      const decision = compareEvaluations(base, candidate, {
        confidence: options.confidence,
        perplexity: { max_increase: options.margin },
        on_inconclusive: options.strict ? 'block' : 'warn',
        mode: 'enforce',
      });
      context.print(options.json ? JSON.stringify(decision) : decisionText(decision));
      context.setExitCode(decision.exit_code);
    });
}
