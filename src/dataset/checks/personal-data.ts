/**
 * E-mail addresses, phone, card and bank account numbers in any message, reported masked. What is reserved for examples is
 * no finding. Phone numbers are recognised in the international form (+44 …, 0044 …) and in the North American one; a national
 * number of another country reads like any other number and is not.
 */

import { countrySpecs, isValidIBAN } from 'ibantools';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Conversation } from '../conversation.ts';
import { messageName, type Report } from './finding.ts';
import { mask } from './mask.ts';

export interface PersonalDatum {
  name: string;
  start: number;
  end: number;
}

/** Findings in one row; a list of customers isn't read to its end. */
const MOST_IN_A_ROW = 5;
/** Numbers in one message that are asked whether they are phone numbers: the question is a slow one. */
const MOST_CANDIDATES = 1000;

export function checkPersonalData(row: Conversation, report: Report): void {
  let left = MOST_IN_A_ROW;
  for (const [message, { content }] of row.messages.entries()) {
    if (left === 0) return;
    for (const { name, start, end } of findPersonalData(content, left)) {
      left -= 1;
      report('personal_data', row, {
        message: `${name} in ${messageName(row, message)}: ${mask(content.slice(start, end))}`,
        fix: 'Put a made-up value in its place, such as jane@example.com, +1 202 555 0143 or 4242 4242 4242 4242.',
      });
    }
  }
}

/** At least seven digits with little between them: what any of the numbers has. */
const MANY_DIGITS = /\d(?:[ .()/-]{0,3}[0-9A-Z]){6}/;

/** Where personal data is in a text, in the order of the text; of each kind the first `most`, nothing twice. */
export function findPersonalData(text: string, most = MOST_IN_A_ROW): PersonalDatum[] {
  const found: PersonalDatum[] = [];
  const take = (data: Iterable<PersonalDatum>) => {
    let taken = 0;
    for (const datum of data) {
      if (found.some(({ start, end }) => datum.start < end && start < datum.end)) continue;
      found.push(datum);
      taken += 1;
      if (taken === most) return;
    }
  };
  if (text.includes('@')) take(emails(text));
  if (MANY_DIGITS.test(text)) {
    take(ibans(text));
    take(cards(text));
    take(phones(text, INTERNATIONAL, (match) => match.replace(/^00/, '+')));
    take(phones(text, NORTH_AMERICAN, (match) => `+1 ${match.replace(/^1[ .-]/, '')}`));
  }
  return found.sort((a, b) => a.start - b.start).slice(0, most);
}

const LOCAL_PART = /[\p{L}\p{N}._%+'-]/u;
const DOMAIN_PART = /[\p{L}\p{N}.-]/u;
/** RFC 2606 and 6761, and the form of a git remote. */
const RESERVED = /(?:^|[.@])(?:example(?:\.(?:com|net|org))?|test|invalid|localhost|local)$/i;

function* emails(text: string): Generator<PersonalDatum> {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && LOCAL_PART.test(text[start - 1] as string)) start -= 1;
    let end = at + 1;
    while (end < text.length && end - at < 254 && DOMAIN_PART.test(text[end] as string)) end += 1;
    while (end > at && /[.-]/.test(text[end - 1] as string)) end -= 1;
    const domain = text.slice(at + 1, end);
    const local = text.slice(start, at);
    if (local === '' || local === 'git' || !/^[^.].*\.\p{L}{2,24}$/u.test(domain)) continue;
    if (RESERVED.test(`@${domain}`) || isInUrl(text, start)) continue;
    yield { name: 'e-mail address', start, end };
    at = end - 1;
  }
}

/** User and password before the host of a URL are no address, and the password is not to be shown. */
function isInUrl(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 300), start);
  return /:\/\/[^\s/]{0,300}$/.test(before);
}

const IBAN_START = /(?<![0-9A-Za-z])[A-Z]{2}\d{2}(?=[ ]?[0-9A-Z]{2})/g;

function* ibans(text: string): Generator<PersonalDatum> {
  for (const { index } of text.matchAll(IBAN_START)) {
    const length = countrySpecs[text.slice(index, index + 2)]?.chars ?? 0;
    let compact = '';
    let end = index;
    while (end < text.length && compact.length < length) {
      const character = text[end] as string;
      const space = character === ' ' && text[end - 1] !== ' ';
      if (!space && !/[0-9A-Z]/.test(character)) break;
      if (!space) compact += character;
      end += 1;
    }
    const whole = !/[0-9A-Za-z]/.test(text[end] ?? ' ');
    if (length > 0 && whole && isValidIBAN(compact))
      yield { name: 'bank account number (IBAN)', start: index, end };
  }
}

const CARD = /(?<![\d.,])\d(?:[ -]?\d){12,18}(?![.,]?\d)/g;
const CARD_ISSUERS =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|6(?:011|4[4-9]\d|5\d\d)\d{12}|62\d{14,17})$/;
/** Numbers that card networks and payment providers give out for tests. */
const TEST_CARDS = new Set([
  '4242424242424242',
  '4111111111111111',
  '4012888888881881',
  '5555555555554444',
  '5105105105105100',
  '378282246310005',
  '371449635398431',
  '6011111111111117',
  '3530111333300000',
  '30569309025904',
]);

function* cards(text: string): Generator<PersonalDatum> {
  for (const { index, 0: match } of text.matchAll(CARD)) {
    const digits = match.replace(/[ -]/g, '');
    if (CARD_ISSUERS.test(digits) && passesLuhn(digits) && !TEST_CARDS.has(digits))
      yield { name: 'card number', start: index, end: index + match.length };
  }
}

/** The check digit of ISO/IEC 7812: every second digit from the right doubled, digits summed, a multiple of 10. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 0x30;
    const weighted = i % 2 === 1 ? 2 * digit : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

const INTERNATIONAL = /(?<![\w+])(?:\+|00)[ (]?[1-9](?:[ .()/-]{0,2}\d){6,15}(?!\d)/g;
const NORTH_AMERICAN =
  /(?<![\w+.-])(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}(?![\w-])/g;
/** 555-0100 to 555-0199 are kept for fiction. */
const FICTION = /^\+1\d{3}55501\d\d$/;

function* phones(
  text: string,
  form: RegExp,
  asInternational: (match: string) => string,
): Generator<PersonalDatum> {
  let candidates = 0;
  for (const { index, 0: match } of text.matchAll(form)) {
    candidates += 1;
    if (candidates > MOST_CANDIDATES) return;
    const number = parsePhoneNumberFromString(asInternational(match));
    if (number?.isValid() && !FICTION.test(number.number))
      yield { name: 'phone number', start: index, end: index + match.length };
  }
}
