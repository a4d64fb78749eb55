/**
 * How much of each part of the comment is shown, and in which order that is given up so that it fits: first what a reader
 * misses least. The last stage is short whatever the result holds.
 */

import type { DetailLimits } from './comment-details.ts';

export interface Stage extends DetailLimits {
  /** Adapters shown with all their parts. */
  adapters: number;
  /** Of the rest, those that are named with their verdict. */
  named: number;
  /** Of each adapter. */
  metrics: number;
  warnings: number;
  /** Of the data checks, for each adapter. */
  findings: number;
  /** Of each adapter, and of those without effect. */
  waivers: number;
  /** Whether each adapter's collapsed parts are shown at all. */
  details: boolean;
}

const WHOLE: Stage = {
  adapters: 50,
  named: 100,
  metrics: 100,
  warnings: 20,
  findings: 10,
  waivers: 10,
  details: true,
  judge: true,
  examples: 3,
  answerCharacters: 600,
  failing: 5,
  conversations: 5,
  previewCharacters: 160,
  configChanges: 40,
  curvePoints: 60,
  provenance: true,
};

const FEWER: Stage = {
  ...WHOLE,
  examples: 2,
  answerCharacters: 240,
  conversations: 3,
  previewCharacters: 60,
};
const NO_ANSWERS: Stage = { ...FEWER, examples: 0, failing: 3, configChanges: 15, curvePoints: 20 };
const NO_CHARTS: Stage = {
  ...NO_ANSWERS,
  adapters: 20,
  metrics: 40,
  warnings: 5,
  findings: 5,
  waivers: 5,
  failing: 1,
  previewCharacters: 0,
  configChanges: 5,
  curvePoints: 0,
  provenance: false,
};
const NO_DETAILS: Stage = { ...NO_CHARTS, metrics: 20, warnings: 3, findings: 3, details: false };
const FEW_ADAPTERS: Stage = {
  ...NO_DETAILS,
  adapters: 5,
  named: 50,
  metrics: 10,
  warnings: 1,
  findings: 1,
  waivers: 2,
};
const NAMES: Stage = { ...FEW_ADAPTERS, adapters: 0, named: 20, warnings: 0 };

export const STAGES: readonly Stage[] = [
  WHOLE,
  FEWER,
  NO_ANSWERS,
  NO_CHARTS,
  NO_DETAILS,
  { ...NO_DETAILS, adapters: 10, metrics: 10 },
  FEW_ADAPTERS,
  { ...FEW_ADAPTERS, adapters: 1, named: 20, metrics: 5 },
  NAMES,
  { ...NAMES, named: 0 },
];
