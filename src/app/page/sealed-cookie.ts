/**
 * Cookies that only this app can read or make (AES-256-GCM), each for one purpose and a short time. Nothing is kept on the server,
 * so that every replica can answer. Knows nothing of what is inside.
 */

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Browsers take 4096 bytes with name and attributes. */
const MOST_CHARACTERS = 3500;
const IV_BYTES = 12;
const TAG_BYTES = 16;

export interface CookieJarOptions {
  secret: string;
  /** Whether browsers come over HTTPS: without it the cookies are not bound to it, which is for loopback alone. */
  secure: boolean;
  now?: () => number;
}

export interface CookieJar {
  /** The `Set-Cookie` header of a value that can be read for `seconds`. */
  set(purpose: string, value: string, seconds: number): string;
  /** The value; undefined where there is none, it is out of date, another purpose's or not ours. */
  get(purpose: string, request: IncomingMessage): string | undefined;
  /** The `Set-Cookie` header that takes it away. */
  clear(purpose: string): string;
}

export function createCookieJar({ secret, secure, now = Date.now }: CookieJarOptions): CookieJar {
  const key = Buffer.from(hkdfSync('sha256', secret, 'lora-gate', 'page cookies', 32));
  const nameOf = (purpose: string) => `${secure ? '__Host-' : ''}lora-gate-${purpose}`;
  // Lax: a login ends with a redirect from GitHub's site, on which a strict cookie would be left out.
  const attributes = (seconds: number) =>
    `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

  function seal(purpose: string, value: string, seconds: number): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose));
    const content = JSON.stringify([Math.floor(now() / 1000) + seconds, value]);
    const sealed = Buffer.concat([cipher.update(content, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  function open(purpose: string, text: string): string | undefined {
    const bytes = Buffer.from(text, 'base64url');
    if (text.length > MOST_CHARACTERS || bytes.length <= IV_BYTES + TAG_BYTES) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    try {
      const content = Buffer.concat([
        decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)),
        decipher.final(),
      ]);
      const [until, value] = JSON.parse(content.toString()) as [number, string];
      return now() / 1000 < until ? value : undefined;
    } catch {
      // Not sealed with this key for this purpose: somebody's own making, or of a secret that has been changed.
      return undefined;
    }
  }

  return {
    set: (purpose, value, seconds) =>
      `${nameOf(purpose)}=${seal(purpose, value, seconds)}; ${attributes(seconds)}`,
    get(purpose, request) {
      const start = `${nameOf(purpose)}=`;
      const found = (request.headers.cookie ?? '')
        .split(';')
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(start));
      // Two of one name: one was planted from another path or host.
      if (found.length !== 1) return undefined;
      return open(purpose, (found[0] as string).slice(start.length));
    },
    clear: (purpose) => `${nameOf(purpose)}=; ${attributes(0)}`,
  };
}
