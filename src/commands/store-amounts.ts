/** Sizes and ages as people write and read them: `20GB`, `30d`. */

import { UserError } from '../errors.ts';

const SIZES: Readonly<Record<string, number>> = {
  ...{ b: 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12 },
  ...{ kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30, tib: 2 ** 40 },
};
const AGES: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 604_800_000 };

function amount(
  text: string,
  units: Readonly<Record<string, number>>,
  { name, example }: { name: string; example: string },
): number {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/i.exec(text.trim()) ?? [];
  const factor = units[unit.toLowerCase()];
  const value = Number(number) * (factor ?? Number.NaN);
  if (Number.isFinite(value) && value > 0) return value;
  throw new UserError('store-limit', `${name} is ${JSON.stringify(text)}, expected one such as ${example}`, {
    hint: `Its units are ${Object.keys(units).join(', ')}.`,
  });
}

/** Bytes of `20GB`, `512MiB`. @throws UserError `store-limit` */
export const parseSize = (text: string, name: string): number =>
  Math.floor(amount(text, SIZES, { name, example: '20GB' }));

/** Milliseconds of `30d`, `12h`, `2w`. @throws UserError `store-limit` */
export const parseAge = (text: string, name: string): number => amount(text, AGES, { name, example: '30d' });

/** Limits as they were written; those that are missing or empty are none. @throws UserError `store-limit` */
export function parseLimits(
  { maxSize, maxAge }: { maxSize?: string | undefined; maxAge?: string | undefined },
  names: { maxSize: string; maxAge: string },
): { maxBytes?: number; maxAgeMs?: number } {
  return {
    ...(maxSize && { maxBytes: parseSize(maxSize, names.maxSize) }),
    ...(maxAge && { maxAgeMs: parseAge(maxAge, names.maxAge) }),
  };
}

/** `1.5 GB`: three digits, in the unit that fits. */
export function sizeText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const value = bytes / 1000 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(value >= 10 ? 1 : 2)} ${units[power]}`;
}

/** `5 d`, `3 h`, `20 min`. */
export function ageText(milliseconds: number): string {
  const minutes = Math.max(0, milliseconds) / 60_000;
  if (minutes < 90) return `${Math.round(minutes)} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} d`;
}
