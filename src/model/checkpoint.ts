/**
 * A model's weights as the loader sees them, whatever file they lie in. Names, shapes and row order are those of
 * transformers' state dict (`model.layers.0.self_attn.q_proj.weight`, [out, in]); readers undo what their format changed.
 */

import type { ModelConfig } from './config.ts';

export interface TensorInfo {
  shape: readonly number[];
  /** The stored type, e.g. `F32`, `BF16`, `Q6_K`. */
  dtype: string;
}

/** A consecutive piece of a row-major tensor. `values` is reused by the reader: valid only during the call. */
export type TensorSink = (elementOffset: number, values: Float32Array) => void;

export interface Checkpoint {
  readonly config: ModelConfig;
  readonly tensors: ReadonlyMap<string, TensorInfo>;
  /**
   * Decodes one tensor to float32 in whole rows, in order, in pieces of at most 4 Mi elements (one row if a row is larger).
   * @throws UserError when the tensor is missing or its bytes are not all there.
   */
  stream(name: string, sink: TensorSink): Promise<void>;
  close(): Promise<void>;
}
