/**
 * Times every operation that reaches TensorFlow, by wrapping the binding: name, shapes, seconds, page faults, and how many
 * bytes of tensors are alive. On a CPU the binding executes eagerly and waits, so the time of the call is the time of the
 * operation. Must be installed before the first tensor is made. Knows no model.
 */

import type { TensorMetadata, TFEOpAttr, TFJSBinding } from '@tensorflow/tfjs-node-gpu/dist/tfjs_binding.js';
import { nativeBackend } from '../src/runtime/raw-op.ts';

/** All calls of one operation with the same shapes and the same transpositions. */
export interface OpRecord {
  name: string;
  inputs: string;
  output: string;
  /** Of matrix products: floating-point operations of one call, else 0. */
  flops: number;
  calls: number;
  seconds: number;
  /** Processor time of all threads during the calls. */
  cpu_seconds: number;
  /** Minor page faults during the calls. */
  faults: number;
  /** Makes the same call again, for a measurement of its own; matrix products only. */
  attributes: readonly TFEOpAttr[];
  inputShapes: readonly (readonly number[])[];
}

interface Buffer {
  bytes: number;
  shape: string;
  madeBy: string;
  holders: number;
}

export interface LiveTensors {
  bytes: number;
  /** Largest first, equal ones together. */
  groups: { shape: string; madeBy: string; count: number; bytes: number }[];
}

/** TF_DataType → bytes of an element. */
const ELEMENT_BYTES: Record<number, number> = { 1: 4, 2: 8, 3: 4, 4: 1, 9: 8, 10: 1, 14: 2, 19: 2 };
/** Results of these share their first input's buffer. */
const ALIASING = new Set(['Reshape', 'ExpandDims', 'Squeeze', 'Identity', 'InplaceUpdate']);
const PRODUCTS = new Set([
  'MatMul',
  'BatchMatMul',
  'BatchMatMulV2',
  'BatchMatMulV3',
  '_FusedMatMul',
  'Einsum',
]);

const show = (shape: readonly number[]) => `[${shape.join(',')}]`;
const sizeOf = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);

export function isProduct(name: string): boolean {
  return PRODUCTS.has(name);
}

/** 2·m·n·k of a product, batch included; 0 for other operations. */
function productFlops(
  name: string,
  attributes: readonly TFEOpAttr[],
  a: readonly number[],
  out: readonly number[],
) {
  if (!isProduct(name) || name === 'Einsum') return 0;
  const transposed = attributes.some(
    ({ name: key, value }) => /^(adj_x|transpose_a)$/.test(key) && value === true,
  );
  return 2 * sizeOf(out) * (a.at(transposed ? -2 : -1) as number);
}

export class OpRecorder {
  readonly records = new Map<string, OpRecord>();
  /** Seconds in calls that make, read and free tensors. */
  readonly transfers = { create: 0, read: 0, free: 0 };
  readonly #shapes = new Map<number, readonly number[]>();
  readonly #buffers = new Map<number, Buffer>();
  #live = 0;
  #peak = 0;
  #previousPeak = Number.POSITIVE_INFINITY;
  #atPeak: LiveTensors | undefined;

  /** Wraps the binding of the backend in use; there is no way back. */
  install(): void {
    const backend = nativeBackend();
    if (!backend) throw new Error('the TensorFlow runtime is not in use');
    const { binding } = backend;
    const original = {
      executeOp: binding.executeOp.bind(binding),
      createTensor: binding.createTensor.bind(binding),
      deleteTensor: binding.deleteTensor.bind(binding),
      tensorDataSync: binding.tensorDataSync.bind(binding),
    };
    const wrapped: Pick<TFJSBinding, keyof typeof original> = {
      executeOp: (name, attributes, inputs, outputs) => {
        const before = process.resourceUsage();
        const started = process.hrtime.bigint();
        const results = original.executeOp(name, attributes, inputs, outputs);
        const seconds = Number(process.hrtime.bigint() - started) / 1e9;
        const after = process.resourceUsage();
        this.#record(name, attributes, inputs, results, {
          seconds,
          cpu_seconds:
            (after.userCPUTime + after.systemCPUTime - before.userCPUTime - before.systemCPUTime) / 1e6,
          faults: after.minorPageFault - before.minorPageFault,
        });
        return results;
      },
      createTensor: (shape, dtype, values) => {
        const started = performance.now();
        const id = original.createTensor(shape, dtype, values);
        this.transfers.create += (performance.now() - started) / 1000;
        this.#born({ id, shape, dtype }, 'upload');
        return id;
      },
      deleteTensor: (id) => {
        const started = performance.now();
        original.deleteTensor(id);
        this.transfers.free += (performance.now() - started) / 1000;
        this.#died(id);
      },
      tensorDataSync: (id) => {
        const started = performance.now();
        const values = original.tensorDataSync(id);
        this.transfers.read += (performance.now() - started) / 1000;
        return values;
      },
    };
    // The binding's own properties cannot be replaced: the backend gets an object in front of it.
    const inFront = Object.fromEntries(Object.entries(wrapped).map(([name, value]) => [name, { value }]));
    backend.binding = Object.create(binding, inFront) as TFJSBinding;
  }

  /** Forgets the times, not the tensors; the next step's snapshot is taken where this one had its peak. */
  reset(): void {
    this.records.clear();
    Object.assign(this.transfers, { create: 0, read: 0, free: 0 });
    this.#previousPeak = this.#peak;
    this.#peak = this.#live;
    this.#atPeak = undefined;
  }

  /** What was alive when most was; known from the second step on, because a snapshot needs to know the peak. */
  get peak(): LiveTensors | undefined {
    return this.#atPeak;
  }

  #record(
    name: string,
    attributes: readonly TFEOpAttr[],
    inputs: readonly number[],
    results: readonly TensorMetadata[],
    took: Pick<OpRecord, 'seconds' | 'cpu_seconds' | 'faults'>,
  ): void {
    const inputShapes = inputs.map((id) => this.#shapes.get(id) ?? []);
    const flags = attributes
      .filter(({ value }) => value === true)
      .map(({ name: key }) => key)
      .join(',');
    const output = results.map(({ shape }) => show(shape)).join(' ');
    const shown = `${inputShapes.map(show).join(' ')}${flags && ` ${flags}`}`;
    const key = `${name} ${shown} ${output}`;
    let record = this.records.get(key);
    if (!record) {
      const flops = productFlops(name, attributes, inputShapes[0] ?? [], results[0]?.shape ?? []);
      const counts = { calls: 0, seconds: 0, cpu_seconds: 0, faults: 0 };
      record = { name, inputs: shown, output, flops, attributes, inputShapes, ...counts };
      this.records.set(key, record);
    }
    record.calls += 1;
    record.seconds += took.seconds;
    record.cpu_seconds += took.cpu_seconds;
    record.faults += took.faults;
    for (const result of results) this.#born(result, name, ALIASING.has(name) ? inputs[0] : undefined);
  }

  #born({ id, shape, dtype }: TensorMetadata, madeBy: string, aliasOf?: number): void {
    this.#shapes.set(id, [...shape]);
    const shared = aliasOf === undefined ? undefined : this.#buffers.get(aliasOf);
    if (shared) {
      shared.holders += 1;
      this.#buffers.set(id, shared);
      return;
    }
    const bytes = sizeOf(shape) * (ELEMENT_BYTES[dtype] ?? 4);
    this.#buffers.set(id, { bytes, shape: show(shape), madeBy, holders: 1 });
    this.#live += bytes;
    if (this.#live > this.#peak) {
      this.#peak = this.#live;
      if (this.#peak >= 0.999 * this.#previousPeak) this.#atPeak = this.#snapshot();
    }
  }

  #died(id: number): void {
    this.#shapes.delete(id);
    const buffer = this.#buffers.get(id);
    if (!buffer) return;
    this.#buffers.delete(id);
    buffer.holders -= 1;
    if (buffer.holders === 0) this.#live -= buffer.bytes;
  }

  #snapshot(): LiveTensors {
    const groups = new Map<string, LiveTensors['groups'][number]>();
    for (const { bytes, shape, madeBy } of new Set(this.#buffers.values())) {
      const key = `${madeBy} ${shape}`;
      const group = groups.get(key) ?? { shape, madeBy, count: 0, bytes: 0 };
      group.count += 1;
      group.bytes += bytes;
      groups.set(key, group);
    }
    return { bytes: this.#live, groups: [...groups.values()].sort((a, b) => b.bytes - a.bytes) };
  }
}
