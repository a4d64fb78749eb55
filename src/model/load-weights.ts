/**
 * Streams a checkpoint's tensors, one at a time and piece by piece, into the form that the decoder computes with. Peak
 * memory is the weights in `base_dtype` and one piece.
 */

import * as tf from '@tensorflow/tfjs-core';
import type { Logger } from '../log.ts';
import { TensorBuilder } from '../runtime/tensor-builder.ts';
import { architectureOf } from './architectures/index.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { LayerWeights } from './decoder-block.ts';
import { gatherWeightRows, type Weight } from './linear.ts';
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

async function loadMatrix(checkpoint: Checkpoint, name: string, dtype: BaseDtype): Promise<Weight> {
  const shape = checkpoint.tensors.get(name)?.shape as [number, number];
  const builder = new TensorBuilder(shape, dtype);
  try {
    await checkpoint.stream(name, (_offset, values) => builder.append(values));
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
  const norms = new Map<string, tf.Tensor1D>();
  const dispose = () => {
    for (const weight of matrices.values()) weight.dispose();
    disposeAll([...norms.values()]);
  };
  const total = expected.reduce((sum, { size }) => sum + size, 0);
  const progress = options.logger.progress('loading model', { total: total / 1e6, unit: 'M weights' });
  let done = 0;
  try {
    for (const { name, shape, size } of expected) {
      if (shape.length === 1) norms.set(name, await loadNorm(checkpoint, name, spec.norm_offset));
      else matrices.set(name, await loadMatrix(checkpoint, name, options.base_dtype));
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
