/**
 * The versions that the runtime is made of. Everything here is part of the cache key: change a number and the next run
 * builds a fresh folder.
 */

export const TENSORFLOW_VERSION = '2.21.0';
/** Of the npm package whose binding sources are compiled; a test compares it with the installed one. */
export const TFJS_NODE_VERSION = '4.22.0';
export const NODE_API_VERSION = 8;
