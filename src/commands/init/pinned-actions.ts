/**
 * The actions that a generated workflow uses. Those of others are pinned by commit, because a tag can be moved to other code
 * by whoever gets into that repository; the version stands beside it for people and for the bots that raise it.
 */

export const CHECKOUT = 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2';

/** This project's own action; `--action owner/repository@commit` names a fork or pins a commit. */
export const DEFAULT_ACTION = 'lora-gate/lora-gate@v0';
