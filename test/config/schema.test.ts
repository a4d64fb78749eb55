import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../../src/config/load.ts';
import { configJsonSchema } from '../../src/config/schema.ts';
import { UserError } from '../../src/errors.ts';
import { FULL_CONFIG, MINIMAL_CONFIG } from './configs.ts';

const written: unknown = JSON.parse(
  readFileSync(new URL('../../src/config/lora-gate.schema.json', import.meta.url), 'utf8'),
);

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(written as object);

function loads(text: string): boolean {
  try {
    loadConfig(text, { file: 'f' });
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

describe('lora-gate.schema.json', () => {
  it('is the one that the schema generates (npx tsx test/config/write-schema.ts writes it again)', () => {
    expect(written).toEqual(JSON.parse(JSON.stringify(configJsonSchema())));
  });

  it('is of the draft that yaml-language-server reads', () => {
    expect(written).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#' });
  });

  it.each([
    ['minimal', MINIMAL_CONFIG, true],
    ['full', FULL_CONFIG, true],
    ['an unknown key', `${MINIMAL_CONFIG}modle: x\n`, false],
    ['an unknown key in a section', `${MINIMAL_CONFIG}    lora: { rank: 8 }\n`, false],
    ['no test set', MINIMAL_CONFIG.replace(/ {4}test.*\n/, ''), false],
    ['a rank that is text', `${MINIMAL_CONFIG}    lora: { r: "8" }\n`, false],
    ['a percentage', `${MINIMAL_CONFIG}gate: { perplexity: { max_increase: 1.5% } }\n`, true],
    ['something like a percentage', `${MINIMAL_CONFIG}gate: { perplexity: { max_increase: one% } }\n`, false],
    ['an adapter with a bad name', MINIMAL_CONFIG.replace('desk', 'Desk Two'), false],
    [
      'a judge without an address',
      `${MINIMAL_CONFIG}judge: { provider: openai-compatible, model: x }\n`,
      false,
    ],
    [
      'a limit for a dimension',
      `${MINIMAL_CONFIG}judge: { provider: local, model: a/b }\ngate: { judge: { style: { max_drop: 0.2 } } }\n`,
      true,
    ],
  ])('and the loader agree: %s', (_, text, good) => {
    expect([validate(parse(text)), loads(text)]).toEqual([good, good]);
  });

  it('documents every default, so that an editor can show it', () => {
    const text = JSON.stringify(written);
    expect(text).toContain('"default":"1%"');
    const training = (
      written as {
        properties: { adapters: { additionalProperties: { properties: Record<string, unknown> } } };
      }
    ).properties.adapters.additionalProperties.properties.training as { properties: Record<string, object> };
    for (const [key, field] of Object.entries(training.properties))
      expect([key, Object.keys(field)]).toEqual([key, expect.arrayContaining(['default'])]);
  });
});
