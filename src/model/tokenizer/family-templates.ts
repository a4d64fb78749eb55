/**
 * The chat templates of the model families, for models that come without one: Gemma's and Llama 3's own, ChatML where
 * the tokens for it exist, and a plain text form for everything else. Jinja sources, nothing more.
 */

export type TemplateFamily = 'gemma' | 'llama3' | 'chatml' | 'plain';

/** Gemma 3's template for text: the system message goes in front of the first user turn, "assistant" is "model". */
const GEMMA = `{{ bos_token }}
{%- if messages[0]['role'] == 'system' -%}
    {%- set first_user_prefix = messages[0]['content'] + '\\n\\n' -%}
    {%- set loop_messages = messages[1:] -%}
{%- else -%}
    {%- set first_user_prefix = '' -%}
    {%- set loop_messages = messages -%}
{%- endif -%}
{%- for message in loop_messages -%}
    {%- if (message['role'] == 'user') != (loop.index0 % 2 == 0) -%}
        {{ raise_exception('Conversation roles must alternate user/assistant/user/assistant/...') }}
    {%- endif -%}
    {%- if message['role'] == 'assistant' -%}
        {%- set role = 'model' -%}
    {%- else -%}
        {%- set role = message['role'] -%}
    {%- endif -%}
    {{ '<start_of_turn>' + role + '\\n' + (first_user_prefix if loop.first else '') }}
    {{- message['content'] | trim }}
    {{- '<end_of_turn>\\n' }}
{%- endfor -%}
{%- if add_generation_prompt -%}
    {{ '<start_of_turn>model\\n' }}
{%- endif -%}`;

/** Llama 3's own (not 3.1's, which writes a date into every system message). */
const LLAMA3 = `{{ bos_token }}
{%- for message in messages -%}
    {{ '<|start_header_id|>' + message['role'] + '<|end_header_id|>\\n\\n' + message['content'] | trim + '<|eot_id|>' }}
{%- endfor -%}
{%- if add_generation_prompt -%}
    {{ '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}
{%- endif -%}`;

const CHATML = `{%- for message in messages -%}
    {{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}
{%- endfor -%}
{%- if add_generation_prompt -%}
    {{ '<|im_start|>assistant\\n' }}
{%- endif -%}`;

/**
 * For models that know no chat tokens at all: "### User:" and "### Assistant:" headings on lines of their own, answers
 * closed by the EOS token, which is what generation stops at.
 */
const PLAIN = `{{ bos_token }}
{%- for message in messages -%}
    {%- if message['role'] == 'system' -%}
        {{ message['content'] | trim + '\\n\\n' }}
    {%- elif message['role'] == 'user' -%}
        {{ '### User:\\n' + message['content'] | trim + '\\n\\n' }}
    {%- else -%}
        {{ '### Assistant:\\n' + message['content'] | trim + eos_token + '\\n\\n' }}
    {%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}
    {{ '### Assistant:\\n' }}
{%- endif -%}`;

export const FAMILY_TEMPLATES: Readonly<Record<TemplateFamily, string>> = {
  gemma: GEMMA,
  llama3: LLAMA3,
  chatml: CHATML,
  plain: PLAIN,
};

/** The tokens that must all exist for a family's template to be used; the first family that fits is taken. */
const FAMILY_TOKENS: readonly [TemplateFamily, readonly string[]][] = [
  ['gemma', ['<start_of_turn>', '<end_of_turn>']],
  ['llama3', ['<|start_header_id|>', '<|end_header_id|>', '<|eot_id|>']],
  ['chatml', ['<|im_start|>', '<|im_end|>']],
];

/** The family whose turns these tokens are made for. */
export function familyOf(hasToken: (token: string) => boolean): TemplateFamily {
  return FAMILY_TOKENS.find(([, tokens]) => tokens.every(hasToken))?.[0] ?? 'plain';
}
