/** Which artifacts of a run are its parts, after attempts that were planned in different ways. */

import { describe, expect, it } from 'vitest';
import { newestParts } from '../../src/github/part-artifacts.ts';

/** In the order of their uploads. */
const chosen = (...names: string[]) =>
  newestParts(
    names.map((name, i) => ({ id: i + 1, runId: 1, name, bytes: 1 })),
    'lora-gate',
  ).map(({ name }) => name.replace('lora-gate-part-', ''));

const part = (name: string) => `lora-gate-part-${name}`;

describe('the parts of a run', () => {
  it('are the artifacts that are named as parts of this result', () => {
    expect(
      chosen(
        part('desk.all'),
        part('desk.all-adapters'),
        part('nonsense'),
        'lora-gate-other-part-desk.all',
        'lora-gate-report',
        part('crew.bare.1-of-1'),
      ),
    ).toEqual(['desk.all', 'crew.bare.1-of-1']);
  });

  it('are those of the latest plan, of each adapter; who trained does not depend on it', () => {
    expect(
      chosen(
        ...['desk.candidate.train', 'desk.candidate.1-of-2', 'desk.candidate.2-of-2', 'crew.all'].map(part),
        ...['desk.candidate.1-of-3', 'desk.candidate.2-of-3'].map(part),
      ),
    ).toEqual(['desk.candidate.train', 'crew.all', 'desk.candidate.1-of-3', 'desk.candidate.2-of-3']);
  });

  it('stay where only the job that failed was run again', () => {
    expect(chosen(...['desk.bare.2-of-2', 'desk.bare.1-of-2'].map(part))).toEqual([
      'desk.bare.2-of-2',
      'desk.bare.1-of-2',
    ]);
  });

  it('are none where a result is newer, as after an attempt in one job', () => {
    expect(chosen(part('desk.all'), 'lora-gate')).toEqual([]);
    expect(chosen('lora-gate', part('desk.all'))).toEqual(['desk.all']);
    expect(chosen('lora-gate')).toEqual([]);
  });
});
