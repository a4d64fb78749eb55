/**
 * The tokenizer parts of a Hugging Face model folder. `tokenizer.json` says how text becomes ids; the files beside it
 * name the special tokens, the template and what ends a generation. Knows nothing of GGUF.
 */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { messageOf, UserError } from '../../errors.ts';
import type { AddedToken } from './added-tokens.ts';
import { listedMerges } from './merge-table.ts';
import type { JsonObject } from './pre-tokenizer.ts';
import type { TokenizerParts } from './tokenizer-parts.ts';

const SPECIAL_NAMES = [
  'bos_token',
  'eos_token',
  'unk_token',
  'pad_token',
  'sep_token',
  'cls_token',
  'mask_token',
];

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function readJson(file: string): Promise<JsonObject | undefined> {
  const text = await readText(file);
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UserError('tokenizer-invalid', `${file}: not JSON: ${messageOf(cause)}`, { cause });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw new UserError('tokenizer-invalid', `${file}: expected a JSON object`);
}

/** A token entry is its text or an object around it. */
function contentOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry;
  const content = (entry as JsonObject | null | undefined)?.content;
  return typeof content === 'string' ? content : undefined;
}

function toAddedToken(id: number, entry: JsonObject): AddedToken {
  const special = entry.special === true;
  return {
    id,
    content: String(entry.content ?? ''),
    special,
    normalized: typeof entry.normalized === 'boolean' ? entry.normalized : !special,
    lstrip: entry.lstrip === true,
    rstrip: entry.rstrip === true,
    single_word: entry.single_word === true,
  };
}

function numbers(value: unknown): number[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => Number.isInteger(item)) as number[];
}

/** `chat_template` is a text, or a list of named ones of which "default" is for chats. */
function templateOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return undefined;
  const named = value as { name?: unknown; template?: unknown }[];
  const chosen = named.find((entry) => entry.name === 'default');
  return typeof chosen?.template === 'string' ? chosen.template : undefined;
}

/** The post-processor puts a BOS in front of a single text; undefined where it doesn't say. */
function postProcessorAddsBos(
  config: JsonObject | null | undefined,
  bos: string | undefined,
): boolean | undefined {
  if (!config) return undefined;
  if (config.type === 'Sequence') {
    return (config.processors as JsonObject[])
      .map((part) => postProcessorAddsBos(part, bos))
      .find((answer) => answer !== undefined);
  }
  if (config.type !== 'TemplateProcessing') return undefined;
  const first = (config.single as { SpecialToken?: { id?: string } }[])[0]?.SpecialToken?.id;
  return first !== undefined && first === bos;
}

interface BpeJson extends JsonObject {
  vocab: Record<string, number>;
  merges: (string | [string, string])[];
}

function checkedModel(source: string, json: JsonObject): BpeJson {
  const model = json.model as BpeJson | undefined;
  const unsupported = (what: string) =>
    new UserError('tokenizer-unsupported', `${source}: ${what}`, {
      hint: 'Only byte-pair tokenizers of the Gemma and Llama kinds are supported.',
    });
  if (!model || typeof model.vocab !== 'object' || !Array.isArray(model.merges)) {
    throw unsupported(
      `model type ${JSON.stringify(model?.type ?? null)}, expected "BPE" with vocab and merges`,
    );
  }
  if (model.continuing_subword_prefix || model.end_of_word_suffix) {
    throw unsupported('continuing_subword_prefix or end_of_word_suffix in the model');
  }
  return model;
}

/** @throws UserError `tokenizer-missing`, `tokenizer-invalid` or `tokenizer-unsupported`. */
export async function partsFromFolder(folder: string): Promise<TokenizerParts> {
  const file = (name: string) => path.join(folder, name);
  const source = file('tokenizer.json');
  const json = await readJson(source);
  if (!json) {
    throw new UserError('tokenizer-missing', `${folder} has no tokenizer.json`, {
      hint: 'Save the model with its fast tokenizer: AutoTokenizer.from_pretrained(…).save_pretrained(folder).',
    });
  }
  const config = (await readJson(file('tokenizer_config.json'))) ?? {};
  const map = (await readJson(file('special_tokens_map.json'))) ?? {};
  const generation =
    (await readJson(file('generation_config.json'))) ?? (await readJson(file('config.json'))) ?? {};
  const model = checkedModel(source, json);
  const vocab = new Map(Object.entries(model.vocab));
  const added = new Map<number, AddedToken>();
  for (const entry of (json.added_tokens as JsonObject[] | undefined) ?? []) {
    added.set(Number(entry.id), toAddedToken(Number(entry.id), entry));
  }
  for (const [id, entry] of Object.entries(
    (config.added_tokens_decoder as Record<string, JsonObject>) ?? {},
  )) {
    if (!added.has(Number(id))) added.set(Number(id), toAddedToken(Number(id), entry));
  }
  const idOf = (content: string | undefined) => {
    if (content === undefined) return undefined;
    for (const token of added.values()) if (token.content === content) return token.id;
    return vocab.get(content);
  };
  const named = (name: string) => contentOf(config[name]) ?? contentOf(map[name]);
  const extra = [config.additional_special_tokens, map.additional_special_tokens, config.extra_special_tokens]
    .flatMap((value) => (Array.isArray(value) ? value : []))
    .map(contentOf);
  // Naming a token in these files makes it a special one, whatever tokenizer.json says.
  for (const content of [...SPECIAL_NAMES.map(named), ...extra]) {
    const id = idOf(content);
    if (id === undefined || content === undefined) continue;
    const token = added.get(id) ?? toAddedToken(id, { content, special: true });
    added.set(id, { ...token, special: true });
  }
  const bos = named('bos_token');
  const bos_token_id = idOf(bos);
  const eos = [idOf(named('eos_token')), ...numbers(generation.eos_token_id)].filter(
    (id) => id !== undefined,
  );
  const addsBos =
    postProcessorAddsBos(json.post_processor as JsonObject | null, bos) ?? config.add_bos_token === true;
  let merges: ReturnType<typeof listedMerges>;
  try {
    merges = listedMerges(vocab, model.merges);
  } catch (cause) {
    throw new UserError('tokenizer-invalid', `${source}: ${messageOf(cause)}`, { cause });
  }
  return {
    source,
    normalizer: (json.normalizer as JsonObject | undefined) ?? null,
    pre_tokenizer: (json.pre_tokenizer as JsonObject | undefined) ?? null,
    decoder: (json.decoder as JsonObject | undefined) ?? null,
    model: {
      vocab,
      merges,
      byte_fallback: model.byte_fallback === true,
      fuse_unk: model.fuse_unk === true,
      ignore_merges: model.ignore_merges === true,
    },
    added_tokens: [...added.values()],
    bos_token_id,
    eos_token_ids: [...new Set(eos)],
    pad_token_id: idOf(named('pad_token')),
    unk_token_id: idOf(contentOf(model.unk_token) ?? named('unk_token')),
    add_bos: addsBos && bos_token_id !== undefined,
    chat_template: (await readText(file('chat_template.jinja'))) ?? templateOf(config.chat_template),
    merge_lines: () => model.merges.map((merge) => (typeof merge === 'string' ? merge : merge.join(' '))),
  };
}
