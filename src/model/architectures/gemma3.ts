/** Gemma 3 (text): Gemma 2's four norms, queries and keys normed instead of soft caps, five sliding layers to a full one. */

import type { ArchitectureSpec } from './architecture.ts';
import { gemma2 } from './gemma2.ts';

export const gemma3: ArchitectureSpec = { ...gemma2, qk_norm: true };
