/** Bounds, interval and one-sided test of an estimate whose standardised error follows Student's t. */

import { studentTQuantile, studentTUpperTail } from './student-t.ts';

export interface EstimateWithError {
  estimate: number;
  standardError: number;
  degreesOfFreedom: number;
}

export interface Bounds {
  lower: number;
  upper: number;
}

/** A confidence level strictly between ½ and 1. @throws RangeError otherwise. */
export function checkConfidence(confidence: number): void {
  if (!(confidence > 0.5 && confidence < 1)) {
    throw new RangeError(`confidence must lie between 0.5 and 1 (0.95 is usual), not ${confidence}`);
  }
}

function around({ estimate, standardError, degreesOfFreedom }: EstimateWithError, p: number): Bounds {
  const reach = studentTQuantile(p, degreesOfFreedom) * standardError;
  return { lower: estimate - reach, upper: estimate + reach };
}

/** Each bound holds on its own with probability `confidence`. */
export function oneSidedBounds(value: EstimateWithError, confidence: number): Bounds {
  checkConfidence(confidence);
  return around(value, confidence);
}

/** Both bounds hold together with probability `confidence`. */
export function twoSidedInterval(value: EstimateWithError, confidence: number): Bounds {
  checkConfidence(confidence);
  return around(value, 1 - (1 - confidence) / 2);
}

/** p-value of "the true value is at most zero" against "it is above zero". Without any spread it is 0 or 1. */
export function oneSidedPValue({ estimate, standardError, degreesOfFreedom }: EstimateWithError): number {
  if (standardError === 0) return estimate > 0 ? 0 : 1;
  return studentTUpperTail(estimate / standardError, degreesOfFreedom);
}
