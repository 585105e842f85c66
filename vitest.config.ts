// Tests: two projects, those that need nothing and those that need Postgres.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "");
const databaseTests = "**/*.db.test.ts";
const elsewhere = ["**/node_modules/**", "**/.*/**", "e2e/**"];

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      // What the react-server condition stands for, without turning React itself into its server
      // half.
      "server-only": `${root}/node_modules/server-only/empty.js`,
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...elsewhere, databaseTests],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: [databaseTests],
          exclude: elsewhere,
          globalSetup: "scripts/testing/database-template.ts",
          setupFiles: "scripts/testing/own-database.ts",
          testTimeout: 30_000,
        },
      },
    ],
  },
});
