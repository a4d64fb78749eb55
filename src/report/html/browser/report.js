/**
 * The report's script: all that opens is open in print. Runs in the browser from the file alone and asks nobody for
 * anything.
 */

/** Those that print opened, to be closed again. @type {HTMLDetailsElement[]} */
let opened = [];

addEventListener('beforeprint', () => {
  // A second event before the first print has ended must not forget what the first one opened.
  opened.push(...[...document.querySelectorAll('details')].filter((details) => !details.open));
  for (const details of opened) details.open = true;
});

addEventListener('afterprint', () => {
  for (const details of opened) details.open = false;
  opened = [];
});
