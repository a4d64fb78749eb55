#!/usr/bin/env node
import { action } from '../lib/index.js';

await action();
