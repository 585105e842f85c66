// @ts-check
// What a person reads once everything runs: where to go and how to sign in.

/** @typedef {import("./prepare-database.mjs").Prepared} Prepared */

/**
 * @param {string} url
 * @param {Prepared} prepared
 */
export function announcement(url, { signIn, pending = {} }) {
  const waiting = Object.entries(pending).filter(([, count]) => count > 0);
  return [
    "",
    `FastApp Admin is ready: ${url}`,
    howToSignIn(url, signIn),
    ...(waiting.length > 0
      ? [
          `Pending migrations: ${waiting.map(([prefix, count]) => `${count} of ${prefix}`).join(", ")}. "npm start -- --migrate" applies them.`,
        ]
      : []),
    "Ctrl-C stops it.",
    "",
  ].join("\n");
}

/**
 * @param {string} url
 * @param {Prepared["signIn"]} signIn
 */
function howToSignIn(url, signIn) {
  switch (signIn.kind) {
    case "demo":
      return `Sign in as ${signIn.email} with the password ${signIn.password}`;
    case "setup":
      return `Create the first owner: ${url}${signIn.path}`;
    case "env":
      return `Sign in as ${signIn.email} with the password in ADMIN_PASSWORD.`;
    case "existing":
      return "Sign in with your account.";
  }
}
