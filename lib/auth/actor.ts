import type { Role } from "./permissions";

/** Who asks: a member of a workspace, as the session says at this very request. */
export type Actor = {
  kind: "member";
  userId: string;
  name: string;
  email: string;
  workspaceId: string;
  workspaceName: string;
  role: Role;
  /** Address of the real peer, for the audit trail. */
  peer: string | undefined;
};
