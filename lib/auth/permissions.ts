import { Refusal } from "@/lib/platform/errors";
import type { Actor } from "./actor";
import { noteOperation } from "./attempt";
import { MEMBER_ROLES, type MemberRole } from "./role-dto";
import { TOKEN_SCOPES } from "./tokens/token-dto";

export type Role = MemberRole | "job";

const everyone: readonly Role[] = MEMBER_ROLES;
const users: readonly Role[] = ["owner", "admin", "member"];
const admins: readonly Role[] = ["owner", "admin"];
const jobs: readonly Role[] = ["job"];
const ownerAndJobs: readonly Role[] = ["owner", "job"];
const adminsAndJobs: readonly Role[] = [...admins, "job"];
const owners: readonly Role[] = ["owner"];
const others: readonly Role[] = ["member", "viewer"];

/**
 * The role by operation table: the only place that says who may do what. Actions, routes, the command line and jobs all
 * pass through it, and `docs/roles.md` is made from it.
 */
export const permissions = {
  /** Tiles only: name, description, type, status, owner, dates, rotation. */
  "credential:list": everyone,
  /** Its page, with the history of its checks. */
  "credential:read": admins,
  /** Use without view: a data source of one's own reads with it. */
  "credential:select": users,
  "credential:create": admins,
  "credential:verify": adminsAndJobs,
  "credential:edit": admins,
  "credential:replace": admins,
  "credential:delete": admins,
  "credential:restore": admins,
  "credential:rollback": admins,
  /** Of everything that uses one credential to another. */
  "credential:move": admins,
  /** To be the one whom the tile names. Only they and admins may pass it on. */
  "credential:own": users,
  "credential:transfer": admins,
  /** What is past its retention is destroyed, by the server alone. */
  "credential:expire": jobs,
  /** A workspace is told what should be rotated, by the server alone. */
  "credential:remind": jobs,
  /** A workspace's own: to define, change, confirm and delete one. Whoever may add credentials uses it as any other. */
  "connector:define": admins,
  "data-source:list": everyone,
  "data-source:create": users,
  "data-source:edit": users,
  "data-source:delete": admins,
  /** Its records, also as a token that has this scope. */
  "data-source:read": users,
  /** One's own; with `token:manage` those of all. */
  "token:list": users,
  "token:create": users,
  "token:revoke": users,
  /** To see and revoke what others made. Rotating one shows its value: that is for who made it alone. */
  "token:manage": admins,
  /** By an assistant, which sees what is there and a few records with what is about people hidden. */
  "mcp:use": users,
  "notice:list": everyone,
  /** To send them to their receivers, by the server alone. */
  "notice:deliver": jobs,
  "settings:read": admins,
  "settings:edit": admins,
  /** Reading, exporting and verifying the trail. The job is the command line. */
  "audit:read": adminsAndJobs,
  /** Keys seal the values of all workspaces: only in one that belongs to who owns the installation. */
  "keys:read": ownerAndJobs,
  "keys:rotate": ownerAndJobs,
  "backup:create": jobs,
  "backup:restore": jobs,
  /** What is over or too old to be looked at goes, by the server alone. */
  "installation:tidy": jobs,
  /** To another owner. And only who owns the installation as well; the job is the command on the server. */
  "installation:pass": ownerAndJobs,
  "member:list": everyone,
  /** Also to see and revoke the invitations that wait, when people were last here, and who has a second factor. */
  "member:invite": admins,
  "member:change-role": admins,
  "member:remove": admins,
  "member:end-sessions": owners,
  /** Oneself. */
  "member:leave": everyone,
  /** For what their role does not have, and to take it back. */
  "access:request": others,
  /** To see and put away what people ask for. Giving it is changing their role. */
  "access:answer": admins,
  /** Whatever adds, changes or removes an owner. */
  "owner:manage": owners,
  "workspace:rename": admins,
  /** And only with one's own. */
  "workspace:require-second-factor": owners,
  /** And only who owns the installation as well. */
  "workspace:create": owners,
} as const satisfies Record<string, readonly Role[]>;

export type Operation = keyof typeof permissions;

/** What the action of an event is called that says that an operation was refused. */
export type RefusedAction<Name = Operation> = Name extends `${infer Noun}:${infer Verb}`
  ? `${Noun}.${Verb}-refused`
  : never;

export const isOperation = (name: string): name is Operation => name in permissions;

export const refusedAction = (operation: Operation) => `${operation.replace(":", ".")}-refused` as RefusedAction;

/** Also where a token's row names something else. */
const scopes: ReadonlySet<Operation> = new Set(TOKEN_SCOPES);

export function can(actor: Pick<Actor, "role"> & { scopes?: readonly string[] }, operation: Operation): boolean {
  const roles: readonly Role[] = permissions[operation];
  if (!roles.includes(actor.role)) return false;
  return actor.scopes === undefined || (scopes.has(operation) && actor.scopes.includes(operation));
}

/** An operation that the table does not grant. The adapters write it down: it knows who tried what. */
export class Denied extends Refusal {
  static override readonly kind: string = "Denied";
  readonly actor: Actor;
  readonly operation: Operation;

  constructor(actor: Actor, operation: Operation) {
    super(
      "FORBIDDEN",
      actor.kind === "token"
        ? "This token can't do this, or its creator no longer can."
        : "Your role in this workspace doesn't allow this.",
    );
    this.actor = actor;
    this.operation = operation;
  }
}

/** Every use case calls this first. Throws `Denied`. */
export function authorize(actor: Actor, operation: Operation): void {
  if (!can(actor, operation)) throw new Denied(actor, operation);
  noteOperation(actor, operation);
}
