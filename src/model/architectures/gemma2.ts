/**
 * Gemma 2: Gemma 1 with norms on both sides of attention and MLP, soft caps on attention scores and logits, and sliding
 * windows on even layers (caps and windows come with the config).
 */

import type { ArchitectureSpec } from './architecture.ts';
import { gemma } from './gemma.ts';

export const gemma2: ArchitectureSpec = { ...gemma, sandwich_norms: true };
