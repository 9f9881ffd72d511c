import { renameWorkspaceInput, workspaceForm, workspaceReference } from "@/lib/members/member-schema";
import { say } from "./answer";
import { body, nameOf } from "./input";

export const createWorkspaceBody = body("CreateWorkspace", "Another workspace.", {
  name: nameOf(workspaceForm.shape.name, "Its name."),
});

export const renameWorkspaceBody = body("RenameWorkspace", "Another name for your workspace.", {
  name: nameOf(renameWorkspaceInput.shape.name, "Its name from now on."),
  seen: say(renameWorkspaceInput.shape.seen, "The name that you saw: one that changed meanwhile is not overwritten."),
});

export const switchWorkspaceBody = body("SwitchWorkspace", "Where your session goes on.", {
  workspaceId: say(workspaceReference.shape.workspaceId, "The id of a workspace that you are in."),
});
