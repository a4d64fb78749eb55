/**
 * What each dimension means, in words that go to the judge unchanged, and which spoilt answers it must notice before it may
 * vote. Knows no prompts and no models.
 */

import type { Corruption } from '../../config/judge-schema.ts';
import type { JudgeConfig } from '../../config/schema.ts';

export interface Rubric {
  name: string;
  description: string;
  uses_reference: boolean;
  notices: readonly Corruption[];
}

/** Whole numbers from 1 to 5, for every dimension. */
export const SCALE = { lowest: 1, highest: 5 } as const;
export const SCORES: readonly number[] = [1, 2, 3, 4, 5];

const BUILT_IN: readonly Rubric[] = [
  {
    name: 'relevance',
    description:
      'Does the answer address what the last message asks, in the light of the whole conversation? 5: entirely about it, nothing beside the point. 3: partly about it. 1: about something else, or no answer.',
    uses_reference: false,
    notices: ['off_topic', 'shuffled'],
  },
  {
    name: 'coherence',
    description:
      'Is the answer a well-formed text: complete sentences, a clear order, no contradiction, no sudden end, no repetition? 5: reads without a stumble. 3: understandable with effort. 1: a jumble of words. Whether its content is true does not matter here.',
    uses_reference: false,
    notices: ['shuffled', 'truncated'],
  },
  {
    name: 'helpfulness',
    description:
      'Could the person who asked act on this answer? 5: everything needed is there and usable. 3: some of it is. 1: nothing to act on, or misleading.',
    uses_reference: false,
    notices: ['shuffled', 'off_topic'],
  },
  {
    name: 'correctness',
    description:
      'Do the facts in the answer agree with those of the reference answer? 5: every fact that matters agrees, in whatever words. 3: some agree, or something that matters is missing. 1: it contradicts the reference or has none of its facts. Wording, length and style do not matter here.',
    uses_reference: true,
    notices: ['off_topic', 'truncated'],
  },
  {
    name: 'style',
    description:
      'Does the answer keep the style of the reference answer: its form and layout, its fixed phrases, its tone, and roughly its length? 5: as if the same person wrote both. 3: some of the form is kept. 1: nothing of it. Whether the facts agree does not matter here.',
    uses_reference: true,
    notices: ['shuffled', 'truncated'],
  },
];

/** The rubrics of the configured dimensions, in their order; one of the configuration replaces a built-in of its name. */
export function rubricsOf(config: Exclude<JudgeConfig, { provider: 'none' }>): Rubric[] {
  return config.dimensions.map((name) => {
    const own = Object.hasOwn(config.rubrics, name) ? config.rubrics[name] : undefined;
    const rubric = own ? { name, ...own } : BUILT_IN.find((known) => known.name === name);
    if (!rubric) throw new Error(`the configuration let the dimension ${name} through without a rubric`);
    return rubric;
  });
}
