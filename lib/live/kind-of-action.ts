import type { LiveKind } from "./live-dto";

/** Which screens show what an event is about. What is not here shows nowhere, or only to who did it. */
const KINDS: Readonly<Record<string, LiveKind>> = {
  credential: "credentials",
  "data-source": "data-sources",
  member: "members",
  person: "members",
  // The greatest age of values, which stands on each credential.
  settings: "credentials",
};
/** What changes nothing that others see. */
const WITHOUT_A_CHANGE = /\.(read|previewed|probed|secret-shown|\S+-refused)$/;

/** What an action of the trail changed, as far as a screen shows it. */
export function kindOfAction(action: string): LiveKind | undefined {
  return WITHOUT_A_CHANGE.test(action) ? undefined : KINDS[action.split(".", 1)[0] ?? ""];
}
