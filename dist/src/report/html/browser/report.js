/**
 * The report's script: filters the answers, takes blind votes, opens for print what opens. Runs in the browser from the file
 * alone, asks nobody for anything, and puts text into the page only as text.
 */

/** @typedef {'baseline' | 'candidate' | 'tie'} Choice */

/** @template {Element} E @param {ParentNode} root @param {string} selector @param {new () => E} type */
function all(root, selector, type) {
  return [...root.querySelectorAll(selector)].flatMap((found) => (found instanceof type ? [found] : []));
}

/** @template {Element} E @param {ParentNode} root @param {string} selector @param {new () => E} type */
function one(root, selector, type) {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`the page has no ${selector}`);
  return found;
}

// ── answers: search and filter

/** @param {HTMLElement} answers */
function filterable(answers) {
  const bar = one(answers, '.filter', HTMLElement);
  const search = one(bar, 'input', HTMLInputElement);
  const show = one(bar, 'select', HTMLSelectElement);
  const status = one(bar, '.shown', HTMLElement);
  const items = all(answers, '.answer', HTMLElement).map((element) => ({
    element,
    tags: (element.dataset.tags ?? '').split(' '),
    text: (element.textContent ?? '').toLowerCase(),
  }));
  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { element, tags, text } of items) {
      const fits =
        (show.value === 'all' || tags.includes(show.value)) && words.every((word) => text.includes(word));
      element.hidden = !fits;
      if (fits) shown += 1;
    }
    status.textContent = `${shown} of ${items.length} shown`;
  };
  search.addEventListener('input', apply);
  show.addEventListener('change', apply);
  bar.hidden = false;
  apply();
}

// ── spot check: votes, comparison with the judge, export

/** Cohen's κ as src/stats/cohen-kappa.ts has it. @param {[string, string][]} pairs */
function agreementOf(pairs) {
  const items = pairs.length;
  const count = (/** @type {(pair: [string, string]) => boolean} */ fits) => pairs.filter(fits).length;
  const same = count(([a, b]) => a === b);
  const chance = ['baseline', 'candidate', 'tie']
    .map((choice) => count(([a]) => a === choice) * count(([, b]) => b === choice))
    .reduce((sum, product) => sum + product, 0);
  const kappa = chance === items * items ? null : (same * items - chance) / (items * items - chance);
  return { same, items, kappa };
}

/** @param {string | undefined} aIs @param {string} choice @returns {Choice} */
function unblinded(aIs, choice) {
  if (choice === 'tie') return 'tie';
  return (choice === 'A') === (aIs === 'baseline') ? 'baseline' : 'candidate';
}

/** @param {HTMLElement} sheet */
function votesOf(sheet) {
  return all(sheet, '.vote', HTMLFieldSetElement).flatMap((pair) => {
    const chosen = pair.querySelector('input:checked');
    if (!(chosen instanceof HTMLInputElement)) return [];
    const vote = unblinded(pair.dataset.a, chosen.value);
    return [{ item: Number(pair.dataset.item), choice: chosen.value, vote, judge: pair.dataset.judge ?? '' }];
  });
}

/** Nothing is said of either side before the last pair: the votes are blind. @param {HTMLElement} sheet */
function tally(sheet) {
  const pairs = all(sheet, '.vote', HTMLFieldSetElement).length;
  const votes = votesOf(sheet);
  const status = one(sheet, '.tally', HTMLElement);
  one(sheet, '.export', HTMLButtonElement).hidden = votes.length === 0;
  if (votes.length < pairs) {
    status.textContent = `${votes.length} of ${pairs} voted on`;
    return;
  }
  const of = (/** @type {Choice} */ side) => votes.filter(({ vote }) => vote === side).length;
  const sides = `candidate better ${of('candidate')}, tie ${of('tie')}, baseline better ${of('baseline')}`;
  const judged = votes.filter(({ judge }) => judge !== '');
  const { same, items, kappa } = agreementOf(judged.map(({ vote, judge }) => [vote, judge]));
  const agreement =
    items === 0
      ? 'the judge has no verdict on these pairs'
      : `agreement with the judge ${same} of ${items}, Cohen’s κ ${kappa === null ? '—' : kappa.toFixed(2)}`;
  status.textContent = `All ${pairs} voted on: ${sides}; ${agreement}.`;
}

/** One file with the votes of every sheet that has any. */
function exportVotes() {
  const elements = all(document, '.sheet', HTMLElement);
  const sheets = elements.flatMap((element) => {
    const votes = votesOf(element).map(({ item, choice }) => ({ item, choice }));
    return votes.length === 0 ? [] : [{ sheet: element.dataset.sheet, votes }];
  });
  const text = `${JSON.stringify({ schema: elements[0]?.dataset.schema, sheets }, null, 2)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'votes.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

for (const answers of all(document, '.answers', HTMLElement)) filterable(answers);
for (const sheet of all(document, '.sheet', HTMLElement)) {
  sheet.addEventListener('change', () => tally(sheet));
  one(sheet, '.export', HTMLButtonElement).addEventListener('click', exportVotes);
  // A reload may bring back what was chosen before it.
  tally(sheet);
}

// ── print

/** Those that print opened, to be closed again. @type {HTMLDetailsElement[]} */
let opened = [];

addEventListener('beforeprint', () => {
  // A second event before the first print has ended must not forget what the first one opened.
  opened.push(...all(document, 'details.more', HTMLDetailsElement).filter((details) => !details.open));
  for (const details of opened) details.open = true;
});

addEventListener('afterprint', () => {
  for (const details of opened) details.open = false;
  opened = [];
});
