import type * as z from "zod/mini";
import type { WorkspaceDto } from "@/lib/members/member-dto";
import { answer, flag, pageOf, type Same, text } from "./answer";
import { roleAnswer } from "./member";

export const workspaceAnswer = answer("Workspace", "A workspace that you are in.", {
  id: text("Its id."),
  name: text("Its name."),
  role: roleAnswer,
});
true satisfies Same<z.infer<typeof workspaceAnswer>, WorkspaceDto>;

export const workspacesAnswer = answer("Workspaces", "The workspaces that you can switch to.", {
  ...pageOf(workspaceAnswer).shape,
  activeId: text("The one that your session is in."),
  mayCreate: flag("Whether you may create another."),
});

export const workspaceMadeAnswer = answer("WorkspaceMade", "A workspace that was created.", {
  workspaceId: text("Its id."),
});

export const workspaceNameAnswer = answer("WorkspaceName", "A workspace that was renamed.", {
  name: text("Its name now."),
});
