/** `tf.tidy` with honest types: it keeps tensors at any depth of what is returned, null included, which its own types deny. */

import * as tf from '@tensorflow/tfjs-core';

/** Runs `work` and frees every tensor it made but those in its result. */
export function scoped<T>(work: () => T): T {
  return tf.tidy(work as () => tf.TensorContainer) as T;
}

/** Frees every tensor in `holder`, at any depth; tensors that are freed already are passed over. */
export function disposeAll(holder: unknown): void {
  tf.dispose(holder as tf.TensorContainer);
}
