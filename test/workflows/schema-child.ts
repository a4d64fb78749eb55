/**
 * A process that asks GitHub's own workflow parser about the texts on standard input. A process because the package imports
 * its JSON without saying so, which Node refuses and tsx does not.
 */

import { text } from 'node:stream/consumers';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';

const texts = JSON.parse(await text(process.stdin)) as string[];
const problems: string[][] = [];
for (const content of texts) {
  const { context, value } = parseWorkflow({ name: 'workflow.yml', content }, new NoOperationTraceWriter());
  const template = value && (await convertWorkflowTemplate(context, value));
  const found = [
    ...context.errors.getErrors().map(({ message }) => message),
    ...(template?.errors ?? []).map(({ Message }) => Message),
  ];
  problems.push([...new Set(found)]);
}
process.stdout.write(JSON.stringify(problems));
