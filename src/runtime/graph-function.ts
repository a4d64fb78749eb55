/**
 * TensorFlow functions written in TypeScript: several operations that the library starts one after the other by itself, which
 * on a GPU costs a tenth of starting each from here. Writes the FunctionDef (tensorflow/core/framework/function.proto and the
 * messages below it); knows no model and executes nothing.
 */

import { BinaryWriter } from '@bufbuild/protobuf/wire';

export type GraphDtype = 'float32' | 'bfloat16' | 'int32';

/** A value inside a function: an argument, or one output of a node. */
export interface GraphValue {
  /** `argument`, or `node:output:0`. */
  reference: string;
  dtype: GraphDtype;
}

export interface GraphFunction {
  name: string;
  outputs: number;
  /** Serialized FunctionDef. */
  definition: Uint8Array;
}

/** TF_DataType. */
const TYPES: Record<GraphDtype, number> = { float32: 1, int32: 3, bfloat16: 14 };

type Attribute = { type: GraphDtype } | { bool: boolean } | { scalar: number; type: GraphDtype };

interface Node {
  name: string;
  op: string;
  inputs: readonly string[];
  attributes: Readonly<Record<string, Attribute>>;
}

/** Collects the operations of one function. Shapes are those of TensorFlow's operations, broadcasting included. */
export class GraphBuilder {
  readonly nodes: Node[] = [];

  /** A scalar. */
  constant(value: number, dtype: 'float32' | 'int32' = 'float32'): GraphValue {
    const type = { type: dtype };
    return this.#node('Const', [], { dtype: type, value: { scalar: value, type: dtype } }, 'output', dtype);
  }

  mul(a: GraphValue, b: GraphValue | number): GraphValue {
    return this.#plain('Mul', [a, this.#value(b)]);
  }

  add(a: GraphValue, b: GraphValue | number): GraphValue {
    return this.#plain('AddV2', [a, this.#value(b)]);
  }

  sub(a: GraphValue | number, b: GraphValue): GraphValue {
    return this.#plain('Sub', [this.#value(a), b]);
  }

  square(x: GraphValue): GraphValue {
    return this.#plain('Square', [x], 'y');
  }

  rsqrt(x: GraphValue): GraphValue {
    return this.#plain('Rsqrt', [x], 'y');
  }

  sigmoid(x: GraphValue): GraphValue {
    return this.#plain('Sigmoid', [x], 'y');
  }

  /** s·(1 − s)·d. */
  sigmoidGrad(s: GraphValue, d: GraphValue): GraphValue {
    return this.#plain('SigmoidGrad', [s, d]);
  }

  /** Over the last dimension, which stays with length 1. */
  mean(x: GraphValue): GraphValue {
    const along = this.constant(-1, 'int32');
    const attributes = { keep_dims: { bool: true }, T: { type: x.dtype }, Tidx: { type: 'int32' as const } };
    return this.#node('Mean', [x, along], attributes, 'output', x.dtype);
  }

  /** Of matrices; each may be taken transposed. */
  matMul(a: GraphValue, b: GraphValue, { transposeA = false, transposeB = false } = {}): GraphValue {
    const attributes = {
      transpose_a: { bool: transposeA },
      transpose_b: { bool: transposeB },
      T: { type: a.dtype },
    };
    return this.#node('MatMul', [a, b], attributes, 'product', a.dtype);
  }

  cast(x: GraphValue, dtype: GraphDtype): GraphValue {
    if (x.dtype === dtype) return x;
    const attributes = { SrcT: { type: x.dtype }, DstT: { type: dtype }, Truncate: { bool: false } };
    return this.#node('Cast', [x], attributes, 'y', dtype);
  }

  #value(value: GraphValue | number): GraphValue {
    return typeof value === 'number' ? this.constant(value) : value;
  }

  /** An operation whose inputs and output are all of one type. */
  #plain(op: string, inputs: readonly GraphValue[], output = 'z'): GraphValue {
    const { dtype } = inputs[0] as GraphValue;
    return this.#node(op, inputs, { T: { type: dtype } }, output, dtype);
  }

  #node(
    op: string,
    inputs: readonly GraphValue[],
    attributes: Node['attributes'],
    output: string,
    dtype: GraphDtype,
  ): GraphValue {
    const name = `n${this.nodes.length}`;
    this.nodes.push({ name, op, inputs: inputs.map(({ reference }) => reference), attributes });
    return { reference: `${name}:${output}:0`, dtype };
  }
}

/** A function of the arguments in their order; the results of `build` are its outputs in theirs. */
export function graphFunction(
  name: string,
  types: readonly GraphDtype[],
  build: (graph: GraphBuilder, ...args: GraphValue[]) => readonly GraphValue[],
): GraphFunction {
  const graph = new GraphBuilder();
  const args = types.map((dtype, i): GraphValue => ({ reference: `x${i}`, dtype }));
  const results = build(graph, ...args);
  const writer = new BinaryWriter();
  message(writer, 1, (signature) => {
    signature.tag(1, 2).string(name);
    for (const { reference, dtype } of args) argument(signature, 2, reference, dtype);
    for (const [i, { dtype }] of results.entries()) argument(signature, 3, `y${i}`, dtype);
  });
  for (const node of graph.nodes) message(writer, 3, (to) => writeNode(to, node));
  for (const [i, { reference }] of results.entries()) {
    message(writer, 4, (entry) => {
      entry.tag(1, 2).string(`y${i}`);
      entry.tag(2, 2).string(reference);
    });
  }
  return { name, outputs: results.length, definition: writer.finish() };
}

function message(writer: BinaryWriter, field: number, write: (writer: BinaryWriter) => void): void {
  writer.tag(field, 2).fork();
  write(writer);
  writer.join();
}

/** OpDef.ArgDef. */
function argument(writer: BinaryWriter, field: number, name: string, dtype: GraphDtype): void {
  message(writer, field, (arg) => {
    arg.tag(1, 2).string(name);
    arg.tag(3, 0).int32(TYPES[dtype]);
  });
}

/** NodeDef. */
function writeNode(writer: BinaryWriter, { name, op, inputs, attributes }: Node): void {
  writer.tag(1, 2).string(name);
  writer.tag(2, 2).string(op);
  for (const input of inputs) writer.tag(3, 2).string(input);
  for (const [key, attribute] of Object.entries(attributes)) {
    message(writer, 5, (entry) => {
      entry.tag(1, 2).string(key);
      message(entry, 2, (value) => writeAttribute(value, attribute));
    });
  }
}

/** AttrValue. */
function writeAttribute(writer: BinaryWriter, attribute: Attribute): void {
  if ('scalar' in attribute) {
    message(writer, 8, (tensor) => {
      tensor.tag(1, 0).int32(TYPES[attribute.type]);
      message(tensor, 2, () => {});
      if (attribute.type === 'float32') tensor.tag(5, 2).fork().float(attribute.scalar).join();
      else tensor.tag(7, 2).fork().int32(attribute.scalar).join();
    });
  } else if ('bool' in attribute) writer.tag(5, 0).bool(attribute.bool);
  else writer.tag(6, 0).int32(TYPES[attribute.type]);
}
