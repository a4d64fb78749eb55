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
  const pass = decoder.openPass({ positions, offsets: Int32Array.from([0, prompt.length]) });
  const last = rowIndices([prompt.length - 1]);
  const probabilities = scoped(() => {
    const hidden = decoder.through(decoder.embed(prompt), pass);
    return tf.softmax(decoder.head(decoder.normed(gatherRows(hidden, last)))) as tf.Tensor2D;
  });
  decoder.closePass(pass);
  last.dispose();
  const values = await probabilities.data();
  probabilities.dispose();
  return ids.map((id) => values[id] ?? Number.NaN);
}
