// The architecture as rules. ARCHITECTURE.md gives the reasons.
const tests = String.raw`\.(test|fixture)\.tsx?$|/testing/`;

module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "nothing-imports-app",
      comment: "app → components → lib/model; app → lib; never back.",
      severity: "error",
      from: { pathNot: "^(app|e2e)/" },
      to: { path: "^app/" },
    },
    {
      name: "components-know-only-the-model",
      comment: "A component gets data and actions as props.",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^(lib|scripts|admin\\.config)", pathNot: "^lib/model/" },
    },
    {
      name: "ui-knows-nothing-of-ours",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(lib|app|scripts|components/(?!ui/))" },
    },
    {
      name: "model-is-pure",
      comment: "No I/O, no React, safe in a browser.",
      severity: "error",
      from: { path: "^lib/model/", pathNot: tests },
      to: {
        path: "^(lib/(?!model/)|app|components|scripts)|^node:|node_modules/(react|next|postgres|server-only)/",
      },
    },
    {
      name: "declarations-are-data",
      comment: "The contract of the settings is such data too: it says which values are secret.",
      severity: "error",
      from: { path: "^lib/resources/(?!registry|navigation)", pathNot: tests },
      to: { path: "^lib/", pathNot: "^lib/(model|db/schema|settings/contract\\.ts)" },
    },
    {
      name: "only-the-client-connects",
      comment:
        "lib/db/connection is for requests, behind the pool; lib/db/single-connection for migration runs.",
      severity: "error",
      from: {
        path: "^(app|components|lib)/",
        pathNot: [`^lib/db/(connection|single-connection)\\.ts$`, tests],
      },
      to: { path: "node_modules/postgres/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-sql-in-app",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "node_modules/drizzle-orm/|^lib/db/client" },
    },
    {
      name: "no-tests-in-the-product",
      severity: "error",
      from: { pathNot: [tests, "^(e2e|bench|scripts)/", "^vitest\\.config"] },
      to: { path: tests },
    },
    {
      name: "no-dev-packages-in-the-product",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: tests },
      to: { dependencyTypes: ["npm-dev"] },
    },
    {
      name: "resolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(\\.next[^/]*|\\.data|test-results)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
