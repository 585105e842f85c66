// Tests in the browser, against the server that `npm test -- browser` starts.
import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/testing/chromium.mjs";

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A broken page fails every test that passes by it, each after its time-out.
  maxFailures: process.env.CI ? 10 : 0,
  timeout: 60_000,
  // Two browsers, a server and a database share a machine of two cores.
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.BASE_URL,
    // Recording costs each test a part of the machine.
    trace: process.env.CI ? "off" : "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findChromium(),
      // Chromium's sandbox refuses root.
      args: isRoot ? ["--no-sandbox"] : [],
    },
  },
});
