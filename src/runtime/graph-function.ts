/**
 * Writes a TensorFlow function (FunctionDef of tensorflow/core/framework/function.proto and the messages below it): operations
 * that the library starts one after the other by itself. Executes nothing.
 */

import { BinaryWriter } from '@bufbuild/protobuf/wire';
import type { TFEOpAttr } from '@tensorflow/tfjs-node-gpu/dist/tfjs_binding.js';
import { ATTRIBUTE, TF_TYPES } from './tensorflow-enums.ts';

/** A value that is known when the function is written: as many values as its shape says. */
export interface GraphConstant {
  shape: readonly number[];
  /** TF_DataType: float32, int32 or bool. */
  dtype: number;
  values: ArrayLike<number>;
}

/** An argument of the function, one of its constants, or one output of a node. */
export type GraphSource = { argument: number } | { constant: number } | { node: number; output: number };

export interface GraphNode {
  op: string;
  attributes: readonly TFEOpAttr[];
  inputs: readonly GraphSource[];
}

export interface GraphFunction {
  name: string;
  /** TF_DataType of each. */
  argumentTypes: readonly number[];
  constants: readonly GraphConstant[];
  /** Each after those that it takes from. */
  nodes: readonly GraphNode[];
  outputs: readonly { node: number; output: number; dtype: number }[];
  /** To be compiled by XLA, for these shapes, when it is first run. */
  compiled: boolean;
}

/** What the definitions of operations call their outputs; `*` stands for a list of outputs under one name. */
const OUTPUT_NAMES = new Map<string, readonly string[]>([
  ...named('z', 'Add AddV2 Sub Mul RealDiv Div Maximum Minimum SigmoidGrad Greater GreaterEqual'),
  ...named('y', 'Square Rsqrt Sqrt Sigmoid Tanh Exp Log Neg Cast Transpose ZerosLike'),
  ...named('output', 'Reshape Tile Slice ConcatV2 Pack Pad PadV2 Mean Sum Max Fill GatherV2 GatherNd Roll'),
  ...named('output', 'BatchMatMul BatchMatMulV2 ExpandDims Squeeze Identity Shape StatelessRandomUniform'),
  ...named('output*', 'Split SplitV Unpack'),
  ['MatMul', ['product']],
  ['Softmax', ['softmax']],
  ['AddN', ['sum']],
  ['MatrixBandPart', ['band']],
  // native/fused-ops.cc
  ...named('y', 'LoraGateRotate LoraGateLowRankAdd LoraGateDropout'),
  ['LoraGateActivation', ['h']],
  ['LoraGateActivationGrad', ['dgate', 'dup']],
  ['LoraGateRmsNorm', ['y', 'inverse_rms']],
  ['LoraGateRmsNormGrad', ['dx']],
  ['LoraGateExpRows', ['e', 'max', 'sum']],
  ['LoraGateSoftmax', ['p']],
  ['LoraGateSoftmaxGrad', ['ds']],
]);

function named(output: string, operations: string): [string, readonly string[]][] {
  return operations.split(' ').map((operation) => [operation, [output]]);
}

/** Where another node finds an output: `node:name:index`, the index within outputs of one name. */
function outputReference({ op }: GraphNode, node: number, output: number): string {
  const names = OUTPUT_NAMES.get(op);
  if (!names)
    throw new Error(`the outputs of TensorFlow's ${op} have no names here, so no function can hold it`);
  if (names[0]?.endsWith('*')) return `n${node}:${names[0].slice(0, -1)}:${output}`;
  return `n${node}:${names[output]}:0`;
}

/** The serialized FunctionDef. @throws for an operation whose outputs have no names here */
export function writeFunction(fn: GraphFunction): Uint8Array {
  const { nodes, constants } = fn;
  const source = (from: GraphSource): string => {
    if ('argument' in from) return `x${from.argument}`;
    if ('constant' in from) return `c${from.constant}:output:0`;
    return outputReference(nodes[from.node] as GraphNode, from.node, from.output);
  };
  const writer = new BinaryWriter();
  message(writer, 1, (signature) => {
    signature.tag(1, 2).string(fn.name);
    fn.argumentTypes.forEach((dtype, i) => {
      writeArgument(signature, 2, `x${i}`, dtype);
    });
    fn.outputs.forEach(({ dtype }, i) => {
      writeArgument(signature, 3, `y${i}`, dtype);
    });
  });
  for (const [i, constant] of constants.entries()) {
    message(writer, 3, (to) => writeConstant(to, `c${i}`, constant));
  }
  for (const [i, { op, inputs, attributes }] of nodes.entries()) {
    message(writer, 3, (to) => {
      writeNode(to, `n${i}`, op, inputs.map(source));
      for (const { name, type, value } of attributes) {
        writeAttribute(to, name, (attribute) => writeValue(attribute, type, value));
      }
    });
  }
  for (const [i, output] of fn.outputs.entries()) {
    message(writer, 4, (entry) => {
      entry.tag(1, 2).string(`y${i}`);
      entry.tag(2, 2).string(source(output));
    });
  }
  if (fn.compiled) writeAttribute(writer, '_XlaMustCompile', (value) => value.tag(5, 0).bool(true));
  return writer.finish();
}

function message(writer: BinaryWriter, field: number, write: (writer: BinaryWriter) => void): void {
  writer.tag(field, 2).fork();
  write(writer);
  writer.join();
}

/** OpDef.ArgDef. */
function writeArgument(writer: BinaryWriter, field: number, name: string, dtype: number): void {
  message(writer, field, (arg) => {
    arg.tag(1, 2).string(name);
    arg.tag(3, 0).int32(dtype);
  });
}

/** The fields of a NodeDef before its attributes. */
function writeNode(writer: BinaryWriter, name: string, op: string, inputs: readonly string[]): void {
  writer.tag(1, 2).string(name);
  writer.tag(2, 2).string(op);
  for (const input of inputs) writer.tag(3, 2).string(input);
}

function writeAttribute(writer: BinaryWriter, name: string, write: (value: BinaryWriter) => void): void {
  message(writer, 5, (entry) => {
    entry.tag(1, 2).string(name);
    message(entry, 2, write);
  });
}

/** AttrValue of what executeOp takes. */
function writeValue(writer: BinaryWriter, type: number, value: TFEOpAttr['value']): void {
  if (type === ATTRIBUTE.type) writer.tag(6, 0).int32(value as number);
  else if (type === ATTRIBUTE.bool) writer.tag(5, 0).bool(value as boolean);
  else if (type === ATTRIBUTE.float) writer.tag(4, 5).float(value as number);
  else if (type === ATTRIBUTE.string) writer.tag(2, 2).string(value as string);
  else if (type !== ATTRIBUTE.int) throw new Error(`an attribute of type ${type} cannot be in a function`);
  else if (Array.isArray(value)) {
    message(writer, 1, (list) => {
      for (const item of value) list.tag(3, 0).int64(item);
    });
  } else writer.tag(3, 0).int64(value as number);
}

/** A Const node. TensorProto holds the values by type: float_val, int_val or bool_val. */
function writeConstant(writer: BinaryWriter, name: string, { shape, dtype, values }: GraphConstant): void {
  writeNode(writer, name, 'Const', []);
  writeAttribute(writer, 'dtype', (value) => value.tag(6, 0).int32(dtype));
  writeAttribute(writer, 'value', (value) => {
    message(value, 8, (tensor) => {
      tensor.tag(1, 0).int32(dtype);
      message(tensor, 2, (dimensions) => {
        for (const size of shape) message(dimensions, 2, (dimension) => dimension.tag(1, 0).int64(size));
      });
      for (const item of Array.from(values)) {
        if (dtype === TF_TYPES.float32) tensor.tag(5, 5).float(item);
        else if (dtype === TF_TYPES.int32) tensor.tag(7, 0).int32(item);
        else tensor.tag(11, 0).bool(Boolean(item));
      }
    });
  });
}
