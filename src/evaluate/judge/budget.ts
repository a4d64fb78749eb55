/**
 * The spend cap. Before a request its most expensive outcome is reserved, afterwards what it took is booked, so that requests
 * at once cannot pass the limit together. Knows prices and tokens, not requests.
 */

export interface Prices {
  limit: number;
  input_per_million: number;
  output_per_million: number;
}

export interface BudgetOptions {
  token_limit?: number | undefined;
  spend?: Prices | undefined;
}

interface Tokens {
  prompt: number;
  completion: number;
}

export interface Reservation {
  /** Books what it took in the place of what was reserved. */
  settle(taken: Tokens): void;
}

export interface Budget {
  /** undefined when the worst case would pass the limit. */
  reserve(worst: Tokens): Reservation | undefined;
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  /** null without prices. */
  readonly spend: number | null;
}

/** Tokens of a text whose tokenizer is unknown, rather too many: three bytes a token. */
export function tokensAtMost(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / 3);
}

export function createBudget({ token_limit, spend: prices }: BudgetOptions): Budget {
  const booked: Tokens = { prompt: 0, completion: 0 };
  const reserved: Tokens = { prompt: 0, completion: 0 };
  const priceOf = ({ prompt, completion }: Tokens) =>
    prices ? (prompt * prices.input_per_million + completion * prices.output_per_million) / 1e6 : 0;
  const add = (to: Tokens, { prompt, completion }: Tokens, sign = 1) => {
    to.prompt += sign * prompt;
    to.completion += sign * completion;
  };
  return {
    reserve(worst) {
      const all = { ...booked };
      add(all, reserved);
      add(all, worst);
      if (token_limit !== undefined && all.prompt + all.completion > token_limit) return undefined;
      if (prices && priceOf(all) > prices.limit) return undefined;
      add(reserved, worst);
      return {
        settle(taken) {
          add(reserved, worst, -1);
          add(booked, taken);
        },
      };
    },
    get prompt_tokens() {
      return booked.prompt;
    },
    get completion_tokens() {
      return booked.completion;
    },
    get spend() {
      return prices ? priceOf(booked) : null;
    },
  };
}
