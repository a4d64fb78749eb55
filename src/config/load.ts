/**
 * The text of a `lora-gate.yml` to a configuration with its defaults, or to every problem in it with its line. Reads no files:
 * the text may come from any commit.
 */

import { UserError } from '../errors.ts';
import { crossProblems, type Finding, rangeWarnings } from './cross-checks.ts';
import { explainIssue } from './explain-issue.ts';
import { type Config, ConfigSchema, configJsonSchema } from './schema.ts';
import { readYaml } from './yaml-document.ts';

export interface LoadedConfig {
  config: Config;
  /** `file:line: …`, one a value outside the usual range. */
  warnings: string[];
}

/**
 * Reads a configuration.
 * @param options.file the name that messages show.
 * @throws UserError `config-invalid` that lists every problem as `file:line: …`.
 */
export function loadConfig(text: string, options: { file: string }): LoadedConfig {
  const document = readYaml(text);
  const shown = (findings: readonly Finding[]) =>
    findings.map(({ path, message }) => ({ line: document.lineOf(path), message }));
  const listed = (problems: readonly { line: number; message: string }[]) =>
    problems
      .toSorted((a, b) => a.line - b.line)
      .map(({ line, message }) => `${options.file}:${line}: ${visible(message)}`);

  const problems = [...document.problems];
  if (document.value === null) {
    problems.push({ line: 1, message: 'the file is empty, expected version, model and adapters' });
  } else if (document.value !== undefined) {
    const parsed = ConfigSchema.safeParse(document.value);
    if (parsed.success) {
      problems.push(...shown(crossProblems(document.value)));
      if (problems.length === 0) {
        return { config: parsed.data, warnings: listed(shown(rangeWarnings(parsed.data))) };
      }
    } else {
      const schema = configJsonSchema();
      const issues = parsed.error.issues.flatMap((issue) => explainIssue(issue, document.value, schema));
      problems.push(...shown([...issues, ...crossProblems(document.value)]));
    }
  }
  const count = problems.length;
  throw new UserError('config-invalid', `${count} problem${count === 1 ? '' : 's'} in ${options.file}`, {
    problems: listed(problems),
    hint: 'An editor with a YAML language server shows the known keys: put `# yaml-language-server: $schema=…/lora-gate.schema.json` on the first line.',
  });
}

/** Messages quote the file: characters that steer a terminal or turn the writing direction are shown, not sent. */
function visible(message: string): string {
  return message.replace(/[\p{Cc}\p{Cf}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
