import { describe, expect, it } from 'vitest';
import {
  endOfTurnTokenId,
  renderPrompt,
  stopTokenIds,
  tokenizeConversation,
} from '../../src/dataset/chat.ts';
import { previewMask } from '../../src/dataset/chat-preview.ts';
import type { Conversation, Message } from '../../src/dataset/conversation.ts';
import { UserError } from '../../src/errors.ts';
import { chatTemplateFor } from '../../src/model/tokenizer/chat-template.ts';
import type { Tokenizer } from '../../src/model/tokenizer/tokenizer.ts';
import { expected, tokenizerOf } from '../model/tokenizer/golden.ts';

const conversation = (messages: readonly Message[]): Conversation => ({
  id: 'train.jsonl:7',
  group: 'g',
  tags: [],
  file: 'train.jsonl',
  line: 7,
  messages,
});

const chat = (...contents: string[]) =>
  conversation(
    contents.map((content, i): Message => ({ role: i % 2 === 0 ? 'user' : 'assistant', content })),
  );

const withBos = (tokenizer: Tokenizer, ids: number[]) =>
  tokenizer.add_bos && ids[0] !== tokenizer.bos_token_id ? [tokenizer.bos_token_id, ...ids] : ids;

/** The token texts that are learnt. */
function learnt(tokenizer: Tokenizer, contents: string[], template?: string): string[] {
  const { ids, assistant_mask } = tokenizeConversation(
    chat(...contents),
    tokenizer,
    chatTemplateFor(tokenizer, { template }),
  );
  const runs: number[][] = [];
  ids.forEach((id, i) => {
    if (assistant_mask[i] === 0) return;
    if (assistant_mask[i - 1] === 1) runs.at(-1)?.push(id);
    else runs.push([id]);
  });
  return runs.map((run) => tokenizer.decode(run, { skip_special_tokens: false }));
}

describe.each(expected.chats.filter(({ kind }) => kind === 'ordinary'))(
  'conversations in the $template template ($tokenizer, from its $source)',
  ({ tokenizer: name, source, template: templateName, rows }) => {
    it('have the ids and the assistant mask that transformers gives them', async () => {
      const tokenizer = await tokenizerOf(name, source);
      const template = chatTemplateFor(tokenizer, { template: expected.templates[templateName] });
      for (const row of rows) {
        const { ids, assistant_mask } = tokenizeConversation(conversation(row.messages), tokenizer, template);
        expect([...ids]).toEqual(withBos(tokenizer, row.ids));
        const missing = ids.length - row.mask.length; // the BOS that the template didn't write
        expect([...assistant_mask].slice(missing)).toEqual(row.mask);
        const prompt = renderPrompt(row.messages.slice(0, -1), tokenizer, template);
        expect([...prompt]).toEqual(withBos(tokenizer, row.prompt_ids));
      }
    });

    it('are marked the same whether or not the template marks generations itself', async () => {
      const tokenizer = await tokenizerOf(name, source);
      const template = chatTemplateFor(tokenizer, { template: expected.generation_templates[templateName] });
      for (const row of rows) {
        const { ids, assistant_mask } = tokenizeConversation(conversation(row.messages), tokenizer, template);
        expect([...ids]).toEqual(withBos(tokenizer, row.ids));
        expect([...assistant_mask].slice(ids.length - row.mask.length)).toEqual(row.mask);
      }
    });
  },
);

describe('special-token text inside messages', () => {
  it.each(expected.chats.filter(({ kind, rows }) => kind === 'special' && rows.length > 0))(
    'comes out as plain text, whatever the template writes around it ($template, $tokenizer, $source)',
    async ({ tokenizer: name, source, template: templateName, rows }) => {
      const tokenizer = await tokenizerOf(name, source);
      const template = chatTemplateFor(tokenizer, { template: expected.templates[templateName] });
      for (const row of rows) {
        const { ids } = tokenizeConversation(conversation(row.messages), tokenizer, template);
        expect([...ids]).toEqual(withBos(tokenizer, row.plain_ids));
        // transformers' own sanitize_control_tokens cuts the text at every such token, so that some ids differ; the text and
        // the special tokens do not.
        const special = (id: number) => tokenizer.special_token_ids.has(id) && id !== tokenizer.unk_token_id;
        const sanitized = withBos(tokenizer, row.sanitized_ids) as number[];
        expect([...ids].filter(special)).toEqual(sanitized.filter(special));
      }
    },
  );

  it('changes neither the number of special tokens nor what is learnt', async () => {
    const tokenizer = await tokenizerOf('gemma-like', 'gguf');
    const answers = ['<bos>no<end_of_turn>\n<start_of_turn>user\nyes', '<eos>'];
    expect(learnt(tokenizer, ['a', answers[0] as string, '<end_of_turn>', answers[1] as string])).toEqual(
      answers.map((answer) => `${answer}<end_of_turn>`),
    );
  });
});

describe('the BOS', () => {
  it('is put there once: by the template, or where it writes none, for it', async () => {
    const tokenizer = await tokenizerOf('gemma-like', 'gguf');
    const count = (template: string) => {
      const ids = [
        ...tokenizeConversation(chat('q', 'a'), tokenizer, chatTemplateFor(tokenizer, { template })).ids,
      ];
      return [ids.filter((id) => id === 2).length, ids[0]];
    };
    const turns = "{% for m in messages %}{{ m.role + ': ' + m.content + eos_token }}{% endfor %}";
    expect(count(`{{ bos_token }}${turns}`)).toEqual([1, 2]);
    expect(count(turns)).toEqual([1, 2]);
  });

  it('is left out where the model was trained without one', async () => {
    const tokenizer = await tokenizerOf('smollm-like', 'gguf');
    const template = chatTemplateFor(tokenizer, {
      template: '{% for m in messages %}{{ m.content }}{% endfor %}',
    });
    const { ids } = tokenizeConversation(chat('q', 'a'), tokenizer, template);
    expect([...ids]).not.toContain(tokenizer.bos_token_id);
  });
});

describe('what is learnt', () => {
  it('is every answer with its end-of-turn token, and not the line end behind it', async () => {
    const gemma = await tokenizerOf('gemma-like', 'gguf');
    expect(learnt(gemma, ['q', ' one\n', 'q', '', 'q', 'three'])).toEqual([
      'one<end_of_turn>',
      '<end_of_turn>',
      'three<end_of_turn>',
    ]);
    const smollm = await tokenizerOf('smollm-like', 'gguf');
    expect(learnt(smollm, ['q', 'one', 'q', 'two'])).toEqual(['one<|im_end|>', 'two<|im_end|>']);
  });

  it('is the answer alone where the template writes no end of turn', async () => {
    const tokenizer = await tokenizerOf('smollm-like', 'gguf');
    const template = "{% for m in messages %}{{ '# ' + m.role + '\n' + m.content + '\n' }}{% endfor %}";
    expect(learnt(tokenizer, ['q', 'one'], template)).toEqual(['one']);
    expect(endOfTurnTokenId(chatTemplateFor(tokenizer, { template }), tokenizer)).toBeUndefined();
  });

  it('is not the special token that opens the next turn', async () => {
    const tokenizer = await tokenizerOf('smollm-like', 'gguf');
    const template = "{% for m in messages %}{{ '<|im_start|>' + m.role + '\n' + m.content }}{% endfor %}";
    expect(learnt(tokenizer, ['q', 'one', 'q', 'two'], template)).toEqual(['one', 'two']);
  });

  it('takes in a token that the template’s last space and the answer’s first letters share', async () => {
    const tokenizer = await tokenizerOf('smollm-like', 'gguf');
    const template = "{% for m in messages %}{{ m.role + ': ' + m.content + '<|im_end|>' }}{% endfor %}";
    expect(learnt(tokenizer, ['q', 'the'], template)).toEqual([' the<|im_end|>']);
  });

  it('is found where the template looks into answers, or drops a part of them', async () => {
    const tokenizer = await tokenizerOf('smollm-like', 'gguf');
    const reasons =
      "{% for m in messages %}{{ '<|im_start|>' + m.role + '\n' }}{{ m.content.split('</think>')[-1] }}{{ '<|im_end|>\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";
    expect(learnt(tokenizer, ['q', '<think>no</think>yes <|im_end|> too'], reasons)).toEqual([
      'yes <|im_end|> too<|im_end|>',
    ]);
    const drops =
      "{% for m in messages %}{{ '<|im_start|>' + m.role + '\n' }}{{ m.content | replace('secret ', '') }}{{ '<|im_end|>\n' }}{% endfor %}";
    expect(learnt(tokenizer, ['secret q', 'the secret word'], drops)).toEqual(['the word<|im_end|>']);
    const upper = "{% for m in messages %}{{ m.content | upper + '<|im_end|>' }}{% endfor %}";
    expect(learnt(tokenizer, ['q', 'yes'], upper)).toEqual(['YES<|im_end|>']);
    const shouts =
      "{% for m in messages %}{% if m.content == 'aha' %}{{ '!' }}{% endif %}{{ m.role + '\n' + m.content + '<|im_end|>' }}{% endfor %}";
    expect(learnt(tokenizer, ['q', 'aha'], shouts)).toEqual(['aha<|im_end|>']);
  });

  it('is an error with file and line where answers cannot be found', async () => {
    const tokenizer = await tokenizerOf('smollm-like', 'gguf');
    const template = chatTemplateFor(tokenizer, {
      template: '{% for m in messages %}{{ m.content + m.content }}{% endfor %}',
    });
    const tokenize = () => tokenizeConversation(chat('q', 'Answer'), tokenizer, template);
    expect(tokenize).toThrow(UserError);
    expect(tokenize).toThrow(/^train\.jsonl:7: /);
    const dropped = chatTemplateFor(tokenizer, { template: '{{ messages[0].content }}' });
    expect(() => tokenizeConversation(chat('q', 'Answer'), tokenizer, dropped)).toThrow(/cannot be found/);
  });

  it('stops generation at the same token', async () => {
    const gemma = await tokenizerOf('gemma-like', 'gguf');
    expect(endOfTurnTokenId(chatTemplateFor(gemma), gemma)).toBe(gemma.tokenToId('<end_of_turn>'));
    expect(stopTokenIds(chatTemplateFor(gemma), gemma)).toEqual([1, 8]);
    const llama2 = await tokenizerOf('llama2-like', 'gguf');
    expect(stopTokenIds(chatTemplateFor(llama2), llama2)).toEqual([llama2.tokenToId('</s>')]);
  });
});

describe('a prompt', () => {
  it('is the beginning of the conversation that it leads to', async () => {
    for (const name of ['gemma-like', 'smollm-like', 'llama2-like']) {
      const tokenizer = await tokenizerOf(name, 'gguf');
      const template = chatTemplateFor(tokenizer);
      const { messages } = chat('a question', 'an answer', 'and again', 'the end');
      const { ids, assistant_mask } = tokenizeConversation(conversation(messages), tokenizer, template);
      const prompt = renderPrompt(messages.slice(0, 3), tokenizer, template);
      expect([...ids.slice(0, prompt.length)]).toEqual([...prompt]);
      expect(assistant_mask[prompt.length]).toBe(1);
      expect(assistant_mask[prompt.length - 1]).toBe(0);
    }
  });
});

describe('the preview', () => {
  it('shows the decoded text with what is learnt between brackets', async () => {
    const tokenizer = await tokenizerOf('gemma-like', 'gguf');
    const tokenized = tokenizeConversation(chat('Hi 🙂', 'yes'), tokenizer, chatTemplateFor(tokenizer));
    expect(previewMask(tokenized, tokenizer)).toBe(
      '<bos><start_of_turn>user\nHi 🙂<end_of_turn>\n<start_of_turn>model\n⟦yes<end_of_turn>⟧\n',
    );
  });
});
