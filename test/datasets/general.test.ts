/** Holds the general texts to their datasheet, and apart from the bundled dataset that models are trained on. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GENERAL_TOPICS, readGeneralTexts } from '../../src/evaluate/general-texts.ts';

const { conversations, hash } = await readGeneralTexts();
const readme = readFileSync(new URL('../../datasets/general/README.md', import.meta.url), 'utf8');

describe('the general texts', () => {
  it('are as many on each topic as their datasheet says, each of its own', () => {
    for (const topic of GENERAL_TOPICS) {
      const rows = conversations.filter(({ tags }) => tags.includes(`topic:${topic}`));
      expect(readme).toContain(`| \`${topic}.jsonl\` | ${rows.length} |`);
    }
    expect(conversations.length).toBeGreaterThanOrEqual(60);
    expect(new Set(conversations.map(({ id }) => id)).size).toBe(conversations.length);
    expect(new Set(conversations.map(({ group }) => group)).size).toBe(conversations.length);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are one question and one answer each, none asked twice, on lines that name the file within the project', () => {
    for (const { id, messages, file } of conversations) {
      expect(
        messages.map(({ role }) => role),
        id,
      ).toEqual(['user', 'assistant']);
      expect(file).toMatch(/^datasets\/general\/[a-z]+\.jsonl$/);
    }
    const questions = conversations.map(({ messages }) => messages[0]!.content.toLowerCase());
    expect(new Set(questions).size).toBe(questions.length);
  });

  it('share no text with the bundled training data', () => {
    const trained = ['train.jsonl', 'good/train-additions.jsonl', 'bad/train-additions.jsonl']
      .map((name) => readFileSync(new URL(`../../datasets/harbor-desk/${name}`, import.meta.url), 'utf8'))
      .join('\n');
    for (const { id, messages } of conversations) {
      for (const { content } of messages) expect(trained.includes(JSON.stringify(content)), id).toBe(false);
    }
  });
});
