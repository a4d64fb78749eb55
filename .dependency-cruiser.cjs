/** The import rules of ARCHITECTURE.md. */
const only = (name, target, from, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: from },
  to: { path: target },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'foundations-import-nothing-of-ours',
      comment: 'errors, log, rng, bounded and stats are at the bottom',
      severity: 'error',
      from: { path: '^src/(errors|log|rng|bounded)\\.ts$|^src/stats/' },
      to: { path: '^src/', pathNot: '^src/stats/' },
    },
    only(
      'tfjs-stays-in-the-engine',
      'node_modules/@tensorflow/',
      '^src/(runtime|model|train|evaluate)/',
      'TensorFlow.js',
    ),
    only(
      'github-stays-at-the-edge',
      'node_modules/(@actions|@octokit|octokit|probot)/',
      '^src/(github/|action/|app/|action\\.ts|app\\.ts|cli\\.ts)',
      'Actions, Octokit, Probot',
    ),
    only('aws-stays-in-the-store', 'node_modules/@aws-sdk/', '^src/adapter/store/', 'The AWS SDK'),
    only('opik-stays-in-tracking', 'node_modules/opik/', '^src/tracking/', 'Opik'),
    {
      name: 'gate-and-report-read-types-only',
      comment: 'the gate and the reports import types of evaluate, never its code',
      severity: 'error',
      from: { path: '^src/(gate|report)/' },
      to: { path: '^src/(evaluate|train|model|runtime)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-entries-are-on-top',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(action|cli|app)\\.ts$|^src/commands/' },
      to: { path: '^src/(action|cli|app)\\.ts$' },
    },
    {
      name: 'no-drawer-files',
      comment: 'a module owns its types: no types.ts, utils.ts, helpers.ts, common.ts',
      severity: 'error',
      from: {},
      to: { path: '^src/.*(types|utils|helpers|common)\\.ts$' },
    },
    {
      name: 'not-to-dev-dependencies',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
