import { Refusal } from "@/lib/platform/errors";
import type { Actor } from "./actor";

export type MemberRole = "owner" | "admin" | "member";
export type Role = MemberRole | "job";

export type Operation =
  | "credential:list"
  | "credential:select"
  | "credential:create"
  | "credential:verify"
  | "credential:edit"
  | "credential:replace"
  | "credential:delete"
  | "credential:restore"
  | "credential:rollback"
  | "credential:move"
  | "data-source:list"
  | "data-source:create"
  | "data-source:edit"
  | "data-source:delete"
  | "notice:list"
  | "settings:read"
  | "settings:edit";

const everyone: readonly Role[] = ["owner", "admin", "member"];
const admins: readonly Role[] = ["owner", "admin"];
const adminsAndJobs: readonly Role[] = [...admins, "job"];

/** The role by operation table: the only place that says who may do what. */
export const permissions: Record<Operation, readonly Role[]> = {
  "credential:list": everyone,
  "credential:select": everyone,
  "credential:create": admins,
  "credential:verify": adminsAndJobs,
  "credential:edit": admins,
  "credential:replace": admins,
  "credential:delete": admins,
  "credential:restore": admins,
  "credential:rollback": admins,
  "credential:move": admins,
  "data-source:list": everyone,
  "data-source:create": everyone,
  "data-source:edit": everyone,
  "data-source:delete": admins,
  "notice:list": everyone,
  "settings:read": admins,
  "settings:edit": admins,
};

export function can(actor: Pick<Actor, "role">, operation: Operation): boolean {
  return permissions[operation].includes(actor.role);
}

/** Every use case calls this first. Throws a refusal. */
export function authorize(actor: Actor, operation: Operation): void {
  if (!can(actor, operation)) throw new Refusal("FORBIDDEN", "Your role in this workspace does not allow this.");
}
