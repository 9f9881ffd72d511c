import "server-only";
import type { Member } from "@/lib/auth/actor";
import { authorize, can } from "@/lib/auth/permissions";
import { isHttp } from "@/lib/connectors/database-connector";
import { countCredentials } from "@/lib/credentials/list/count-credentials";
import { countDataSources } from "@/lib/data-sources/count-data-sources";
import { isKeyBackedUp } from "@/lib/keys/is-key-backed-up";
import { listKnownConnectors } from "@/lib/own-connectors/find-connector";
import { isMailConfigured } from "@/lib/platform/send-mail";
import { findSettings } from "@/lib/settings/settings-repository";
import { findDue, findFailed } from "./credential-state-repository";
import { listProviderUse } from "./list-provider-use";
import type { CountsDto, OverviewDto, StepDto } from "./overview-dto";
import { findSourceStates } from "./source-state-repository";
import {
  findPeopleState,
  findWorkspaceState,
  type PeopleState,
  type WorkspaceState,
} from "./workspace-state-repository";

/** So many of each kind are shown: the screen is seen without scrolling. */
const SHOWN = { failed: 5, rotations: 3, sources: 5, failedReads: 5 };
/** Of someone who was removed a moment ago. */
const nothing = (): WorkspaceState => ({
  connectorIds: [],
  hasInvitation: false,
  checklistClosedAt: null,
});

type Facts = {
  counts: CountsDto;
  state: WorkspaceState;
  people: PeopleState;
  isTold: boolean;
  keyIsBackedUp: boolean | undefined;
};

/** What the actor may do of what comes first, each with whether it is done. One step alone is no list. */
function checklistOf(actor: Member, { counts, state, people, isTold, keyIsBackedUp }: Facts): StepDto[] | undefined {
  if (state.checklistClosedAt !== null) return undefined;
  const steps: StepDto[] = [
    ...(can(actor, "credential:create") ? [{ id: "credential" as const, isDone: counts.all > 0 }] : []),
    ...(can(actor, "data-source:create") ? [{ id: "source" as const, isDone: counts.sources > 0 }] : []),
    ...(can(actor, "member:invite") ? [{ id: "people" as const, isDone: people.all > 1 || state.hasInvitation }] : []),
    ...(can(actor, "settings:edit") ? [{ id: "notices" as const, isDone: isTold }] : []),
    ...(keyIsBackedUp === undefined ? [] : [{ id: "key" as const, isDone: keyIsBackedUp }]),
    { id: "second-factor", isDone: !people.youByPasswordAlone },
  ];
  return steps.length > 1 ? steps : undefined;
}

/** What the actor should see first of their workspace, and nothing that they may not see elsewhere. */
export async function getOverview(actor: Member, now = Date.now()): Promise<OverviewDto> {
  authorize(actor, "credential:list");
  const { workspaceId, userId } = actor;
  const seesReads = can(actor, "data-source:read");
  const connectors = await listKnownConnectors(workspaceId);
  const [{ tabs }, { all: sourceCount }, found, settings, failed, people, sources, keyIsBackedUp] = await Promise.all([
    countCredentials(actor, {}),
    countDataSources(actor),
    findWorkspaceState(
      workspaceId,
      userId,
      connectors.map(({ id }) => id),
    ),
    findSettings(workspaceId),
    findFailed(workspaceId, SHOWN.failed),
    findPeopleState(workspaceId, userId),
    findSourceStates(workspaceId, SHOWN.sources, seesReads),
    isKeyBackedUp(actor),
  ]);
  const state = found ?? nothing();
  const counts = { all: 0, attention: 0, rotation: 0, unverified: 0, unused: 0, ...tabs, sources: sourceCount };
  const [rotations, providers] = await Promise.all([
    findDue(workspaceId, settings.maxAgeDays, SHOWN.rotations, new Date(now)),
    can(actor, "settings:read")
      ? listProviderUse(
          workspaceId,
          connectors.filter(isHttp).filter(({ id }) => state.connectorIds.includes(id)),
          now,
        )
      : undefined,
  ]);
  const isTold = settings.webhookUrl !== null || (settings.emailNotices && isMailConfigured());
  const checklist = checklistOf(actor, { counts, state, people, isTold, keyIsBackedUp });
  return {
    counts,
    failed,
    rotations,
    sources: sources.slice(0, SHOWN.sources),
    failedReads: sources.filter(({ lastRead }) => lastRead?.needsAttention).slice(0, SHOWN.failedReads),
    ...(providers === undefined ? {} : { providers }),
    safety: {
      byPasswordAlone: people.youByPasswordAlone,
      ...(can(actor, "member:invite") ? { people: { byPasswordAlone: people.byPasswordAlone, all: people.all } } : {}),
      ...(keyIsBackedUp === undefined ? {} : { keyIsBackedUp }),
    },
    ...(checklist === undefined ? {} : { checklist }),
  };
}
