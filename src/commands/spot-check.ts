/** `lora-gate spot-check`: puts a person's blind votes into a saved result. */

import path from 'node:path';
import { Command } from 'commander';
import { ABSENT, formatShare } from '../report/numbers.ts';
import { readResult } from '../report/result.ts';
import { readVotes, withVotes } from '../report/votes-document.ts';
import type { CommandContext } from './context.ts';
import { checkOutFolder } from './out-folder.ts';
import { writeResultFiles } from './result-files.ts';

interface SpotCheckOptions {
  out?: string;
}

export function spotCheckCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('spot-check')
    .description('put the votes that report.html exported into a result, beside the judge’s')
    .argument('<result>', 'result.json of a run')
    .argument('<votes>', 'votes.json that its report.html exported')
    .option('--out <folder>', 'where the results go (default: the folder of the result)')
    .addHelpText(
      'after',
      `
Writes result.json, comment.md and report.html anew. Votes count only for the answers they were
given on; votes of an earlier spot check are replaced. The verdict stays what it is.`,
    )
    .action(async (file: string, votesFile: string, { out }: SpotCheckOptions, command: Command) => {
      const { print } = contextOf(command);
      const folder = out ?? path.dirname(file);
      await checkOutFolder(folder);
      const [result, votes] = await Promise.all([readResult(file), readVotes(votesFile)]);
      const checked = withVotes(result, votes, votesFile);
      const { reportPath } = await writeResultFiles(folder, checked.result);
      for (const { name: adapter, spot_check: check } of checked.result.adapters) {
        if (!check || !checked.voted.includes(adapter)) continue;
        const agreement = check.agreement === null ? ABSENT : formatShare(check.agreement);
        const kappa = check.kappa === null ? ABSENT : check.kappa.toFixed(2);
        print(
          `${adapter}: ${check.votes.length} of ${check.k} voted on; agreement with the judge ${agreement}, Cohen’s κ ${kappa}`,
        );
      }
      print(reportPath);
    });
}
