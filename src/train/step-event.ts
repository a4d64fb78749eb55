/** What is known of one step of a training, for bar, log, curve and checkpoint. */

/** One finished optimizer step. */
export interface StepEvent {
  /** Counted from 1. */
  step: number;
  total_steps: number;
  /** Epochs finished, e.g. 1.5. */
  epoch: number;
  /** Mean negative log-likelihood of the window's supervised tokens, before the update. */
  loss: number;
  /** The rate this step's update used. */
  learning_rate: number;
  /** Before clipping. */
  grad_norm: number;
  /** Of this step. */
  tokens: number;
  supervised_tokens: number;
  seconds: number;
  tokens_per_second: number;
}
