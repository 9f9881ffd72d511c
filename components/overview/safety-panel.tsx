import { Icon } from "@/components/ui/icon";
import { PageLink } from "@/components/ui/page-link";
import type { SafetyDto } from "@/lib/overview/overview-dto";
import { counted } from "@/lib/platform/counted-dto";
import { Panel } from "./panel";

type LineProps = { isGood: boolean; name: string; state: string; href: string };

function Line({ isGood, name, state, href }: LineProps) {
  return (
    <li className="relative flex min-h-9 items-center gap-2.5 px-4 hover:bg-sunken">
      <Icon className={`size-4 ${isGood ? "text-ok" : "text-warn"}`} name={isGood ? "check" : "question"} />
      <PageLink className="flex-1 after:absolute after:inset-0" href={href}>
        {name}
      </PageLink>
      <span className={`text-meta ${isGood ? "text-muted" : "font-medium text-warn"}`}>{state}</span>
    </li>
  );
}

/** Whether the key could be lost, and whether a password alone lets someone in. */
export function SafetyPanel({ safety: { byPasswordAlone, people, keyIsBackedUp } }: { safety: SafetyDto }) {
  return (
    <Panel title="Security">
      <ul className="py-1">
        {keyIsBackedUp === undefined ? null : (
          <Line
            href="/settings/keys"
            isGood={keyIsBackedUp}
            name="Backup of the key"
            state={keyIsBackedUp ? "Confirmed" : "Not confirmed"}
          />
        )}
        <Line
          href="/account"
          isGood={!byPasswordAlone}
          name="Your second factor"
          state={byPasswordAlone ? "Off" : "On"}
        />
        {people ? (
          <Line
            href="/members"
            isGood={people.byPasswordAlone === 0}
            name="Second factors"
            state={
              people.byPasswordAlone === 0
                ? "Everyone"
                : `${people.byPasswordAlone} of ${counted(people.all, "person", "people")} without`
            }
          />
        ) : null}
      </ul>
    </Panel>
  );
}
