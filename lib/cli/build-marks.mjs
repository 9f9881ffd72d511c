// No secret is built in, so the build gets none: each of them has a mark in its place while it runs. A test looks for the
// marks in what was built.

/** Part of every mark, and of nothing else. */
export const MARK = "build-mark-Zq3vX9LmTw";
const mark = (/** @type {string} */ name) => `${MARK}-of-${name}`;

/** Every setting that is a secret or has one in it, with what it needs beside it to be taken for one. */
export const MARKS = {
  AUTH_SECRET: mark("auth"),
  // What AWS' own tools read, beside AWS_KMS_KEY_ID.
  AWS_ACCESS_KEY_ID: mark("aws-id"),
  AWS_CONTAINER_AUTHORIZATION_TOKEN: mark("aws-container"),
  AWS_SECRET_ACCESS_KEY: mark("aws-secret"),
  AWS_SESSION_TOKEN: mark("aws-session"),
  CRON_SECRET: mark("cron"),
  DATABASE_URL: `postgresql://${mark("user")}:${mark("database")}@127.0.0.1:1/${MARK}`,
  FINGERPRINT_KEY: mark("fingerprint"),
  OIDC_ISSUER: `https://127.0.0.1:1/${mark("issuer")}`,
  OIDC_CLIENT_ID: mark("client"),
  OIDC_CLIENT_SECRET: mark("client-secret"),
  SEALING_KEY: mark("sealing"),
  SEALING_KEY_WRAPPED: mark("wrapped"),
  SETUP_TOKEN: mark("setup"),
  SMTP_URL: `smtp://user:${mark("mail")}@127.0.0.1:1`,
  MAIL_FROM: `${MARK}@example.com`,
};
