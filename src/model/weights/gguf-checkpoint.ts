/**
 * A GGUF file as a Checkpoint: transformers' names, values and row order, decoded tensor by tensor. The config is handed
 * in; the header reader, the block formats and the names lie beside this file.
 */

import { open } from 'node:fs/promises';
import { UserError } from '../../errors.ts';
import type { Checkpoint, TensorInfo, TensorSink } from '../checkpoint.ts';
import type { ModelConfig } from '../config.ts';
import { TENSOR_TYPES } from './dequantize.ts';
import { checkTensors } from './expected-tensors.ts';
import type { Decode } from './float-formats.ts';
import type { GgufFile, GgufTensor } from './gguf.ts';
import { type GgufChange, ROPE_FREQS, targetOfGgufName } from './gguf-names.ts';
import { type RowSource, RowStreamer } from './row-stream.ts';

/**
 * Undoes llama.cpp's `permute` on the stored rows of whole heads, in place: it interleaves the two halves of each head
 * for its RoPE, so row 2j + p of a head is row j + p·half of transformers'.
 */
export function unpermuteRows(bytes: Uint8Array, rows: number, headRows: number): void {
  const rowBytes = bytes.length / rows;
  const half = headRows / 2;
  const head = new Uint8Array(headRows * rowBytes);
  for (let start = 0; start < bytes.length; start += head.length) {
    head.set(bytes.subarray(start, start + head.length));
    for (let row = 0; row < headRows; row++) {
      const from = (2 * (row % half) + Math.floor(row / half)) * rowBytes;
      bytes.set(head.subarray(from, from + rowBytes), start + row * rowBytes);
    }
  }
}

function minusOne(decode: Decode): Decode {
  return (bytes, count, out) => {
    decode(bytes, count, out);
    for (let i = 0; i < count; i++) out[i] = out[i]! - 1;
  };
}

interface Entry extends TensorInfo {
  stored: GgufTensor;
  change: GgufChange;
}

function mapTensors(file: GgufFile, config: ModelConfig): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [ggufName, stored] of file.tensors) {
    if (ggufName === ROPE_FREQS) continue;
    const target = targetOfGgufName(config.architecture, ggufName) ?? { name: ggufName, change: 'none' };
    entries.set(target.name, { shape: stored.shape, dtype: stored.type, stored, change: target.change });
  }
  return entries;
}

/** Decodes one small tensor as it is stored, under its ggml name; undefined when the file has none of that name. */
export async function readGgufTensor(file: GgufFile, ggufName: string): Promise<Float32Array | undefined> {
  const stored = file.tensors.get(ggufName);
  if (!stored) return undefined;
  const { decode } = TENSOR_TYPES[stored.type];
  const elements = stored.shape.reduce((product, n) => product * n, 1);
  const values = new Float32Array(elements);
  const handle = await open(file.path, 'r');
  try {
    const label = `${file.path}: ${ggufName}`;
    const shape = { rows: 1, rowElements: elements, rowBytes: stored.bytes, rowGroup: 1 };
    await new RowStreamer().stream(
      { handle, position: stored.offset, ...shape, decode, label },
      (at, piece) => values.set(piece, at),
    );
  } finally {
    await handle.close();
  }
  return values;
}

/**
 * Opens the weights of a GGUF file under the names of transformers' state dict.
 * @throws UserError `model-tensors-do-not-fit` when the tensors are not those that the config asks for.
 */
export async function openGgufCheckpoint(file: GgufFile, config: ModelConfig): Promise<Checkpoint> {
  const tensors = mapTensors(file, config);
  checkTensors(file.path, config, tensors);
  const handle = await open(file.path, 'r');
  const streamer = new RowStreamer();

  const rowSource = (name: string, { stored, change }: Entry): RowSource => {
    const { blockElements, blockBytes, decode } = TENSOR_TYPES[stored.type];
    const rowElements = stored.shape.at(-1)!;
    const permuted = change === 'unpermute-heads';
    return {
      handle,
      position: stored.offset,
      rows: stored.shape.slice(0, -1).reduce((product, n) => product * n, 1),
      rowElements,
      rowBytes: (rowElements / blockElements) * blockBytes,
      decode: change === 'minus-one' ? minusOne(decode) : decode,
      rowGroup: permuted ? config.head_dim : 1,
      ...(permuted && {
        reorder: (bytes: Uint8Array, rows: number) => unpermuteRows(bytes, rows, config.head_dim),
      }),
      label: `${file.path}: ${name}`,
    };
  };

  return {
    config,
    tensors,
    async stream(name: string, sink: TensorSink): Promise<void> {
      const entry = tensors.get(name);
      if (!entry) throw new UserError('tensor-missing', `${file.path}: there is no tensor "${name}"`);
      await streamer.stream(rowSource(name, entry), sink);
    },
    close: () => handle.close(),
  };
}
