/**
 * The tensors a decoder of a given config consists of, in transformers' names, and the check that a file holds them:
 * all of them, in these shapes, and nothing that would change the result. Knows nothing of file formats.
 */

import { UserError } from '../../errors.ts';
import type { TensorInfo } from '../checkpoint.ts';
import type { ModelConfig } from '../config.ts';

function layerShapes(config: ModelConfig): [part: string, shape: number[]][] {
  const { hidden_size: width, intermediate_size: feedForward, head_dim: headWidth } = config;
  const queries = config.num_attention_heads * headWidth;
  const keys = config.num_key_value_heads * headWidth;
  const shapes: [string, number[]][] = [
    ['input_layernorm', [width]],
    ['self_attn.q_proj', [queries, width]],
    ['self_attn.k_proj', [keys, width]],
    ['self_attn.v_proj', [keys, width]],
    ['self_attn.o_proj', [width, queries]],
    ['post_attention_layernorm', [width]],
    ['mlp.gate_proj', [feedForward, width]],
    ['mlp.up_proj', [feedForward, width]],
    ['mlp.down_proj', [width, feedForward]],
  ];
  if (config.architecture === 'gemma2' || config.architecture === 'gemma3') {
    shapes.push(['pre_feedforward_layernorm', [width]], ['post_feedforward_layernorm', [width]]);
  }
  if (config.architecture === 'gemma3') {
    shapes.push(['self_attn.q_norm', [headWidth]], ['self_attn.k_norm', [headWidth]]);
  }
  return shapes;
}

/** Every tensor of a model with this config: name → shape, [out, in] for linear layers. */
export function expectedTensors(config: ModelConfig): Map<string, readonly number[]> {
  const expected = new Map<string, readonly number[]>();
  expected.set('model.embed_tokens.weight', [config.vocab_size, config.hidden_size]);
  const shapes = layerShapes(config);
  for (let layer = 0; layer < config.num_hidden_layers; layer++) {
    for (const [part, shape] of shapes) expected.set(`model.layers.${layer}.${part}.weight`, shape);
  }
  expected.set('model.norm.weight', [config.hidden_size]);
  if (!config.tie_word_embeddings) {
    expected.set('lm_head.weight', [config.vocab_size, config.hidden_size]);
  }
  return expected;
}

/**
 * Checks a file's tensors against the config.
 * @throws UserError `model-tensors-do-not-fit` listing every missing, misshapen and unknown tensor.
 */
export function checkTensors(
  path: string,
  config: ModelConfig,
  tensors: ReadonlyMap<string, TensorInfo>,
): void {
  const problems: string[] = [];
  const expected = expectedTensors(config);
  for (const [name, shape] of expected) {
    const found = tensors.get(name)?.shape;
    if (!found) problems.push(`${name}: missing, expected [${shape.join(', ')}]`);
    else if (found.join() !== shape.join()) {
      problems.push(`${name}: [${found.join(', ')}], expected [${shape.join(', ')}]`);
    }
  }
  for (const [name, { shape }] of tensors) {
    if (!expected.has(name))
      problems.push(`${name}: [${shape.join(', ')}] has no place in this architecture`);
  }
  if (problems.length === 0) return;
  throw new UserError(
    'model-tensors-do-not-fit',
    `${path}: the tensors are not those of a ${config.architecture} model of this configuration`,
    { problems, hint: 'The files are incomplete, or the model is a variant that is not supported.' },
  );
}
