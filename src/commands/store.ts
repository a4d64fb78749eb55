/** `lora-gate store`: what a store holds, and what of it goes by size and age. */

import { Command, Option } from 'commander';
import { type ListedEntry, pruneStore } from '../adapter/store/store-keeper.ts';
import { UserError } from '../errors.ts';
import type { CommandContext } from './context.ts';
import { openKeeper, storeSpec } from './open-store.ts';
import { ageText, parseLimits, sizeText } from './store-amounts.ts';

interface StoreOptions {
  store?: string;
  json?: true;
}

interface PruneOptions extends StoreOptions {
  maxSize?: string;
  maxAge?: string;
  dryRun?: true;
}

const where = () =>
  new Option(
    '--store <where>',
    'folder or s3://bucket/prefix (default: LORA_GATE_STORE, else in the cache folder)',
  );

export function storeCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('store')
    .description('what the store of adapters and scores holds, and what of it goes')
    .addCommand(listCommand(contextOf))
    .addCommand(pruneCommand(contextOf));
}

async function keeperOf(options: StoreOptions, context: CommandContext) {
  const keeper = await openKeeper(storeSpec(options.store, context.env), context);
  if (keeper) return keeper;
  throw new UserError('store-unlisted', 'the Actions cache is not listed or cleared from here', {
    hint: 'GitHub removes what was not used for 7 days and the oldest above the limit; `gh cache list` and `gh cache delete` do the rest.',
  });
}

function listCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('list')
    .description('every entry, least recently used first')
    .addOption(where())
    .option('--json', 'print one JSON document')
    .action(async (options: StoreOptions, command: Command) => {
      const context = contextOf(command);
      const entries = (await (await keeperOf(options, context)).list()).sort((a, b) => a.used - b.used);
      context.print(options.json ? JSON.stringify(entries.map(shown), null, 2) : table(entries, Date.now()));
    });
}

function pruneCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('prune')
    .description('remove what is too old, then the least recently used until the rest fits')
    .addOption(where())
    .option('--max-size <size>', 'of all entries together, such as 20GB')
    .option('--max-age <age>', 'since an entry was last used, such as 30d or 12h')
    .option('--dry-run', 'only tell')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
What was used in the last hour stays: a run may be about to read it. What runs for forks wrote goes first.
In a bucket nothing tells when an entry was read: there the time it was written counts.`,
    )
    .action(async (options: PruneOptions, command: Command) => {
      const context = contextOf(command);
      const limits = parseLimits(options, { maxSize: '--max-size', maxAge: '--max-age' });
      if (limits.maxBytes === undefined && limits.maxAgeMs === undefined) {
        throw new UserError('usage', '`store prune` needs --max-size or --max-age', {
          hint: 'see `lora-gate store prune --help`',
        });
      }
      const { dryRun = false } = options;
      const now = Date.now();
      const keeper = await keeperOf(options, context);
      const { removed, entries, bytes } = await pruneStore(keeper, { ...limits, now, dryRun });
      if (options.json) {
        const list = removed.map(({ reason, ...entry }) => ({ ...shown(entry), reason }));
        return context.print(
          JSON.stringify({ dry_run: dryRun, removed: list, left: { entries, bytes } }, null, 2),
        );
      }
      const freed = removed.reduce((sum, entry) => sum + entry.bytes, 0);
      const verb = dryRun ? 'would remove' : 'removed';
      const lines = [
        `${verb} ${countText(removed.length)}, ${sizeText(freed)}; left: ${countText(entries)}, ${sizeText(bytes)}`,
      ];
      if (removed.length > 0) lines.unshift(table(removed, now));
      context.print(lines.join('\n'));
    });
}

const countText = (count: number) => `${count} ${count === 1 ? 'entry' : 'entries'}`;

const shown = ({ trust, key, bytes, files, written, used }: ListedEntry) => ({
  ...{ key, trust, bytes, files },
  written: new Date(written).toISOString(),
  used: new Date(used).toISOString(),
});

function table(entries: readonly (ListedEntry & { reason?: string })[], now: number): string {
  const rows = [
    ['key', 'written by', 'size', 'used', ''],
    ...entries.map(({ key, trust, bytes, used, reason = '' }) => [
      key.slice(0, 16),
      trust,
      sizeText(bytes),
      `${ageText(now - used)} ago`,
      reason,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 2 || column === 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  return [...lines, `${countText(entries.length)}, ${sizeText(total)}`].join('\n');
}
