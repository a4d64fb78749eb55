/** A configuration beside the model folder `./model` and the files train.jsonl and test.jsonl. */

export interface TrainConfigOptions {
  epochs: number;
  save_steps?: number;
}

export function trainConfig({ epochs, save_steps = 50 }: TrainConfigOptions): string {
  return `version: 1
model: ./model
adapters:
  desk:
    train: train.jsonl
    test: test.jsonl
    lora: { r: 8, lora_alpha: 16 }
    training:
      num_train_epochs: ${epochs}
      learning_rate: 0.02
      per_device_train_batch_size: 4
      gradient_accumulation_steps: 1
      max_length: 256
      packing: false
      seed: 7
      save_steps: ${save_steps}
`;
}
