/**
 * Jinja as transformers sets it up for chat templates (trim_blocks, lstrip_blocks, raise_exception, strftime_now, a
 * bounded range), with an end to everything: a template is data that came with a model, and it may loop or grow for
 * ever. Knows nothing of chats.
 */

import * as library from '@huggingface/jinja';

/** About 40 are spent on a message. */
const MAX_STEPS = 1_000_000;
const MAX_CHARACTERS = 16 * 2 ** 20;
/** As in jinja2's sandbox. */
const MAX_RANGE = 100_000;

/** The template itself said no, through raise_exception. */
export class TemplateRefusal extends Error {}

/** What is used of the package, whose declarations import without file extensions and so come out empty. */
interface Jinja {
  tokenize(source: string, options: { lstrip_blocks: boolean; trim_blocks: boolean }): unknown[];
  parse(tokens: unknown[]): unknown;
  Environment: new () => { set(name: string, value: unknown): unknown };
  Interpreter: new (
    environment: unknown,
  ) => {
    run(program: unknown): { value: unknown };
    evaluate(statement: unknown, environment: unknown): { value: unknown };
  };
}

const { Environment, Interpreter, parse, tokenize } = library as unknown as Jinja;

/** Counts every step and looks at every value: the interpreter evaluates each part of a template through `evaluate`. */
class BoundedInterpreter extends Interpreter {
  private steps = 0;

  override evaluate(statement: unknown, environment: unknown): { value: unknown } {
    this.steps += 1;
    if (this.steps > MAX_STEPS) throw new Error(`it did not end within ${MAX_STEPS} steps`);
    const result = super.evaluate(statement, environment);
    const value = result?.value;
    if (typeof value === 'string' && value.length > MAX_CHARACTERS) {
      throw new Error(`it writes more than ${MAX_CHARACTERS} characters`);
    }
    return result;
  }
}

function range(from: number, to?: number, step?: number): number[] {
  const start = to === undefined ? 0 : from;
  const stop = to ?? from;
  const by = step ?? 1;
  if (by === 0) throw new Error('range() arg 3 must not be zero');
  const length = Math.max(0, Math.ceil((stop - start) / by));
  if (length > MAX_RANGE) throw new Error(`range too big: ${length} items, the limit is ${MAX_RANGE}`);
  return Array.from({ length }, (_, index) => start + index * by);
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** Python's strftime in the C locale, the directives that templates use. */
export function strftime(date: Date, format: string): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const month = MONTHS[date.getMonth()] as string;
  const day = DAYS[date.getDay()] as string;
  const parts: Record<string, string> = {
    '%Y': String(date.getFullYear()),
    '%y': two(date.getFullYear() % 100),
    '%m': two(date.getMonth() + 1),
    '%B': month,
    '%b': month.slice(0, 3),
    '%d': two(date.getDate()),
    '%A': day,
    '%a': day.slice(0, 3),
    '%H': two(date.getHours()),
    '%I': two(date.getHours() % 12 || 12),
    '%p': date.getHours() < 12 ? 'AM' : 'PM',
    '%M': two(date.getMinutes()),
    '%S': two(date.getSeconds()),
    '%%': '%',
  };
  return format.replace(/%[a-zA-Z%]/g, (directive) => parts[directive] ?? directive);
}

export interface CompiledJinja {
  /** @throws TemplateRefusal from raise_exception; Error for anything else that goes wrong, limits included. */
  render(variables: Readonly<Record<string, unknown>>): string;
}

/** @throws Error when the source is not Jinja that can be read. */
export function compileJinja(source: string, now: Date): CompiledJinja {
  // jinja2 reads every kind of line end as "\n".
  const program = parse(tokenize(source.replace(/\r\n?/g, '\n'), { lstrip_blocks: true, trim_blocks: true }));
  return {
    render(variables) {
      const environment = new Environment();
      const globals = {
        true: true,
        True: true,
        false: false,
        False: false,
        none: null,
        None: null,
        range,
        raise_exception: (message: unknown) => {
          throw new TemplateRefusal(String(message));
        },
        strftime_now: (format: string) => strftime(now, format),
      };
      for (const [name, value] of Object.entries({ ...globals, ...variables })) environment.set(name, value);
      return String(new BoundedInterpreter(environment).run(program).value);
    },
  };
}
