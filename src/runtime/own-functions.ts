/**
 * Operations of fused-ops.ts, and whole adapted layers, as TensorFlow functions: for GPUs, where starting an operation from
 * here takes longer than computing it. The same formulas as the plain way, which callers keep beside them. Starting a function
 * takes as long as starting five operations (*measured*, bench/README.md), so those of fewer are not here.
 */

import {
  type GraphBuilder,
  type GraphDtype,
  type GraphFunction,
  type GraphValue,
  graphFunction,
} from './graph-function.ts';

const float = (count: number): GraphDtype[] => Array<GraphDtype>(count).fill('float32');

/** z = x·(c·x² + l) of GELU's tanh form, σ(z)·x. */
export const GELU_LINEAR = 2 * Math.sqrt(2 / Math.PI);
export const GELU_CUBIC = GELU_LINEAR * 0.044715;

/** `value` is baked in. */
export type OwnFunction = (name: string, value: number) => GraphFunction;

/** s = σ(z) and x·z′ of the activation σ(z)·x: z = x for SiLU, x·(c·x² + l) for GELU's tanh form. */
function sigmoidParts(g: GraphBuilder, x: GraphValue, gelu: boolean): { s: GraphValue; rise: GraphValue } {
  if (!gelu) return { s: g.sigmoid(x), rise: x };
  const cubic = g.mul(g.square(x), GELU_CUBIC);
  const inner = g.add(cubic, GELU_LINEAR);
  return { s: g.sigmoid(g.mul(x, inner)), rise: g.mul(x, g.add(inner, g.mul(cubic, 2))) };
}

/** Under the names of native/fused-ops.cc, with the same inputs and outputs. */
export const OWN_FUNCTIONS = {
  Activation: (name, value) =>
    graphFunction(name, float(2), (g, gate, up) => [
      g.mul(g.mul(gate, sigmoidParts(g, gate, value === 1).s), up),
    ]),
  ActivationGrad: (name, value) =>
    graphFunction(name, float(3), (g, gate, up, dh) => {
      const { s, rise } = sigmoidParts(g, gate, value === 1);
      const slope = g.add(s, g.sigmoidGrad(s, rise));
      return [g.mul(g.mul(dh, up), slope), g.mul(dh, g.mul(gate, s))];
    }),
  RmsNorm: (name, value) =>
    graphFunction(name, float(2), (g, x, w) => {
      const inverse = g.rsqrt(g.add(g.mean(g.square(x)), value));
      return [g.mul(g.mul(x, inverse), w), inverse];
    }),
  RmsNormGrad: (name) =>
    graphFunction(name, float(4), (g, dy, x, w, inverse) => {
      const weighted = g.mul(dy, w);
      const along = g.mul(g.square(inverse), g.mean(g.mul(weighted, x)));
      return [g.mul(inverse, g.sub(weighted, g.mul(x, along)))];
    }),
} as const satisfies Partial<Record<FusedOp, OwnFunction>>;

/** What native/fused-ops.cc has. */
export type FusedOp =
  | 'Activation'
  | 'ActivationGrad'
  | 'ExpRows'
  | 'LowRankAdd'
  | 'RmsNorm'
  | 'RmsNormGrad'
  | 'Rotate'
  | 'SoftmaxGrad';

/** x·Wᵀ (`transposed`) or x·W; where W is bfloat16, x and the result are rounded to it, as a GPU's fast products do. */
function frozenProduct(g: GraphBuilder, x: GraphValue, w: GraphValue, transposed: boolean): GraphValue {
  return g.cast(g.matMul(g.cast(x, w.dtype), w, { transposeB: transposed }), 'float32');
}

/** x [N, in], W [out, in], A [R, in], B [out, R] → y = x·Wᵀ + s·u·Bᵀ [N, out] and u = x·Aᵀ [N, R]. */
export function adaptedForward(name: string, scaling: number, weight: GraphDtype): GraphFunction {
  return graphFunction(name, ['float32', weight, ...float(2)], (g, x, w, a, b) => {
    const u = g.matMul(x, a, { transposeB: true });
    const low = g.matMul(g.mul(u, scaling), b, { transposeB: true });
    return [g.add(frozenProduct(g, x, w, true), low), u];
  });
}

/**
 * dy [N, out], x, u, A, B and, for dx, W → dA [R, in], dB [out, R] and dx [N, in]: with v = s·dy·B, dA = vᵀ·x, dB = s·dyᵀ·u,
 * dx = dy·W + v·A.
 */
export function adaptedBackward(
  name: string,
  scaling: number,
  weight: GraphDtype | undefined,
): GraphFunction {
  const types = [...float(5), ...(weight === undefined ? [] : [weight])];
  return graphFunction(name, types, (g, dy, x, u, a, b, w) => {
    const v = g.matMul(dy, g.mul(b as GraphValue, scaling));
    const dA = g.matMul(v, x as GraphValue, { transposeA: true });
    const dB = g.matMul(dy as GraphValue, g.mul(u as GraphValue, scaling), { transposeA: true });
    if (!w) return [dA, dB];
    return [dA, dB, g.add(frozenProduct(g, dy as GraphValue, w, false), g.matMul(v, a as GraphValue))];
  });
}
