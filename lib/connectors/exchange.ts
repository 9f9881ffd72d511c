import type { AnswerPath } from "./verification-call";

/**
 * A pair that is traded for a token, which signs the requests (OAuth 2.0, client credentials). The token is asked for at the
 * host of the values, and kept nowhere: every check mints a new one, as an old one outlives a pair that was revoked, and so does every read.
 */
export type Exchange<FieldId extends string = string> = {
  path: string;
  clientId: FieldId;
  clientSecret: FieldId;
  /** How the pair travels: as the login of the Authorization: Basic header, or in the form that is sent. */
  client: "basic" | "body";
  /** Where in the answer the token is. */
  token: AnswerPath;
  /** Where the answer says at which address the token is good. It is held to the same zones as the host that was typed. */
  apiAt?: AnswerPath;
  /** What the answer's `error` says where the pair is refused, with what that usually means. */
  refused: readonly { error: string; cause: string }[];
};
