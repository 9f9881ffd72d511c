import type { MemberRole } from "./role-dto";

/** Who a request is by: a person in a workspace, or a token. */
export type OwnDto = {
  kind: "member" | "token";
  /** The person's name, or the token's. */
  name: string;
  workspace: { id: string; name: string };
  /** The person's, or of who created the token: it may never more than they may. */
  role: MemberRole;
  /** Of a token: what it is for. */
  scopes?: string[];
  /** Of a token: the ids of the data sources that it is for. */
  sources?: "every" | string[];
};
