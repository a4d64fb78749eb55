/**
 * The folder that transformers reads the frozen model from: the user's own, or one that is written for the job where transformers
 * would read something else than we do. Of a GGUF file it leaves out rotary scaling and the scale of the scores, and a Gemma 3 with
 * eyes has other layers. Trains nothing.
 */

import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Checkpoint } from '../../model/checkpoint.ts';
import type { Architecture, ModelConfig } from '../../model/config.ts';
import { type ModelFiles, openCheckpoint } from '../../model/source/resolve.ts';
import { expectedTensors } from '../../model/weights/expected-tensors.ts';

const CLASSES: Record<Architecture, readonly [model_type: string, architecture: string]> = {
  gemma: ['gemma', 'GemmaForCausalLM'],
  gemma2: ['gemma2', 'Gemma2ForCausalLM'],
  gemma3: ['gemma3_text', 'Gemma3ForCausalLM'],
  llama: ['llama', 'LlamaForCausalLM'],
};

/** A model's `config.json` in the fields of transformers 5; other fields keep their defaults there. */
export function transformersConfig(config: ModelConfig): Record<string, unknown> {
  const { architecture, rope_theta, rope_local_base_freq, rope_scaling } = config;
  const [model_type, name] = CLASSES[architecture];
  const full = { rope_type: 'default', rope_theta, ...rope_scaling };
  const sliding = { rope_type: 'default', rope_theta: rope_local_base_freq ?? rope_theta };
  const activation = architecture === 'llama' ? 'silu' : 'gelu_pytorch_tanh';
  const { architecture: _, rope_theta: __, rope_local_base_freq: ___, rope_scaling: ____, ...rest } = config;
  const { eos_token_ids, layer_types, sliding_window, query_pre_attn_scalar, ...shared } = rest;
  const { attn_logit_softcapping = null, final_logit_softcapping = null, ...sizes } = shared;
  const slides = architecture === 'gemma2' || architecture === 'gemma3';
  return {
    ...sizes,
    model_type,
    architectures: [name],
    dtype: 'float32',
    eos_token_id: eos_token_ids,
    bos_token_id: sizes.bos_token_id ?? null,
    pad_token_id: sizes.pad_token_id ?? null,
    [architecture === 'gemma2' || architecture === 'gemma3' ? 'hidden_activation' : 'hidden_act']: activation,
    rope_parameters: architecture === 'gemma3' ? { full_attention: full, sliding_attention: sliding } : full,
    ...(slides && {
      layer_types,
      query_pre_attn_scalar,
      attn_logit_softcapping,
      final_logit_softcapping,
      ...(sliding_window !== undefined && { sliding_window }),
    }),
  };
}

/** Where transformers finds the model; written below `scratch` where it has to be. */
export async function modelFolder(files: ModelFiles, scratch: string): Promise<string> {
  if (files.kind === 'safetensors' && !(await hasEyes(files.config))) return path.resolve(files.folder);
  const folder = path.join(scratch, 'model');
  const checkpoint = await openCheckpoint(files);
  try {
    await mkdir(folder);
    await writeFile(path.join(folder, 'config.json'), JSON.stringify(transformersConfig(checkpoint.config)));
    await writeWeights(path.join(folder, 'model.safetensors'), checkpoint);
  } finally {
    await checkpoint.close();
  }
  return folder;
}

async function hasEyes(configFile: string): Promise<boolean> {
  const { architectures } = JSON.parse(await readFile(configFile, 'utf8')) as { architectures?: unknown };
  return Array.isArray(architectures) && architectures[0] === 'Gemma3ForConditionalGeneration';
}

/** All tensors of the text model in float32, piece by piece. */
async function writeWeights(file: string, checkpoint: Checkpoint): Promise<void> {
  const header: Record<string, unknown> = { __metadata__: { format: 'pt' } };
  const starts = new Map<string, number>();
  let end = 0;
  for (const [name, shape] of expectedTensors(checkpoint.config)) {
    if (!checkpoint.tensors.has(name)) continue;
    starts.set(name, end);
    const start = end;
    end += shape.reduce((product, size) => product * size, 4);
    header[name] = { dtype: 'F32', shape, data_offsets: [start, end] };
  }
  const text = JSON.stringify(header);
  const head = Buffer.from(text.padEnd(Math.ceil(text.length / 8) * 8));
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(head.length));
  const descriptor = openSync(file, 'wx');
  try {
    writeSync(descriptor, Buffer.concat([size, head]));
    for (const [name, start] of starts) {
      await checkpoint.stream(name, (offset, values) => {
        const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
        const place = 8 + head.length + start + 4 * offset;
        for (let done = 0; done < bytes.length; )
          done += writeSync(descriptor, bytes, done, bytes.length - done, place + done);
      });
    }
  } finally {
    closeSync(descriptor);
  }
}
