/**
 * What TensorFlow, V8 and the machine say when there is no memory left, told as one error that says what to do. Knows their words and
 * nothing of what was being computed.
 */

import { messageOf, UserError } from '../errors.ts';

/** TensorFlow's allocators, C++, V8's buffers, and the system. */
const WORDS =
  /\bOOM when allocating|resource[ _]exhausted|std::bad_alloc|array buffer allocation failed|\bENOMEM\b|cannot allocate memory|CUDA_ERROR_OUT_OF_MEMORY/i;

/** A UserError where memory ran out, anything else as it is. */
export function explainOutOfMemory(thrown: unknown): unknown {
  if (thrown instanceof UserError) return thrown;
  const said = messageOf(thrown);
  if (!WORDS.test(said)) return thrown;
  const first = said.split('\n')[0] ?? '';
  return new UserError('out-of-memory', `the machine has no memory left: ${first.slice(0, 300)}`, {
    hint: 'Lower `per_device_train_batch_size` (and raise `gradient_accumulation_steps` by as much) or `max_length`, or take a machine with more memory.',
    cause: thrown,
  });
}
