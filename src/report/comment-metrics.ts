/** The table of metrics, what the numbers mean, and what to do about them. */

import { FORGETTING } from '../gate/forgetting.ts';
import { failureAdvice } from './comment-failure.ts';
import { forgettingAdvice } from './comment-forgetting.ts';
import { outcomeWord, SYMBOLS } from './comment-headline.ts';
import { isMetricWaived, isWaived } from './comment-waivers.ts';
import { clip, code, join, list, type Markdown, md, nothing, table } from './markdown-escape.ts';
import { countOf, formatInterval, formatMetricChange, formatShare, formatValue } from './numbers.ts';
import type { ResultMetric } from './result-metric.ts';
import type { ResultSection } from './result-section.ts';

const GRAVITY = ['regression', 'not_evaluated', 'inconclusive', 'pass'];

/** All where they fit, else at most `most`: those that block first, of these the gravest. */
function shownMetrics(metrics: readonly ResultMetric[], most: number): readonly ResultMetric[] {
  if (metrics.length <= most) return metrics;
  const place = ({ blocking, outcome }: ResultMetric) => GRAVITY.indexOf(outcome) + (blocking ? 0 : 10);
  return metrics.toSorted((a, b) => place(a) - place(b)).slice(0, most);
}

function more(all: readonly unknown[], shown: readonly unknown[]): Markdown {
  const left = all.length - shown.length;
  return left > 0 ? md`… and ${countOf(left, 'more metric')} in ${code('result.json')}` : nothing;
}

export function metricTable({ metrics, policy }: ResultSection, most: number): Markdown {
  if (metrics.length === 0) return nothing;
  const shown = shownMetrics(metrics, most);
  const head = [
    md`Metric`,
    md`Base`,
    md`Candidate`,
    md`Δ [${formatShare(policy.confidence)} CI]`,
    md`Margin`,
    md`Outcome`,
  ];
  const rows = shown.map((metric) => {
    const change =
      metric.estimate === null
        ? md`—`
        : md`${formatMetricChange(metric, metric.estimate)} [${formatInterval(metric)}]`;
    return [
      md`${clip(metric.name, 60)}${metric.blocking ? '' : ' (advisory)'}`,
      md`${formatValue(metric.base)}`,
      md`${formatValue(metric.candidate)}`,
      change,
      md`${formatMetricChange(metric, metric.margin)}`,
      md`${SYMBOLS[metric.outcome]} ${outcomeWord(metric.outcome)}`,
    ];
  });
  return join([table(head, rows), more(metrics, shown)], md`\n\n`);
}

const DEFINITION = md`Perplexity is e to the mean negative log-likelihood of the assistant’s tokens in the test set, each predicted from the true text before it; lower is better.`;

function worsening({ better }: ResultMetric): string {
  return better === 'higher' ? 'drop' : 'increase';
}

function unitsOf({ conversations, clusters }: ResultMetric): string {
  const all = countOf(conversations, 'conversation');
  return clusters === conversations ? all : `${all} in ${countOf(clusters, 'independent group')}`;
}

function sensitivity(metric: ResultMetric): Markdown {
  const { smallest_detectable_effect: smallest, recommended_clusters: recommended, clusters } = metric;
  if (smallest === null) return nothing;
  const size = metric.kind === 'perplexity' ? `, ${countOf(metric.tokens, 'token')}` : '';
  const seen = md`${clip(metric.name, 60)}: ${unitsOf(metric)}${size}; the smallest ${worsening(metric)} this test set reliably shows (4 times in 5) is ${formatMetricChange(metric, smallest)}.`;
  if (recommended === null || recommended <= clusters || smallest <= 2 * metric.margin) return seen;
  return md`${seen} About ${countOf(recommended, 'independent conversation')} would show twice the margin.`;
}

/** What the numbers mean: the definition, the size of the test set and the smallest effect it can see. */
export function explanation({ metrics }: ResultSection, most: number): Markdown {
  const definition = metrics.some((metric) => metric.kind === 'perplexity') ? DEFINITION : nothing;
  return join([definition, ...shownMetrics(metrics, most).map(sensitivity)], md`\n`);
}

function settle(metric: ResultMetric): Markdown {
  const { more_conversations_needed: more, estimate, margin } = metric;
  const name = clip(metric.name, 60);
  if (more === null) {
    return md`**${name}** sits on the margin: no number of test conversations would settle it. Decide on the margin or make the change clearer.`;
  }
  const towards =
    estimate !== null && estimate > margin
      ? `to show that the ${worsening(metric)} is real`
      : `to rule out ${metric.better === 'higher' ? 'a drop' : 'an increase'} above the margin`;
  return md`**${name}** is not settled: about ${countOf(more, 'more test conversation')} would be needed ${towards}, if the difference stays what it is. The test set is read from the base, so add them in a change of their own first.`;
}

/** One piece of advice for every blocking metric that did not pass. */
export function advice(section: ResultSection, most: number): Markdown {
  const items: Markdown[] = [];
  if (section.failure) items.push(failureAdvice(section));
  const waived = (name: string) => isMetricWaived(section, name);
  if (section.data_checks.blocking > 0 && section.verdict.blocked) {
    items.push(
      md`Mend or take out the rows named above and push again; training starts once the data is clean.`,
    );
  }
  const shown = shownMetrics(section.metrics, most);
  for (const metric of shown.filter(({ blocking, name }) => blocking && !waived(name))) {
    const name = clip(metric.name, 60);
    const open = metric.outcome === 'regression' || metric.outcome === 'inconclusive';
    if (metric.name === FORGETTING && open) items.push(forgettingAdvice(metric));
    else if (metric.outcome === 'regression') {
      const lower = formatMetricChange(metric, metric.bounds?.lower ?? null);
      items.push(
        md`**${name}** got worse by more than the margin of ${formatMetricChange(metric, metric.margin)}, and by more than chance explains (${metric.better === 'higher' ? 'at least' : 'lower bound'} ${lower}). Read the conversations that got worst below, then mend or take out the rows or settings of this change that teach it, and push again.`,
      );
    } else if (metric.outcome === 'inconclusive') items.push(settle(metric));
    else if (metric.outcome === 'not_evaluated') {
      const reason = metric.checks.find(({ passed }) => !passed)?.reason ?? 'no reason was given';
      items.push(
        md`**${name}** could not be judged: ${clip(reason, 600)}. Mend that and run the check again; without scores there is no pass.`,
      );
    }
  }
  if (items.length === 0 && isWaived(section)) {
    items.push(md`Nothing: what blocked has been waived.`);
  }
  if (items.length === 0 && section.verdict.outcome === 'pass') {
    items.push(md`Nothing: an increase above the margin is ruled out.`);
  }
  if (items.length === 0) items.push(md`Configure at least one blocking metric: nothing was judged.`);
  return md`**What to do**\n\n${list(items)}`;
}

/** Warnings of a section or of the run. */
export function warningList(warnings: readonly string[], most: number): Markdown {
  if (warnings.length === 0) return nothing;
  const shown = warnings.slice(0, most).map((warning) => md`${clip(warning, 400)}`);
  if (warnings.length > most) shown.push(md`… and ${warnings.length - most} more`);
  return md`**Warnings**\n\n${list(shown)}`;
}
