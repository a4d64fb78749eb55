/**
 * GitHub's own OpenAPI description as a judge: does a request, or an answer of the stand-in, follow it? Loaded once, when it is
 * first asked. Knows nothing of the stand-in's state.
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

type Json = Record<string, unknown>;

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Json;
}

interface Operation {
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Json }> };
  responses: Record<string, { $ref?: string; content?: Record<string, { schema?: Json }> }>;
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Json; examples: Record<string, { value: unknown }> };
}

export interface Matched {
  /** `POST /repos/{owner}/{repo}/check-runs`. */
  route: string;
  parameters: Record<string, string>;
}

let loaded: Description | undefined;

function description(): Description {
  const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
  loaded ??= JSON.parse(readFileSync(file, 'utf8')) as Description;
  return loaded;
}

/** What `#/components/…` points at. */
function resolve<T>(value: T | { $ref: string }): T {
  const reference = (value as { $ref?: string }).$ref;
  if (reference === undefined) return value as T;
  let found: unknown = description();
  for (const key of reference.slice(2).split('/')) found = (found as Json)[key];
  return resolve(found as T | { $ref: string });
}

const ajv = new Ajv({
  strict: false,
  allErrors: true,
  coerceTypes: false,
  logger: false,
  validateSchema: false,
});
const ajvOfTexts = new Ajv({ strict: false, allErrors: true, coerceTypes: 'array', logger: false });
addFormats.default(ajv);
addFormats.default(ajvOfTexts);
const compiled = new Map<string, ValidateFunction>();

/** As JSON Schema has it: OpenAPI 3.0 says `nullable` beside the type. Puts the schemas referred to into `into`. */
function plain(value: unknown, into: Json): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => plain(item, into));
  const { nullable, ...rest } = value as { nullable?: unknown; $ref?: unknown };
  if (typeof rest.$ref === 'string' && rest.$ref.startsWith('#/components/schemas/')) {
    const name = rest.$ref.slice('#/components/schemas/'.length);
    if (!(name in into)) {
      into[name] = true;
      into[name] = plain(description().components.schemas[name], into);
    }
  }
  const made = Object.fromEntries(Object.entries(rest).map(([key, child]) => [key, plain(child, into)]));
  return nullable === true ? { anyOf: [made, { type: 'null' }] } : made;
}

function validator(key: string, schema: Json): ValidateFunction {
  let found = compiled.get(key);
  if (!found) {
    const schemas: Json = {};
    found = ajv.compile({ allOf: [plain(schema, schemas)], components: { schemas } });
    compiled.set(key, found);
  }
  return found;
}

function problemsOf(check: ValidateFunction, value: unknown, where: string): string[] {
  if (check(value)) return [];
  return (check.errors ?? []).map(({ instancePath, message }) => `${where}${instancePath}: ${message}`);
}

const routes = new Map<string, { pattern: RegExp; names: string[]; literal: number }>();

function routePatterns(): typeof routes {
  if (routes.size > 0) return routes;
  for (const template of Object.keys(description().paths)) {
    const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
    const text = template
      .replaceAll('.', '\\.')
      .replace(/\{(\w+)\}/g, (_, name: string) => (name === 'ref' || name === 'path' ? '(.+)' : '([^/]+)'));
    const literal = template.replace(/\{\w+\}/g, '').length;
    routes.set(template, { pattern: new RegExp(`^${text}$`), names, literal });
  }
  return routes;
}

/** The operation that a request is for; undefined where GitHub has none. */
export function matchOperation(method: string, pathname: string): Matched | undefined {
  let best: (Matched & { literal: number }) | undefined;
  for (const [template, { pattern, names, literal }] of routePatterns()) {
    const match = pattern.exec(pathname);
    if (!match || !description().paths[template]?.[method.toLowerCase()]) continue;
    if (best && best.literal >= literal) continue;
    const parameters = Object.fromEntries(
      names.map((name, i) => [name, decodeURIComponent(match[i + 1] ?? '')]),
    );
    best = { route: `${method} ${template}`, parameters, literal };
  }
  return best && { route: best.route, parameters: best.parameters };
}

function operationOf(route: string): Operation {
  const [method, template] = route.split(' ') as [string, string];
  return description().paths[template]?.[method.toLowerCase()] as Operation;
}

function parameterProblems(operation: Operation, matched: Matched, query: URLSearchParams): string[] {
  const parameters = (operation.parameters ?? []).map((one) => resolve<Parameter>(one));
  const known = new Set(parameters.filter((one) => one.in === 'query').map((one) => one.name));
  const problems = [...query.keys()]
    .filter((name) => !known.has(name))
    .map((name) => `query: no parameter ${name}`);
  for (const { name, in: place, required, schema } of parameters) {
    if (place === 'header') continue;
    const value = place === 'path' ? matched.parameters[name] : (query.get(name) ?? undefined);
    if (value === undefined && required) problems.push(`${place}: ${name} is missing`);
    if (value === undefined) continue;
    const holder = { value };
    if (!ajvOfTexts.validate({ properties: { value: resolve<Json>(schema) } }, holder)) {
      problems.push(`${place}: ${name} = ${value}: ${ajvOfTexts.errorsText()}`);
    }
  }
  return problems;
}

/** What GitHub's description has against a request, nothing where it follows it. */
export function requestProblems(matched: Matched, query: URLSearchParams, body: unknown): string[] {
  const operation = operationOf(matched.route);
  const problems = parameterProblems(operation, matched, query);
  const schema = operation.requestBody?.content['application/json']?.schema;
  if (!schema) {
    if (body !== undefined) problems.push('body: none is expected');
    return problems;
  }
  if (body === undefined)
    return operation.requestBody?.required ? [...problems, 'body: is missing'] : problems;
  const properties = resolve<{ properties?: Json }>(schema).properties ?? {};
  // The description allows unknown properties nearly everywhere; a misspelt one is still our mistake.
  for (const name of Object.keys(body as Json)) {
    if (Object.keys(properties).length > 0 && !(name in properties))
      problems.push(`body: no property ${name}`);
  }
  return [...problems, ...problemsOf(validator(`${matched.route} request`, schema), body, 'body')];
}

/** GitHub sends null for a fork that was deleted, whatever its description says. */
const KNOWN_TO_DIFFER = /\/head\/repo: must be object$/;

/** What GitHub's description has against an answer. A status that it does not describe is not judged. */
export function responseProblems(route: string, status: number, body: unknown): string[] {
  const described = operationOf(route).responses[String(status)];
  if (!described) return status < 400 ? [`answer: ${route} is not described to answer ${status}`] : [];
  const schema = resolve(described as { content?: Record<string, { schema?: Json }> }).content?.[
    'application/json'
  ]?.schema;
  if (!schema) return body === undefined ? [] : [`answer: ${route} is not described to have a body`];
  const problems = problemsOf(validator(`${route} ${status}`, schema), body, `answer ${status}`);
  return problems.filter((problem) => !KNOWN_TO_DIFFER.test(problem));
}

/** A copy of one of the description's examples, such as `pull-request`. */
export function example<T = Json>(name: string): T {
  const found = description().components.examples[name];
  if (!found) throw new Error(`GitHub's description has no example ${name}`);
  return structuredClone(found.value) as T;
}
