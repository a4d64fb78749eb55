import { describe, expect, it } from 'vitest';
import { ChecksSchema } from '../../src/config/checks-schema.ts';
import { loadConfig } from '../../src/config/load.ts';
import { CHECK_NAMES, defaultSeverities } from '../../src/dataset/checks/finding.ts';
import { UserError } from '../../src/errors.ts';
import { MINIMAL_CONFIG } from './configs.ts';

function checksOf(section: string) {
  return loadConfig(`${MINIMAL_CONFIG}checks: ${section}\n`, { file: 'f' }).config.checks;
}

function problemsOf(section: string): readonly string[] {
  try {
    checksOf(section);
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  return [];
}

describe('checks', () => {
  it('block on leakage and secrets unless told otherwise', () => {
    expect(ChecksSchema.parse({})).toEqual(defaultSeverities());
    expect(ChecksSchema.parse({})).toMatchObject({
      leakage: 'error',
      prompt_leakage: 'error',
      overlap_leakage: 'error',
      secrets: 'error',
      near_duplicates: 'warning',
    });
  });

  it('take a severity for each, and keep the others as they were', () => {
    expect(checksOf('{ near_duplicates: off, personal_data: error }')).toEqual({
      ...defaultSeverities(),
      near_duplicates: 'off',
      personal_data: 'error',
    });
  });

  it('name the nearest check and the severities there are', () => {
    expect(problemsOf('{ near_duplicate: off, secrets: warn }')).toEqual([
      'f:7: checks.secrets is "warn", expected one of error, warning, note, off',
      'f:7: unknown key "near_duplicate" in checks: did you mean "near_duplicates"?',
    ]);
  });

  it('are those of the data checks, all of them', () => {
    expect(Object.keys(ChecksSchema.shape)).toEqual(CHECK_NAMES);
  });
});
