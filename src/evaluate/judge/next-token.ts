/** The probabilities of a few tokens right after a prompt. Knows token ids, not text. */

import * as tf from '@tensorflow/tfjs-core';
import type { Decoder } from '../../model/decoder.ts';
import { gatherRows, rowIndices } from '../../model/rows.ts';
import { scoped } from '../../model/scoped.ts';

/** p(id | prompt) for each of `ids`; `prompt` [T], BOS included. */
export async function nextTokenProbabilities(
  decoder: Decoder,
  prompt: Int32Array,
  ids: readonly number[],
): Promise<number[]> {
  const positions = Int32Array.from(prompt, (_, t) => t);
  const probabilities = scoped(() => {
    const pass = decoder.openPass({ positions, offsets: Int32Array.from([0, prompt.length]) });
    const hidden = decoder.through(decoder.embed(prompt), pass);
    const last = gatherRows(hidden, rowIndices([prompt.length - 1]));
    return tf.softmax(decoder.head(decoder.normed(last))) as tf.Tensor2D;
  });
  const values = await probabilities.data();
  probabilities.dispose();
  return ids.map((id) => values[id] ?? Number.NaN);
}
