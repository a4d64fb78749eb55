import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { chatTemplateFor } from '../../../src/model/tokenizer/chat-template.ts';
import { FAMILY_TEMPLATES } from '../../../src/model/tokenizer/family-templates.ts';
import { tokenizerFromGguf } from '../../../src/model/tokenizer/tokenizer.ts';
import { expected, ggufMetadata, tokenizerOf } from './golden.ts';

const USER = [{ role: 'user', content: 'hi' }];

async function rendering(template: string, options: { now?: Date } = {}): Promise<string> {
  const tokenizer = await tokenizerOf('gemma-like', 'gguf');
  return chatTemplateFor(tokenizer, { template, ...options }).render(USER, { add_generation_prompt: false });
}

async function failing(template: string): Promise<UserError> {
  try {
    await rendering(template);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('chat templates', () => {
  it.each(expected.chats)(
    'render $template chats ($kind, $tokenizer) as transformers does',
    async (group) => {
      const tokenizer = await tokenizerOf(group.tokenizer, group.source);
      const template = chatTemplateFor(tokenizer, { template: expected.templates[group.template] });
      for (const { messages, text, prompt } of group.rows) {
        expect(template.render(messages, { add_generation_prompt: false })).toBe(text);
        expect(template.render(messages.slice(0, -1), { add_generation_prompt: true })).toBe(prompt);
      }
    },
  );

  it.each([
    ['gemma', 'gemma-like'],
    ['llama3', 'llama3-like'],
  ] as const)('of the %s family render what the makers publish', async (family, name) => {
    const metadata = ggufMetadata(name);
    metadata.delete('tokenizer.chat_template');
    const template = chatTemplateFor(tokenizerFromGguf(metadata));
    expect([template.origin, template.source]).toEqual([family, FAMILY_TEMPLATES[family]]);
    const groups = expected.chats.filter((group) => group.template === family);
    expect(groups.length).toBeGreaterThan(0);
    for (const { messages, text, prompt } of groups.flatMap((group) => group.rows)) {
      expect(template.render(messages, { add_generation_prompt: false })).toBe(text);
      expect(template.render(messages.slice(0, -1), { add_generation_prompt: true })).toBe(prompt);
    }
  });

  it('are the model’s own where it has one, ChatML where there are only the tokens for it, else plain text', async () => {
    const metadata = ggufMetadata('smollm-like');
    expect(chatTemplateFor(tokenizerFromGguf(metadata)).origin).toBe('model');
    metadata.delete('tokenizer.chat_template');
    const chatml = chatTemplateFor(tokenizerFromGguf(metadata));
    expect(chatml.origin).toBe('chatml');
    expect(chatml.render(USER, { add_generation_prompt: true })).toBe(
      '<|im_start|>user\nhi<|im_end|>\n<|im_start|>assistant\n',
    );
    const plain = chatTemplateFor(await tokenizerOf('llama2-like', 'gguf'));
    expect(plain.origin).toBe('plain');
    const messages = [{ role: 'system', content: 'S' }, ...USER, { role: 'assistant', content: ' yes ' }];
    expect(plain.render(messages, { add_generation_prompt: false })).toBe(
      '<s>S\n\n### User:\nhi\n\n### Assistant:\nyes</s>\n\n',
    );
    const bare = ggufMetadata('llama2-like');
    for (const name of ['bos', 'eos']) bare.delete(`tokenizer.ggml.${name}_token_id`);
    bare.set(
      'tokenizer.ggml.token_type',
      (bare.get('tokenizer.ggml.token_type') as number[]).map((type) => (type === 3 ? 1 : type)),
    );
    expect(
      chatTemplateFor(tokenizerFromGguf(bare)).render(messages.slice(1), { add_generation_prompt: false }),
    ).toBe('### User:\nhi\n\n### Assistant:\nyes\n\n');
  });

  it('refuse roles out of order with the template’s own words', async () => {
    const template = chatTemplateFor(await tokenizerOf('gemma-like', 'gguf'));
    const render = () => template.render([...USER, ...USER], { add_generation_prompt: false });
    expect(render).toThrow(/roles must alternate/);
    expect(render).toThrow(UserError);
  });

  it('get the time that was handed in, or the same day on every day', async () => {
    const source = "{{ strftime_now('%d %b %Y %B %A %H:%M') }}";
    expect(await rendering(source, { now: new Date(2025, 0, 5, 7, 8) })).toBe(
      '05 Jan 2025 January Sunday 07:08',
    );
    expect(await rendering(source)).toBe('26 Jul 2024 July Friday 00:00');
  });

  it('have a fingerprint that follows their source', async () => {
    const tokenizer = await tokenizerOf('gemma-like', 'gguf');
    const fingerprints = ['a', 'a', 'b'].map(
      (template) => chatTemplateFor(tokenizer, { template }).fingerprint,
    );
    expect(fingerprints[0]).toBe(fingerprints[1]);
    expect(fingerprints[0]).not.toBe(fingerprints[2]);
  });

  it('read Windows line ends in a template as jinja2 does', async () => {
    expect(await rendering('{% for m in messages %}\r\n{{ m.content }}\r\n{% endfor %}')).toBe('hi\n');
  });
});

describe('a hostile chat template', () => {
  it.each([
    [
      'loops for ever',
      '{% for a in range(90000) %}{% for b in range(90000) %}{% set c = a + b %}{% endfor %}{% endfor %}',
    ],
    ['asks for a huge range', '{% for a in range(10000000000) %}x{% endfor %}'],
    [
      'doubles a text for ever',
      "{% set ns = namespace(s='xx') %}{% for a in range(60) %}{% set ns.s = ns.s + ns.s %}{% endfor %}{{ ns.s }}",
    ],
    ['calls itself for ever', '{% macro f(x) %}{{ f(x) }}{% endmacro %}{{ f(1) }}'],
  ])('that %s ends in an error, soon', async (_, template) => {
    const started = performance.now();
    expect((await failing(template)).code).toBe('chat-template-failed');
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('that cannot be read says so when it is loaded', async () => {
    expect((await failing('{% for message in %}')).code).toBe('chat-template-invalid');
  });
});
