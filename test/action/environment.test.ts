/** What stays in the environment of the Action's process, and with it of git and whatever else it starts. */

import { describe, expect, it } from 'vitest';
import { secretsOf, splitEnvironment } from '../../src/action/environment.ts';

const names = (env: Record<string, string>) => {
  const { kept, taken } = splitEnvironment(env);
  return { kept: Object.keys(kept), taken: Object.keys(taken) };
};
const all = (...variables: string[]) => Object.fromEntries(variables.map((name) => [name, 'some-value']));

describe('splitEnvironment', () => {
  it('keeps where programs are, the runner’s files and the way out', () => {
    const kept = [
      ...[
        'PATH',
        'HOME',
        'LC_ALL',
        'GITHUB_EVENT_PATH',
        'GITHUB_OUTPUT',
        'RUNNER_TEMP',
        'STATE_lora-gate-main',
      ],
      ...['CUDA_VISIBLE_DEVICES', 'LD_LIBRARY_PATH', 'HTTPS_PROXY', 'no_proxy', 'NODE_EXTRA_CA_CERTS'],
    ];
    expect(names(all(...kept))).toEqual({ kept, taken: [] });
  });

  it('takes out every key and token, whatever it is called', () => {
    const taken = [
      ...['GITHUB_TOKEN', 'GH_TOKEN', 'INPUT_GITHUB-TOKEN', 'JUDGE_API_KEY', 'OPIK_API_KEY', 'HF_TOKEN'],
      ...[
        'AWS_SECRET_ACCESS_KEY',
        'NPM_TOKEN',
        'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
        'ACTIONS_ID_TOKEN_REQUEST_URL',
      ],
      ...['LORA_GATE_JUDGE_KEY', 'GITHUB_APP_SECRET', 'PIP_PASSWORD', 'DATABASE_URL', 'SSH_AUTH_SOCK'],
    ];
    expect(names(all(...taken))).toEqual({ kept: [], taken });
  });

  it('keeps where AWS is and who tells as whom to speak with it, and takes its keys', () => {
    const kept = ['AWS_REGION', 'AWS_ENDPOINT_URL_S3', 'AWS_ROLE_ARN', 'AWS_WEB_IDENTITY_TOKEN_FILE'];
    const taken = [
      'AWS_ACCESS_KEY_ID',
      'AWS_SECRET_ACCESS_KEY',
      'AWS_SESSION_TOKEN',
      'AWS_BEARER_TOKEN_BEDROCK',
    ];
    expect(names(all(...kept, ...taken))).toEqual({ kept, taken });
  });

  it('takes out what would send git elsewhere or make it run something', () => {
    const taken = ['GIT_DIR', 'GIT_SSH_COMMAND', 'GIT_EXTERNAL_DIFF', 'GIT_CONFIG_COUNT', 'LD_PRELOAD'];
    expect(names(all(...taken))).toEqual({ kept: [], taken });
  });

  it('loses no value on the way', () => {
    const env = { PATH: '/usr/bin', JUDGE_API_KEY: 'k', UNSET: undefined };
    expect(splitEnvironment(env)).toEqual({ kept: { PATH: '/usr/bin' }, taken: { JUDGE_API_KEY: 'k' } });
  });
});

describe('secretsOf', () => {
  it('masks what is named like a key, and nothing so short that it would black out the log', () => {
    const taken = {
      ...{ JUDGE_API_KEY: 'a-long-key', npm_token: 'npm_abcdefgh', DB_PASSWORD: 'hunter22' },
      ...{ DEBUG_TOKEN: '1', REGION: 'eu-central-1' },
    };
    expect(secretsOf(taken)).toEqual(['a-long-key', 'npm_abcdefgh', 'hunter22']);
  });
});
