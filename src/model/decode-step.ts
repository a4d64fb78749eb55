/**
 * One token a sequence through all layers, for answers. It computes what `blockForward` computes, in another layout: with a
 * handful of tokens a product does little but read its weight, and TensorFlow reads it faster as the left operand. So the
 * residual stream is held in columns, [D, B], y = W·x needs no transposed copy, and small operations are joined, since
 * each costs its dispatch. Knows nothing of gradients, dropout or prompts.
 */

import * as tf from '@tensorflow/tfjs-core';
import { recorded } from '../runtime/recorded.ts';
import { gatedActivation } from './activation.ts';
import type { ArchitectureSpec } from './architectures/architecture.ts';
import { architectureOf } from './architectures/index.ts';
import type { AttentionOptions } from './attention.ts';
import type { Decoder } from './decoder.ts';
import { attentionOptions, mlpNormWeight } from './decoder-block.ts';
import { attendCached, type KeysAndValues, type KeyValueCache, type LayerCache } from './key-value-cache.ts';
import { projectColumns } from './linear.ts';
import type { LoraAdapter } from './lora.ts';
import { rmsNorm } from './rms-norm.ts';
import { layerFrequencies, type RopeTables, ropeTables, rotate } from './rope.ts';
import { disposeAll, scoped } from './scoped.ts';
import { multiply, type StepProducts, stepProducts } from './step-products.ts';

/** What one layer needs, in the shapes of columns. */
interface StepLayer extends StepProducts {
  /** [D, 1] each; the second of a pair only where the architecture has it. */
  input_norm: tf.Tensor2D;
  post_attention_norm: tf.Tensor2D | null;
  mlp_norm: tf.Tensor2D;
  post_mlp_norm: tf.Tensor2D | null;
  /** [H + K, E]: queries' and keys' norm weights, where there are any. */
  head_norm: tf.Tensor2D | null;
}

/** One layer in one step. */
interface LayerStep {
  own: StepLayer;
  turn: RopeTables;
  cache: LayerCache;
  /** [B·K, 1, P + steps]. */
  mask: tf.Tensor3D;
  settings: StepSettings;
}

/** What else a layer's step depends on. */
interface StepSettings {
  attention: AttentionOptions;
  hidden_act: ArchitectureSpec['hidden_act'];
  eps: number;
}

export class DecodeStep {
  readonly #decoder: Decoder;
  readonly #cache: KeyValueCache;
  readonly #layers: readonly StepLayer[];
  /** [1, H + K, 1]: the scale of the scores for queries, 1 for keys. */
  readonly #headScale: tf.Tensor3D;

  /** The cache has to hold the prompts by the first `read`. */
  constructor(decoder: Decoder, cache: KeyValueCache, adapter: LoraAdapter | undefined) {
    this.#decoder = decoder;
    this.#cache = cache;
    const { config, weights } = decoder;
    const { sandwich_norms } = architectureOf(config.architecture);
    const { num_attention_heads: H, num_key_value_heads: K } = config;
    const column = (norm: tf.Tensor1D): tf.Tensor2D => tf.reshape(norm, [-1, 1]);
    this.#layers = scoped(() =>
      weights.layers.map((layer, at): StepLayer => {
        const { q_norm, k_norm } = layer;
        return {
          input_norm: column(layer.input_layernorm),
          post_attention_norm: sandwich_norms ? column(layer.post_attention_layernorm) : null,
          mlp_norm: column(mlpNormWeight(layer, { sandwich_norms })),
          post_mlp_norm: sandwich_norms ? column(layer.post_feedforward_layernorm as tf.Tensor1D) : null,
          head_norm: q_norm && k_norm ? headNorm([q_norm, H], [k_norm, K]) : null,
          ...stepProducts(layer, at, adapter),
        };
      }),
    );
    for (const tensor of this.#layers.flatMap(ownTensors)) tf.keep(tensor);
    const scale = config.query_pre_attn_scalar ** -0.5;
    const scales = Float32Array.from({ length: H + K }, (_, head) => (head < H ? scale : 1));
    this.#headScale = tf.tensor3d(scales, [1, H + K, 1]);
  }

  /** Reads one token a sequence [B] at its position; logits [B, V] of the next. */
  read(ids: Int32Array, positions: Int32Array): tf.Tensor2D {
    const { config } = this.#decoder;
    return scoped(() => {
      const frequencies = layerFrequencies(config);
      const full = this.#tables(positions, frequencies.full_attention);
      const sliding =
        frequencies.sliding_attention === frequencies.full_attention
          ? full
          : this.#tables(positions, frequencies.sliding_attention);
      const turns = { full_attention: full, sliding_attention: sliding };
      let x: tf.Tensor2D = tf.transpose(this.#decoder.embed(ids));
      for (let layer = 0; layer < config.num_hidden_layers; layer += 1) {
        x = this.#through(layer, x, turns[config.layer_types[layer] as 'full_attention']);
      }
      return this.#logits(x);
    });
  }

  /** Tables for queries and keys together [B, H + K, E]; the queries' turn them and scale them for the scores. */
  #tables(positions: Int32Array, frequencies: Float64Array): RopeTables {
    return scoped(() => {
      const { cos, sin } = ropeTables(positions, frequencies);
      return { cos: tf.mul(cos, this.#headScale), sin: tf.mul(sin, this.#headScale) };
    });
  }

  /** x [D, B] → [D, B], freeing x; one function serves all steps and all layers of a kind. */
  #through(layer: number, x: tf.Tensor2D, turn: RopeTables): tf.Tensor2D {
    const { config } = this.#decoder;
    const attention = { ...attentionOptions(layer, config), scale: 1 };
    const mask = this.#cache.mask(layer, config.num_key_value_heads, attention.window);
    const own = this.#layers[layer] as StepLayer;
    const cache = this.#cache.of(layer);
    const { hidden_act } = architectureOf(config.architecture);
    const settings = { attention, hidden_act, eps: config.rms_norm_eps };
    const step = { own, turn, cache, mask, settings };
    const { prompt, answer: grown } = cache;
    const inputs = { kind: 'decode', x, turn, own, prompt, settings, variable: { grown, mask } };
    const { y, answer } = scoped(() => recorded(inputs, () => this.#layer(x, step)));
    x.dispose();
    this.#cache.grow(layer, answer);
    return y;
  }

  /** x [D, B] → y [D, B], and the layer's answer grown by what was read. */
  #layer(x: tf.Tensor2D, step: LayerStep): { y: tf.Tensor2D; answer: KeysAndValues } {
    const { own, settings } = step;
    const { hidden_act, eps } = settings;
    const normed = columnNorm(x, own.input_norm, eps);
    const { context, answer } = this.#attention(normed, step);
    const attended = multiply(own.o, context, true);
    const middle: tf.Tensor2D = tf.add(
      x,
      own.post_attention_norm ? columnNorm(attended, own.post_attention_norm, eps) : attended,
    );
    const inner = columnNorm(middle, own.mlp_norm, eps);
    const [gate, up] = tf.split(multiply(own.gate_up, inner), 2, 0) as [tf.Tensor2D, tf.Tensor2D];
    const down = multiply(own.down, gatedActivation(gate, up, hidden_act));
    const y: tf.Tensor2D = tf.add(
      middle,
      own.post_mlp_norm ? columnNorm(down, own.post_mlp_norm, eps) : down,
    );
    return { y, answer };
  }

  /** Normed columns [D, B] → context in rows [B, H·E]. */
  #attention(normed: tf.Tensor2D, { own, turn, cache, mask, settings }: LayerStep) {
    const { config } = this.#decoder;
    const { num_attention_heads: H, num_key_value_heads: K, head_dim: E } = config;
    const B = normed.shape[1];
    const { qkv, head_norm } = own;
    const columns = multiply(qkv, normed);
    const heads: tf.Tensor3D = tf.reshape(tf.transpose(columns), [B, H + 2 * K, E]);
    const [turning, v] = tf.split(heads, [H + K, K], 1) as [tf.Tensor3D, tf.Tensor3D];
    const ready = head_norm ? rmsNorm(turning, head_norm, settings.eps).y : turning;
    const [q, k] = tf.split(rotate(ready, turn), [H, K], 1) as [tf.Tensor3D, tf.Tensor3D];
    const { context, answer } = attendCached({ q, k, v }, cache, mask, settings.attention);
    const rows: tf.Tensor2D = tf.reshape(context, [B, H * E]);
    return { context: rows, answer };
  }

  /** Final norm and head of columns [D, B]: logits in rows, [B, V]. */
  #logits(x: tf.Tensor2D): tf.Tensor2D {
    const { weights, config } = this.#decoder;
    const normed = columnNorm(x, tf.reshape(weights.norm, [-1, 1]), config.rms_norm_eps);
    return this.#decoder.capped(tf.transpose(projectColumns(weights.lm_head, normed)));
  }

  dispose(): void {
    disposeAll([this.#headScale, ...this.#layers.flatMap(ownTensors)]);
  }
}

/** Norm weights [E], each for so many heads: [heads, E]. */
function headNorm(...parts: readonly [norm: tf.Tensor1D, heads: number][]): tf.Tensor2D {
  return tf.concat(parts.map(([norm, heads]) => tf.tile(tf.expandDims(norm) as tf.Tensor2D, [heads, 1])));
}

function columnNorm(x: tf.Tensor2D, w: tf.Tensor2D, eps: number): tf.Tensor2D {
  return scoped(() => rmsNorm(x, w, eps, 0).y);
}

/** What a layer holds that is not the model's. */
function ownTensors({ qkv, o, gate_up, down, ...norms }: StepLayer): tf.Tensor[] {
  const adapters = [qkv, o, gate_up, down].flatMap(({ lora }) => (lora ? [lora.A, lora.B] : []));
  return [...Object.values(norms), ...adapters].filter((tensor) => tensor !== null);
}
