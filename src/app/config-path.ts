/** Where a repository has its configuration. The app knows one of a repository; the Action can be told another. */

export const CONFIG = 'lora-gate.yml';
