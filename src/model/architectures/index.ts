/** The architectures by their name in `config.json`. */

import type { Architecture } from '../config.ts';
import type { ArchitectureSpec } from './architecture.ts';
import { gemma } from './gemma.ts';
import { gemma2 } from './gemma2.ts';
import { gemma3 } from './gemma3.ts';
import { llama } from './llama.ts';

const ARCHITECTURES: Record<Architecture, ArchitectureSpec> = { gemma, gemma2, gemma3, llama };

export function architectureOf(name: Architecture): ArchitectureSpec {
  return ARCHITECTURES[name];
}
