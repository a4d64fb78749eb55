/**
 * Prints `PASSED FAILED` from vitest's JSON report and exit code. Skipped tests are neither, and are named on stderr. A file that
 * could not be loaded, and a run that failed without a failed test, count as one failure each.
 */

import { readFileSync } from 'node:fs';

const [file, exitCode] = process.argv.slice(2);

function read() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`no report of the tests: ${error.message}`);
    return { testResults: [] };
  }
}

const { testResults } = read();
const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
const count = (status) => tests.filter((test) => test.status === status).length;
for (const { status, fullName } of tests) {
  if (status !== 'passed' && status !== 'failed') console.error(`${status}: ${fullName}`);
}
const unloaded = testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
);
for (const { name, message } of unloaded) console.error(`${name}: ${message}`);
const failed = count('failed') + unloaded.length;
console.log(`${count('passed')} ${failed === 0 && exitCode !== '0' ? 1 : failed}`);
