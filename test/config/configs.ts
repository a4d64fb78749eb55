/** Configurations that several tests read. */

export const MINIMAL_CONFIG = `version: 1
model: google/gemma-2b
adapters:
  desk:
    train: data/train.jsonl
    test: data/test.jsonl
`;

export const FULL_CONFIG = `version: 1
model: google/gemma-2b
base_dtype: bfloat16
allowed_models: [google/gemma-2b, google/gemma-3-270m-it]
adapters:
  harbor-desk:
    train: datasets/harbor-desk/train.jsonl
    test: datasets/harbor-desk/test.jsonl
    lora: { r: 8, lora_alpha: 16, lora_dropout: 0.1, target_modules: [q_proj, v_proj], use_rslora: true }
    training:
      num_train_epochs: 2
      learning_rate: 3.0e-4
      per_device_train_batch_size: 2
      gradient_accumulation_steps: 8
      lr_scheduler_type: linear
      warmup_ratio: 0.1
      weight_decay: 0.01
      max_grad_norm: 0.5
      max_length: 512
      packing: false
      seed: 7
      engine: accelerate
      gradient_checkpointing: true
      save_steps: 20
      logging_steps: 5
    assertions:
      - { name: signs-off, type: regex, pattern: "Fair winds\\\\.$", min_pass_rate: 90% }
judge:
  provider: openai-compatible
  base_url: https://judge.example/v1
  model: lfm-40b
  api_key_env: JUDGE_API_KEY
  dimensions: [relevance, style]
  max_examples: 50
  required: true
gate:
  confidence: 0.9
  perplexity: { max_increase: 2% }
  judge: { relevance: { max_drop: 0.2 }, style: { max_drop: 0.3 }, win_rate: { min: 0.45 } }
  on_inconclusive: block
  mode: warn
checks: { near_duplicates: off, personal_data: error }
tracking: { opik: { project: harbor-desk } }
`;
