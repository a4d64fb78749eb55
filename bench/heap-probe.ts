/** Loaded into a process before its program: on a message it collects garbage and tells what is left. Needs --expose-gc. */

process.on('message', (message) => {
  if (message !== 'heap') return;
  global.gc?.();
  process.send?.({ heap: process.memoryUsage().heapUsed });
});
// Listening keeps no process alive that wants to end.
process.channel?.unref();
