/** A desk whose model is nowhere: for stories that end before anything is trained, and that would fail if something were. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { configText } from '../e2e/gate.ts';
import { houseRows, jsonLines } from '../e2e/harbour-rows.ts';
import { createRepository } from '../e2e/repository.ts';
import { type Desk, TRAIN } from './desk.ts';

export async function openPlanDesk(rest = ''): Promise<Desk> {
  const workspace = await mkdtemp(path.join(tmpdir(), 'lora-gate-plan-'));
  const model = path.join(workspace, 'no-model');
  const repository = await createRepository();
  const base = await repository.commit({
    'lora-gate.yml': configText({ model, rest }),
    [TRAIN]: jsonLines(houseRows(0, 24)),
    'data/test.jsonl': jsonLines(houseRows(200, 240)),
    'notes.md': 'Harbour entries.\n',
  });
  let outs = 0;
  return {
    ...{ repository, base, model },
    good: await repository.commit({ [TRAIN]: jsonLines(houseRows(0, 48)) }, base),
    bad: await repository.commit({ [TRAIN]: jsonLines(houseRows(0, 4)) }, base),
    unrelated: await repository.commit({ 'notes.md': 'More entries.\n' }, base),
    store: path.join(workspace, 'store'),
    out() {
      outs += 1;
      return path.join(workspace, `out-${outs}`);
    },
    async close() {
      for (const folder of [workspace, repository.folder]) await rm(folder, { recursive: true, force: true });
    },
  };
}
