import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import {
  type AccessForm,
  accessRequestInput,
  type InviteForm,
  inviteForm,
  type NewPersonForm,
  newPersonForm,
  type WorkspaceForm,
  workspaceForm,
} from "@/lib/members/member-schema";

// Loaded by `useSubmit` only.

export const inviteResolver = (): Resolver<InviteForm> => zodResolver(inviteForm);

export const newPersonResolver = (): Resolver<NewPersonForm> => zodResolver(newPersonForm);

export const workspaceResolver = (): Resolver<WorkspaceForm> => zodResolver(workspaceForm);

export const accessResolver = (): Resolver<AccessForm> => zodResolver(accessRequestInput);
