"use client";

import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { Icon } from "@/components/ui/icon";
import { PageLink } from "@/components/ui/page-link";
import { useAction } from "@/components/ui/use-action";
import { closeChecklistAction } from "@/lib/overview/overview-actions";
import type { StepDto } from "@/lib/overview/overview-dto";
import { Panel } from "./panel";

const steps: Record<StepDto["id"], { title: string; about: string; href: string }> = {
  credential: {
    title: "Add a credential",
    about: "We verify it with its provider, then encrypt it.",
    href: "/credentials?add=1",
  },
  source: {
    title: "Create a data source",
    about: "Say what to read, and with which credential.",
    href: "/data-sources/new",
  },
  people: {
    title: "Invite someone",
    about: "Members use credentials without seeing them.",
    href: "/members?invite=1",
  },
  notices: {
    title: "Choose where notices go",
    about: "Hear when a credential stops working.",
    href: "/settings/notices",
  },
  key: {
    title: "Back up the encryption key",
    about: "Without it, nobody can decrypt what's stored.",
    href: "/settings/keys",
  },
  "second-factor": {
    title: "Turn on your second factor",
    about: "Then a stolen password isn't enough.",
    href: "/account",
  },
};

function Step({ id, isDone }: StepDto) {
  const { title, about, href } = steps[id];
  return (
    <li className={`relative flex items-start gap-2.5 rounded-control px-2 py-1.5 ${isDone ? "" : "hover:bg-sunken"}`}>
      <span
        className={`mt-0.5 grid size-5 shrink-0 place-items-center rounded-full ${isDone ? "bg-ok-soft text-ok" : "border border-edge"}`}
      >
        {isDone ? <Icon className="size-3.5" name="check" /> : null}
      </span>
      <span className="grid min-w-0">
        {isDone ? (
          <span className="text-muted">
            <span className="sr-only">Done: </span>
            {title}
          </span>
        ) : (
          <PageLink className="font-medium text-accent-ink after:absolute after:inset-0" href={href}>
            {title}
          </PageLink>
        )}
        <span className="text-meta text-muted">{about}</span>
      </span>
    </li>
  );
}

/** What comes first in a new workspace. It ticks itself; once all is done, it can be put away for good. */
export function Checklist({ checklist }: { checklist: StepDto[] }) {
  const { busy, failure, run } = useAction();
  const done = checklist.filter(({ isDone }) => isDone).length;
  const isOver = done === checklist.length;
  return (
    <Panel
      more={
        isOver ? (
          <Button busy={busy} onClick={() => run(closeChecklistAction)} variant="quiet">
            Hide the checklist
          </Button>
        ) : (
          <span className="text-meta text-muted tabular-nums">
            {done} of {checklist.length} done
          </span>
        )
      }
      title={isOver ? "All set" : "Get started"}
    >
      <ul className="grid gap-x-2 p-2 sm:grid-cols-2 xl:grid-cols-3">
        {checklist.map((step) => (
          <Step key={step.id} {...step} />
        ))}
      </ul>
      <Failure error={failure} />
    </Panel>
  );
}
