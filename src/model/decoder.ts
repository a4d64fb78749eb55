/**
 * A frozen causal language model: embeddings, layers, final norm and head, with at most one adapter switched on at a time.
 * Loads any checkpoint; knows nothing of tokens' meaning, losses or files.
 */

import * as tf from '@tensorflow/tfjs-core';
import type { Batch } from '../dataset/batch.ts';
import { UserError } from '../errors.ts';
import { architectureOf } from './architectures/index.ts';
import { causalMask } from './attention.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { LayerType, ModelConfig } from './config.ts';
import type { PassContext, SavedBlock } from './decoder-block.ts';
import { disposeDropout, openDropout } from './dropout-seeds.ts';
import { project } from './linear.ts';
import { type DecoderWeights, type LoadWeightsOptions, loadWeights } from './load-weights.ts';
import type { LoraAdapter } from './lora.ts';
import { addGradients, type LoraGradients } from './lora-gradients.ts';
import { backwardBlock, forwardBlock } from './recorded-block.ts';
import { rmsNorm } from './rms-norm.ts';
import { layerFrequencies, RopeCache } from './rope.ts';
import { chooseRows } from './rows.ts';
import { disposeAll, scoped } from './scoped.ts';
import { disposeLayout, layOutSegments, withShapes } from './segments.ts';
import { capped } from './soft-cap.ts';

export interface PassOptions {
  adapter?: LoraAdapter | undefined;
  /** LoRA dropout; the same seed draws the same masks. */
  dropout?: { p: number; seed: number } | undefined;
  /** Rows of the batch, rising, that are wanted of the last layer; all of them unless told. */
  rows?: ArrayLike<number> | undefined;
}

/** The forward pass kept for its backward pass. `x` and `saved` have one entry a layer from `lowest` upwards. */
export interface Tape {
  pass: PassContext;
  lowest: number;
  /** Inputs of the layers; with `saved[i]` null the layer is run again from it. */
  inputs: tf.Tensor2D[];
  saved: (SavedBlock | null)[];
}

export class Decoder {
  readonly config: ModelConfig;
  readonly weights: DecoderWeights;
  readonly #rope: Record<LayerType, RopeCache>;

  constructor(config: ModelConfig, weights: DecoderWeights) {
    this.config = config;
    this.weights = weights;
    const { full_attention, sliding_attention } = layerFrequencies(config);
    const full = new RopeCache(full_attention);
    this.#rope = {
      full_attention: full,
      sliding_attention: sliding_attention === full_attention ? full : new RopeCache(sliding_attention),
    };
  }

  /** @throws UserError when the checkpoint is incomplete. The checkpoint may be closed afterwards. */
  static async load(checkpoint: Checkpoint, options: LoadWeightsOptions): Promise<Decoder> {
    return new Decoder(checkpoint.config, await loadWeights(checkpoint, options));
  }

  /** What all layers share for one batch; free it with `closePass`. */
  openPass(batch: Pick<Batch, 'positions' | 'offsets'>, options: PassOptions = {}): PassContext {
    const { config } = this;
    const { num_attention_heads: H, num_key_value_heads: K, head_dim: E } = config;
    const layout = withShapes(layOutSegments(batch.offsets), H, K, E);
    const { full_attention, sliding_attention } = this.#rope;
    const full = full_attention.tables(batch.positions);
    const sameTables = sliding_attention === full_attention;
    const masks = (window: number | undefined) => layout.blocks.map(({ T }) => causalMask(T, window));
    const slides = config.layer_types.includes('sliding_attention');
    const fullMasks = masks(undefined);
    return {
      config,
      spec: architectureOf(config.architecture),
      layout,
      masks: {
        full_attention: fullMasks,
        sliding_attention: slides ? masks(config.sliding_window) : fullMasks,
      },
      attend: undefined,
      rope: {
        full_attention: full,
        sliding_attention: sameTables || !slides ? full : sliding_attention.tables(batch.positions),
      },
      adapter: options.adapter,
      dropout: options.dropout && openDropout(options.dropout, config.num_hidden_layers),
      wanted:
        options.rows && options.rows.length < batch.positions.length
          ? chooseRows(options.rows, batch.positions.length)
          : undefined,
    };
  }

  closePass(pass: PassContext): void {
    disposeLayout(pass.layout);
    const { rope, masks, wanted } = pass;
    disposeAll([
      rope.full_attention.cos,
      rope.full_attention.sin,
      rope.sliding_attention.cos,
      rope.sliding_attention.sin,
    ]);
    disposeAll([...masks.full_attention, ...masks.sliding_attention]);
    disposeAll(wanted);
    disposeDropout(pass.dropout);
  }

  /** Token ids [N] → [N, D]. @throws UserError `token-unknown` for an id that the model has no embedding of: a GPU would take zeros */
  embed(ids: Int32Array): tf.Tensor2D {
    const { vocab_size } = this.config;
    const unknown = ids.find((id) => id < 0 || id >= vocab_size);
    if (unknown !== undefined) {
      throw new UserError(
        'token-unknown',
        `token ${unknown} is none of the model's, which knows those from 0 to ${vocab_size - 1}`,
        {
          hint: "Its tokenizer has tokens that the model has not, such as one for images: take their text out of the data, or the model's own tokenizer.",
        },
      );
    }
    return scoped(() => {
      const rows = this.weights.embeddingRows(ids);
      const scale = architectureOf(this.config.architecture).embedding_scale(this.config);
      return scale === 1 ? rows : tf.mul(rows, scale);
    });
  }

  /** Output of the last layer, before the final norm: [N, D], or [M, D] of the rows wanted. */
  forward(batch: Batch, options: PassOptions = {}): tf.Tensor2D {
    return scoped(() => {
      const pass = this.openPass(batch, options);
      const hidden = this.through(this.embed(batch.ids), pass);
      this.closePass(pass);
      return hidden;
    });
  }

  /** Embedded rows [N, D] through all layers, to the rows wanted; frees `embedded`. */
  through(embedded: tf.Tensor2D, pass: PassContext): tf.Tensor2D {
    let x = embedded;
    for (const [layer, weights] of this.weights.layers.entries()) {
      const previous = x;
      x = scoped(() => forwardBlock(layer, previous, weights, pass, false).y);
      previous.dispose();
    }
    return x;
  }

  /** `forward`, keeping what `backward` needs. With `checkpointing` only each layer's input is kept. */
  forwardKeeping(
    batch: Batch,
    options: PassOptions & { checkpointing?: boolean },
  ): { hidden: tf.Tensor2D; tape: Tape } {
    const pass = this.openPass(batch, options);
    const lowest = this.lowestAdaptedLayer(options.adapter);
    const tape: Tape = { pass, lowest, inputs: [], saved: [] };
    let x = this.embed(batch.ids);
    for (const [layer, weights] of this.weights.layers.entries()) {
      const previous = x;
      if (layer < lowest || options.checkpointing) {
        x = scoped(() => forwardBlock(layer, previous, weights, pass, false).y);
        if (layer < lowest) {
          previous.dispose();
          continue;
        }
        tape.saved.push(null);
      } else {
        const { y, saved } = forwardBlock(layer, previous, weights, pass, true);
        tape.saved.push(saved);
        x = y;
      }
      tape.inputs.push(previous);
    }
    return { hidden: x, tape };
  }

  /** Adds the adapter's gradients for dL/dhidden, of as many rows as `hidden` has, to `gradients`; frees the tape and `dHidden`. */
  backward(dHidden: tf.Tensor2D, tape: Tape, gradients: LoraGradients): void {
    let dy: tf.Tensor2D | null = dHidden;
    for (let layer = this.config.num_hidden_layers - 1; layer >= tape.lowest; layer -= 1) {
      const x = tape.inputs.pop() as tf.Tensor2D;
      const kept = tape.saved.pop() ?? null;
      const weights = this.weights.layers[layer] as DecoderWeights['layers'][number];
      const upper = dy as tf.Tensor2D;
      const { dx, modules } = scoped(() => {
        const saved = kept ?? (forwardBlock(layer, x, weights, tape.pass, true).saved as SavedBlock);
        return backwardBlock(layer, upper, saved, weights, tape.pass, layer > tape.lowest);
      });
      addGradients(gradients, layer, modules);
      dy = dx;
      disposeAll([upper, x]);
      if (kept) disposeAll(kept);
    }
    dy?.dispose();
    this.closePass(tape.pass);
  }

  private lowestAdaptedLayer(adapter: LoraAdapter | undefined): number {
    const layers = [...(adapter?.modules.keys() ?? [])].map((name) => Number(name.split('.')[2]));
    return layers.length === 0 ? this.config.num_hidden_layers : Math.min(...layers);
  }

  /** The final norm of chosen rows of the last layer's output: [M, D]. */
  normed(hidden: tf.Tensor2D): tf.Tensor2D {
    return scoped(() => rmsNorm(hidden, this.weights.norm, this.config.rms_norm_eps).y);
  }

  /** Head product and soft cap of normed rows: [M, D] → [M, V]. */
  head(normed: tf.Tensor2D): tf.Tensor2D {
    return scoped(() => this.capped(project(normed, this.weights.lm_head)));
  }

  /** The soft cap of logits, where the architecture has one. */
  capped(logits: tf.Tensor2D): tf.Tensor2D {
    return capped(logits, this.config.final_logit_softcapping);
  }

  /** [N, D] after the embedding and after each layer, before the final norm: for tests and inspection. */
  hiddenStates(batch: Batch, options: PassOptions = {}): tf.Tensor2D[] {
    const pass = this.openPass(batch, options);
    const states = [this.embed(batch.ids)];
    for (const [layer, weights] of this.weights.layers.entries()) {
      const x = states[layer] as tf.Tensor2D;
      states.push(scoped(() => forwardBlock(layer, x, weights, pass, false).y));
    }
    this.closePass(pass);
    return states;
  }

  /** Logits of every position, or of the rows wanted: [N, V]. Large: V floats a row. */
  logits(batch: Batch, options: PassOptions = {}): tf.Tensor2D {
    const hidden = this.forward(batch, options);
    return scoped(() => {
      const logits = this.head(this.normed(hidden));
      hidden.dispose();
      return logits;
    });
  }

  dispose(): void {
    for (const tables of Object.values(this.#rope)) tables.dispose();
    this.weights.dispose();
  }
}
