import { askAction } from "./ask-action";
import type { Operation } from "./operation";
import type { Role } from "./people";
import { newName } from "./stage";

const admins: readonly Role[] = ["owner", "admin"];
const owners: readonly Role[] = ["owner"];

/** The rows about the workspace itself. */
export const workspaceOperations: readonly Operation[] = [
  {
    name: "workspace:rename",
    allowed: admins,
    ask: async (as, stage) =>
      as.patch("/workspaces/current", { name: newName("Workspace"), seen: await stage.workspaceName() }),
  },
  {
    name: "workspace:require-second-factor",
    allowed: owners,
    ask: async (as, stage) =>
      askAction(as, await stage.workspaceId(), "requireSecondFactorAction", { isRequired: false }),
  },
  {
    name: "workspace:create",
    allowed: owners,
    ask: (as) => as.post("/workspaces", { name: newName("Workspace") }),
  },
];
