/**
 * The way to a server that gets a key and answers whatever it likes: no redirect is followed, so that the key goes nowhere else,
 * and a body is read up to a limit. Knows nothing of judges.
 */

export class ResponseRefused extends Error {}

const MOST_BYTES = 4 * 2 ** 20;

async function readBody(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    // Leaving the loop cancels the body and with it the connection.
    if (bytes > MOST_BYTES)
      throw new ResponseRefused(`the response is larger than ${MOST_BYTES / 2 ** 20} MiB`);
    parts.push(part);
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** `fetch` that rejects with ResponseRefused on a redirect or a body of more than 4 MiB. */
export async function guardedFetch(
  input: Parameters<typeof fetch>[0],
  init?: RequestInit,
): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'manual' });
  const { status, statusText, headers } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    await response.body?.cancel();
    throw new ResponseRefused(`the server redirects (HTTP ${status}), which is not followed`);
  }
  const body = await readBody(response);
  const kept = new Headers(headers);
  // The body is unpacked by now.
  kept.delete('content-encoding');
  kept.delete('content-length');
  return new Response(status === 204 ? null : body, { status, statusText, headers: kept });
}
