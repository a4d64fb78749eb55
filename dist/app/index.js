#!/usr/bin/env node
import { app } from '../lib/index.js';

await app();
