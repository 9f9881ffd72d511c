import type { Job } from "@/lib/auth/actor";

/** Whoever may run commands on the server: they act for the installation, not in a workspace. */
export const operatorJob: Job = {
  kind: "job",
  userId: "job:operator",
  name: "Operator",
  workspaceId: "",
  role: "job",
  peer: undefined,
};
