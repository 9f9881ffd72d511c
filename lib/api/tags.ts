import "server-only";

/** What operations are about, in the order in which readers meet them. */
export const TAGS = {
  About: "Who you are, what you can connect to, and this document.",
  Credentials: "Named, stored sets of values for one connector. No answer has a secret value.",
  "Data sources": "What to read, and with which credential.",
  Reading: "A data source's records, and how reads went.",
  Tokens: "What programs sign in with, for what they need to do and no more.",
  Audit: "Who did what, when and from where.",
  Members: "Who is in the workspace, and who is invited.",
  Workspace: "Settings and notices of the workspace, and the workspaces you're in.",
  Keys: "What encrypts stored values. No answer has a key in it.",
} as const;

export type Tag = keyof typeof TAGS;
