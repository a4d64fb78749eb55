/**
 * Streams a row-major tensor out of a file as float32 pieces of whole rows: the next piece is read while the present one
 * is decoded. Buffers are reused from call to call. Knows nothing of formats: the caller says how bytes become floats.
 */

import type { FileHandle } from 'node:fs/promises';
import { UserError } from '../../errors.ts';
import type { TensorSink } from '../checkpoint.ts';
import type { Decode } from './float-formats.ts';

/** 1 Mi elements keep a piece (4 MiB) near the caches; the contract allows four times as many. */
const PIECE_ELEMENTS = 1 << 20;

export interface RowSource {
  handle: FileHandle;
  /** First byte of the tensor in the file. */
  position: number;
  rows: number;
  rowElements: number;
  rowBytes: number;
  decode: Decode;
  /** Rows that must come in one piece (1 unless rows change places), a divisor of `rows`. */
  rowGroup: number;
  /** Puts the stored rows of a piece into the order they are handed out in. */
  reorder?: (bytes: Uint8Array, rows: number) => void;
  /** The file and tensor, for error messages. */
  label: string;
}

async function readFully(source: RowSource, buffer: Uint8Array, position: number): Promise<void> {
  let read = 0;
  while (read < buffer.length) {
    const { bytesRead } = await source.handle.read(buffer, read, buffer.length - read, position + read);
    if (bytesRead === 0) {
      throw new UserError(
        'weights-truncated',
        `${source.label}: the file ends at byte ${position + read}, ${buffer.length - read} bytes short`,
        { hint: 'The file changed while it was read, or is damaged: fetch it again.' },
      );
    }
    read += bytesRead;
  }
}

/** Reuses its buffers, so it streams one tensor at a time; a second call waits for the first. */
export class RowStreamer {
  #raw: [Uint8Array, Uint8Array] = [new Uint8Array(0), new Uint8Array(0)];
  #values = new Float32Array(0);
  #queue: Promise<unknown> = Promise.resolve();

  stream(source: RowSource, sink: TensorSink): Promise<void> {
    const run = this.#queue.then(() => this.#stream(source, sink));
    this.#queue = run.catch(() => {});
    return run;
  }

  #reserve(bytes: number, elements: number): void {
    if (this.#raw[0].length < bytes) this.#raw = [new Uint8Array(bytes), new Uint8Array(bytes)];
    if (this.#values.length < elements) this.#values = new Float32Array(elements);
  }

  async #stream(source: RowSource, sink: TensorSink): Promise<void> {
    const { rows, rowElements, rowBytes, rowGroup } = source;
    const groups = Math.max(1, Math.floor(PIECE_ELEMENTS / (rowElements * rowGroup)));
    const pieceRows = Math.min(rows, groups * rowGroup);
    this.#reserve(pieceRows * rowBytes, pieceRows * rowElements);
    const read = async (row: number, slot: 0 | 1): Promise<Uint8Array> => {
      const bytes = this.#raw[slot].subarray(0, Math.min(pieceRows, rows - row) * rowBytes);
      await readFully(source, bytes, source.position + row * rowBytes);
      return bytes;
    };
    let slot: 0 | 1 = 0;
    let pending = read(0, slot);
    for (let row = 0; row < rows; row += pieceRows) {
      const bytes = await pending;
      slot = slot === 0 ? 1 : 0;
      if (row + pieceRows < rows) pending = read(row + pieceRows, slot);
      try {
        this.#handOut(source, row, bytes, sink);
      } catch (error) {
        await pending.catch(() => {});
        throw error;
      }
    }
  }

  #handOut(source: RowSource, row: number, bytes: Uint8Array, sink: TensorSink): void {
    const rows = bytes.length / source.rowBytes;
    source.reorder?.(bytes, rows);
    const values = this.#values.subarray(0, rows * source.rowElements);
    source.decode(bytes, values.length, values);
    sink(row * source.rowElements, values);
  }
}
