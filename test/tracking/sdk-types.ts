/**
 * Whether bodies that came over the wire are what the SDK's own types say: each is written as a literal of the type of the
 * method's first parameter and given to the TypeScript compiler, which knows missing, superfluous and wrong properties.
 */

import ts from 'typescript';

export interface SentBody {
  /** Of the SDK's client: `experiments.createExperiment`. */
  method: string;
  body: unknown;
}

const FILE = new URL('./sent-bodies.ts', import.meta.url).pathname;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const DATES = new Set(['startTime', 'endTime']);

/** Names on the wire have underscores, those of the types don't. */
const camel = (key: string) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => {
    const name = camel(key);
    const isDate = DATES.has(name) && typeof inner === 'string' && ISO.test(inner);
    return `${JSON.stringify(name)}: ${isDate ? `new Date(${JSON.stringify(inner)})` : literal(inner)}`;
  });
  return `{ ${entries.join(', ')} }`;
}

/** What is wrong with the bodies, one sentence each; empty when all are of their types. */
export function typeProblems(sent: readonly SentBody[]): string[] {
  const lines = sent.map(({ method, body }, i) => {
    const [client, name] = method.split('.');
    return `export const _${i}: Parameters<Api['${client}']['${name}']>[0] = ${literal(body)};`;
  });
  const text = [`import type { Opik } from 'opik';`, `type Api = Opik['api'];`, ...lines].join('\n');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => file === FILE || fileExists.call(host, file);
  host.readFile = (file) => (file === FILE ? text : readFile.call(host, file));
  host.getSourceFile = (file, ...rest) =>
    file === FILE
      ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2022)
      : getSourceFile.call(host, file, ...rest);
  const program = ts.createProgram([FILE], options, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const where = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
    const method = sent[where - 2]?.method ?? diagnostic.file?.fileName;
    return `${method}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`;
  });
}
