/**
 * Where the secrets in a text are: secretlint's recommended rules and a few forms that datasets for language models meet.
 * The rules are called directly: secretlint's own runner obeys comments in the text that switch it off, keeps a
 * record of every call for as long as the process lives, and compares every finding with every other.
 */

import { rules } from '@secretlint/secretlint-rule-preset-recommend';

export interface FoundSecret {
  /** What kind of secret, for people. */
  name: string;
  start: number;
  end: number;
}

/** What each rule finds, by the end of its id. Rules that aren't here are not run. */
export const RULE_NAMES: Readonly<Record<string, string>> = {
  aws: 'AWS secret access key',
  privatekey: 'private key',
  npm: 'npm or GitHub token',
  basicauth: 'password in a URL',
  slack: 'Slack token or webhook',
  sendgrid: 'SendGrid key',
  shopify: 'Shopify key',
  github: 'GitHub token',
  openai: 'OpenAI key',
  anthropic: 'Anthropic key',
  linear: 'Linear key',
  '1password': '1Password token',
  'database-connection-string': 'password in a database address',
};

/** Rules left out: one looks at key files only, the other lets the text switch rules off. */
export const RULES_LEFT_OUT: readonly string[] = ['gcp', 'filter-comments'];

const MORE_FORMS: readonly { name: string; pattern: RegExp }[] = [
  // The rule for AWS has it too, together with account numbers, which every customer service talks about.
  {
    name: 'AWS access key id',
    pattern: /\b(?:A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA)(?!IOSFODNN7EXAMPLE)[A-Z0-9]{16}\b/g,
  },
  { name: 'Hugging Face token', pattern: /\bhf_[A-Za-z0-9]{34,40}\b/g },
  { name: 'Google API key', pattern: /\bAIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/g },
  { name: 'Stripe live key', pattern: /\b[rs]k_live_[0-9A-Za-z]{20,99}/g },
  { name: 'GitLab token', pattern: /\bglpat-[0-9A-Za-z_-]{20,64}/g },
];

/** What a rule of secretlint asks of its surroundings (@secretlint/types, SecretLintRuleContext). */
interface RuleMessage {
  range: readonly [start: number, end: number];
}

interface RecommendedRule {
  meta: { id: string };
  create(context: object, options: object): RunningRule;
}

interface RunningRule {
  file?(source: { content: string; filePath: undefined; ext: string; contentType: 'text' }): unknown;
}

/** The end of a rule's id: `github` of `@secretlint/secretlint-rule-github`. */
function ruleEnding(id: string): string {
  return id.slice(id.indexOf('-rule-') + '-rule-'.length);
}

type Take = (name: string, found: RuleMessage) => void;

/** Typed here: the library's own types are in a package that it doesn't bring along. */
const RECOMMENDED = rules as unknown as readonly RecommendedRule[];

export const RECOMMENDED_RULES: readonly string[] = RECOMMENDED.map(({ meta }) => ruleEnding(meta.id));

function startRules(take: Take): RunningRule[] {
  return RECOMMENDED.flatMap((rule) => {
    const name = RULE_NAMES[ruleEnding(rule.meta.id)];
    if (name === undefined) return [];
    const context = {
      sharedOptions: {},
      createTranslator: () => (messageId: string) => ({ messageId, message: messageId }),
      report: (found: RuleMessage) => take(name, found),
      ignore() {},
    };
    return [rule.create(context, {})];
  });
}

/** The secrets of a text in their order, one for each stretch of it. */
export async function findSecrets(text: string): Promise<FoundSecret[]> {
  const found: FoundSecret[] = [];
  const running = startRules((name, { range: [start, end] }) => void found.push({ name, start, end }));
  const source = { content: text, filePath: undefined, ext: '.txt', contentType: 'text' } as const;
  for (const rule of running) await rule.file?.(source);
  for (const { name, pattern } of MORE_FORMS) {
    for (const match of text.matchAll(pattern))
      found.push({ name, start: match.index, end: match.index + match[0].length });
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return found.filter((secret) => {
    if (secret.start < end) return false;
    end = secret.end;
    return true;
  });
}
