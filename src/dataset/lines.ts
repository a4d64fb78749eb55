/**
 * Bytes of a text file to its lines, as a stream: splits at LF, drops the CR of CRLF and the byte order mark of the first
 * line. Knows nothing of JSON or of text encodings beyond that; a line over the limit is reported, never cut.
 */

export interface Line {
  /** Counts from 1. */
  number: number;
  /** Without its line end; `undefined` when the line is longer than the limit. */
  bytes: Buffer | undefined;
  /** Length of the line, line end not counted. */
  length: number;
}

const LF = 0x0a;
const CR = 0x0d;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

export interface LineSplitter {
  /** Takes the next bytes of the file; calls `onLine` for each line that ends in them. */
  push(chunk: Uint8Array): void;
  /** The file is over: calls `onLine` for a last line without a line end. */
  end(): void;
}

/** Makes a splitter whose lines hold at most `maxLineBytes`. The bytes are valid only during the call of `onLine`. */
export function createLineSplitter(maxLineBytes: number, onLine: (line: Line) => void): LineSplitter {
  let held: Buffer[] = [];
  let length = 0;
  let number = 0;
  let last: number | undefined;

  const hold = (piece: Buffer) => {
    length += piece.length;
    last = piece.at(-1) ?? last;
    if (length <= maxLineBytes + 1) held.push(piece);
    else held = [];
  };
  const finish = () => {
    number += 1;
    let bytes: Buffer | undefined = held.length === 1 ? held[0] : Buffer.concat(held);
    if (last === CR) {
      bytes = bytes?.subarray(0, -1);
      length -= 1;
    }
    if (length > maxLineBytes) bytes = undefined;
    else if (number === 1 && bytes?.subarray(0, 3).equals(BYTE_ORDER_MARK)) bytes = bytes.subarray(3);
    onLine({ number, bytes, length });
    held = [];
    length = 0;
    last = undefined;
  };

  return {
    push(chunk) {
      const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      let start = 0;
      for (;;) {
        const end = buffer.indexOf(LF, start);
        if (end < 0) break;
        hold(buffer.subarray(start, end));
        finish();
        start = end + 1;
      }
      // A copy: the caller may reuse its chunk.
      if (start < buffer.length) hold(Buffer.from(buffer.subarray(start)));
    },
    end() {
      if (length > 0) finish();
    },
  };
}
