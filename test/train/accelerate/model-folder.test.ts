import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { modelConfigFromHf } from '../../../src/model/source/hf-config.ts';
import { transformersConfig } from '../../../src/train/accelerate/model-folder.ts';
import { GOLDEN_MODELS, goldenFolder } from '../../helpers/golden.ts';

describe('transformersConfig', () => {
  it.each(GOLDEN_MODELS)('says of %s what the file says that transformers wrote', async (name) => {
    const file = `${goldenFolder(name)}/model/config.json`;
    const written = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    const config = modelConfigFromHf(written, file, undefined);
    const ours = transformersConfig(config);
    expect(modelConfigFromHf(ours, 'ours', undefined)).toEqual(config);
    for (const key of [
      'model_type',
      'architectures',
      'rope_parameters',
      'head_dim',
      'hidden_act',
      'hidden_activation',
    ])
      if (key in written) expect([key, ours[key]]).toEqual([key, written[key]]);
  });
});
