/** How a process dies in the tests: between two calls of the API. */

/** A `fetch` whose n-th call takes effect and is never answered, nor is any after it. */
export function dyingFetch(calls: number) {
  let made = 0;
  let die: () => void = () => {};
  const died = new Promise<void>((resolve) => {
    die = resolve;
  });
  // Requests for tokens are shared by all of this thread, so that one which never ends would outlive what it was killed with.
  const never = (address: unknown) =>
    String(address).endsWith('/access_tokens')
      ? Promise.reject(new Error('killed'))
      : new Promise<Response>(() => {});
  const dying: typeof fetch = async (...asked) => {
    made += 1;
    if (made < calls) return fetch(...asked);
    if (made === calls) await (await fetch(...asked)).arrayBuffer();
    die();
    return never(asked[0] instanceof Request ? asked[0].url : asked[0]);
  };
  return { fetch: dying, died, made: () => made };
}
