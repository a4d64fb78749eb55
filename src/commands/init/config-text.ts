/** The text of a first `lora-gate.yml`, with a comment on every choice that people change. Pure. */

export interface ConfigTextOptions {
  /** Of the adapter; also its folder under datasets/. */
  name: string;
  model: string;
}

/** A configuration that is valid as it stands; what is commented out is an example of a section to add. */
export function configText({ name, model }: ConfigTextOptions): string {
  return `# What lora-gate trains, how it judges the result, and what blocks a merge. Everything that decides (gate, checks, judge,
# assertions, the test set) is read from the base commit: a pull request cannot change what it is held to.
version: 1

# The base model: a hub id (google/gemma-2b, better google/gemma-2b@<commit>), a ./folder, a file.gguf, or a GGUF file in a
# Python package. A gated model needs HF_TOKEN. A pull request may name this model and no other; see allowed_models.
model: ${JSON.stringify(model)}

adapters:
  ${name}:
    train: datasets/${name}/train.jsonl
    # Never trained on. Some 30 independent conversations show a large difference, some 100 a small one.
    test: datasets/${name}/test.jsonl
    lora:
      r: 16 # 8 to 64 is usual
      lora_alpha: 32
      lora_dropout: 0.05
      target_modules: all-linear
    training:
      num_train_epochs: 3 # 2 to 5 is usual
      learning_rate: 2.0e-4 # 1e-4 to 5e-4 is usual
      per_device_train_batch_size: 4
      gradient_accumulation_steps: 4
      lr_scheduler_type: cosine
      warmup_ratio: 0.03
      max_length: 1024 # a longer conversation is an error, never cut
      seed: 42
    # Checks of the generated answers:
    # assertions:
    #   - { name: signs-off, type: regex, pattern: "— Example Desk$", min_pass_rate: 0.9 }

gate:
  # How sure a statement has to be.
  confidence: 0.95
  perplexity:
    # The relative increase on the test set that does not matter. \`lora-gate noise\` measures how much the seed alone makes.
    max_increase: 1%
  # Too few conversations to tell: warn, or block.
  on_inconclusive: warn
  # "warn" reports and blocks nothing: good for the first weeks.
  mode: enforce

# Rows that give the test set away, secrets and the like. \`lora-gate lint\` lists the checks and their severities.
# checks:
#   near_duplicates: error

# A judge that compares answers, behind any OpenAI-compatible endpoint. Its key comes from the variable, never from here.
# judge:
#   provider: openai-compatible
#   base_url: https://judge.example/v1
#   model: name-of-the-judge
#   api_key_env: JUDGE_API_KEY
#   dimensions: [relevance, coherence, style]

# tracking: { opik: { project: ${name} } }
`;
}
