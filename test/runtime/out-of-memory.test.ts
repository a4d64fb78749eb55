/** Memory that ran out, in the words of those who ran out of it. */

import { expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { explainOutOfMemory } from '../../src/runtime/out-of-memory.ts';

it.each([
  'OOM when allocating tensor with shape[4096,262144] and type float on /job:localhost/device:GPU:0 by allocator GPU_0_bfc',
  'Resource exhausted: failed to allocate memory',
  'RESOURCE_EXHAUSTED: Out of memory',
  'std::bad_alloc',
  'Array buffer allocation failed',
  'spawn ENOMEM',
])('%s is told with what to do', (message) => {
  const error = explainOutOfMemory(new Error(message)) as UserError;
  expect(error).toBeInstanceOf(UserError);
  expect(error.code).toBe('out-of-memory');
  expect(error.message).toContain(message);
  expect(error.hint).toContain('per_device_train_batch_size');
});

it.each(['x is not a function', 'the room is full', 'Invalid argument: shapes differ'])(
  '%s is left as it is',
  (message) => {
    const thrown = new Error(message);
    expect(explainOutOfMemory(thrown)).toBe(thrown);
  },
);

it('an error that was explained already is left as it is', () => {
  const known = new UserError('some-code', 'std::bad_alloc in data/train.jsonl');
  expect(explainOutOfMemory(known)).toBe(known);
});
