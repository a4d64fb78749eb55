/**
 * Streams a checkpoint's tensors, one at a time and piece by piece, into the form that the decoder computes with. Peak
 * memory is the weights in `base_dtype` and one piece.
 */

import * as tf from '@tensorflow/tfjs-core';
import type { Logger } from '../log.ts';
import { nativeBackend } from '../runtime/native-ops.ts';
import { TensorBuilder } from '../runtime/tensor-builder.ts';
import { architectureOf } from './architectures/index.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { LayerWeights } from './decoder-block.ts';
import { gatherWeightRows, viewWeightRows, type Weight } from './linear.ts';
import { moduleName, TARGET_MODULES, type TargetModule } from './lora.ts';
import { rowIndices } from './rows.ts';
import { disposeAll, scoped } from './scoped.ts';
import { expectedTensors } from './weights/expected-tensors.ts';

/** In what type frozen matrices are held; norms are float32 always. */
export type BaseDtype = 'float32' | 'bfloat16';

export interface DecoderWeights {
  layers: LayerWeights[];
  /** [D] the final norm, offset included. */
  norm: tf.Tensor1D;
  /** [V, D]; the embedding itself when the model ties them. */
  lm_head: Weight;
  /** Rows of the embedding table: ids [N] → [N, D]. */
  embeddingRows(ids: Int32Array): tf.Tensor2D;
  dispose(): void;
}

/** Matrices with the same input, which lie one below the other so that one product can take them together. */
const STACKS: readonly (readonly TargetModule[])[] = [
  ['q_proj', 'k_proj', 'v_proj'],
  ['gate_proj', 'up_proj'],
];

/** The tensors that are loaded with the first of their stack; without views that share memory each is alone. */
function stackOf(name: string): string[] {
  const stack = nativeBackend() && STACKS.find(([first]) => name.endsWith(`.${first}.weight`));
  return stack ? stack.map((target) => name.replace(stack[0] as string, target)) : [name];
}

/** Matrices of the same width in one tensor, one below the other. */
async function loadMatrices(
  checkpoint: Checkpoint,
  names: readonly string[],
  dtype: BaseDtype,
): Promise<Weight> {
  const shapes = names.map((name) => checkpoint.tensors.get(name)?.shape as [number, number]);
  const rows = shapes.reduce((sum, [out]) => sum + out, 0);
  const builder = new TensorBuilder([rows, shapes[0]?.[1] as number], dtype);
  try {
    for (const name of names) await checkpoint.stream(name, (_offset, values) => builder.append(values));
    return builder.finish() as Weight;
  } catch (error) {
    builder.discard();
    throw error;
  }
}

async function loadNorm(checkpoint: Checkpoint, name: string, offset: number): Promise<tf.Tensor1D> {
  const values = new Float32Array(checkpoint.tensors.get(name)?.shape[0] as number);
  await checkpoint.stream(name, (at, piece) => values.set(piece, at));
  return tf.tensor1d(values.map((w) => w + offset));
}

export interface LoadWeightsOptions {
  base_dtype: BaseDtype;
  logger: Logger;
}

/** The checkpoint's tensors are those its config needs: its reader has checked. @throws UserError when bytes are missing. */
export async function loadWeights(
  checkpoint: Checkpoint,
  options: LoadWeightsOptions,
): Promise<DecoderWeights> {
  const { config } = checkpoint;
  const spec = architectureOf(config.architecture);
  const expected = [...expectedTensors(config)].map(([name, shape]) => ({
    name,
    shape,
    size: shape.reduce((a, b) => a * b, 1),
  }));
  const matrices = new Map<string, Weight>();
  const stacks = new Map<string, Weight>();
  const norms = new Map<string, tf.Tensor1D>();
  const dispose = () => {
    for (const weight of [...matrices.values(), ...stacks.values()]) weight.dispose();
    disposeAll([...norms.values()]);
  };
  const total = expected.reduce((sum, { size }) => sum + size, 0);
  const progress = options.logger.progress('loading model', { total: total / 1e6, unit: 'M weights' });
  let done = 0;
  try {
    for (const { name, shape, size } of expected) {
      if (shape.length === 1) norms.set(name, await loadNorm(checkpoint, name, spec.norm_offset));
      else if (!matrices.has(name)) {
        const names = stackOf(name);
        const loaded = await loadMatrices(checkpoint, names, options.base_dtype);
        if (names.length === 1) matrices.set(name, loaded);
        else {
          stacks.set(name, loaded);
          let row = 0;
          for (const part of names) {
            const out = checkpoint.tensors.get(part)?.shape[0] as number;
            matrices.set(part, viewWeightRows(loaded, row, out));
            row += out;
          }
        }
      }
      done += size;
      progress.update(done / 1e6);
    }
  } catch (error) {
    dispose();
    throw error;
  } finally {
    progress.stop();
  }

  const norm = (name: string) => norms.get(`${name}.weight`);
  const layers = Array.from({ length: config.num_hidden_layers }, (_, layer): LayerWeights => {
    const at = `model.layers.${layer}`;
    const targets = TARGET_MODULES.map((target) => [
      target,
      matrices.get(`${moduleName(layer, target)}.weight`),
    ]);
    return {
      ...(Object.fromEntries(targets) as Record<TargetModule, Weight>),
      qkv_proj: stacks.get(`${at}.self_attn.q_proj.weight`),
      gate_up_proj: stacks.get(`${at}.mlp.gate_proj.weight`),
      input_layernorm: norm(`${at}.input_layernorm`) as tf.Tensor1D,
      post_attention_layernorm: norm(`${at}.post_attention_layernorm`) as tf.Tensor1D,
      pre_feedforward_layernorm: norm(`${at}.pre_feedforward_layernorm`),
      post_feedforward_layernorm: norm(`${at}.post_feedforward_layernorm`),
      q_norm: norm(`${at}.self_attn.q_norm`),
      k_norm: norm(`${at}.self_attn.k_norm`),
    };
  });
  const embedding = matrices.get('model.embed_tokens.weight') as Weight;
  return {
    layers,
    norm: norm('model.norm') as tf.Tensor1D,
    lm_head: matrices.get('lm_head.weight') ?? embedding,
    embeddingRows: (ids) => scoped(() => gatherWeightRows(embedding, rowIndices(ids))),
    dispose,
  };
}
