"use client";

import { useId, useState } from "react";
import { Failure } from "@/components/ui/failure";
import { Icon } from "@/components/ui/icon";
import { useAction } from "@/components/ui/use-action";
import type { WorkspaceDto } from "@/lib/members/member-dto";
import { switchWorkspaceAction } from "@/lib/members/workspace-actions";
import type { NewWorkspace } from "./new-workspace";

type WorkspaceSwitcherProps = {
  current: { id: string; name: string };
  workspaces: readonly WorkspaceDto[];
  mayCreate: boolean;
};

const itemClass =
  "flex min-h-9 w-full items-center gap-2 rounded-control px-2.5 text-left hover:bg-sunken pointer-coarse:min-h-11";

/** The name of the workspace at the head of the frame; with others to go to, a menu of them. */
export function WorkspaceSwitcher({ current, workspaces, mayCreate }: WorkspaceSwitcherProps) {
  const menu = useId();
  const [Creating, setCreating] = useState<typeof NewWorkspace>();
  const { busy, failure, run } = useAction();
  if (workspaces.length < 2 && !mayCreate) {
    return (
      <span className="workspace">
        <span className="label" dir="auto" title={current.name}>
          {current.name}
        </span>
      </span>
    );
  }
  const goTo = (workspaceId: string) => run(() => switchWorkspaceAction({ workspaceId }));
  const create = () =>
    run(async () => {
      // Fetched when it is needed: no page carries it.
      const { NewWorkspace } = await import("./new-workspace");
      document.getElementById(menu)?.hidePopover();
      setCreating(() => NewWorkspace);
      return { ok: true, data: null };
    });
  return (
    <>
      <button aria-label={`Workspace: ${current.name}`} className="workspace" popoverTarget={menu} type="button">
        <span className="label" dir="auto" title={current.name}>
          {current.name}
        </span>
        <Icon className="size-4 rotate-90 text-muted" name="chevron" />
      </button>
      <div
        className="inset-auto left-3 top-14 m-0 max-h-[70dvh] w-60 overflow-y-auto rounded-tile border bg-surface p-1.5 font-normal text-ink shadow-float"
        id={menu}
        popover="auto"
      >
        <ul aria-label="Workspaces">
          {workspaces.map(({ id, name }) => (
            <li key={id}>
              <button
                aria-current={id === current.id ? "true" : undefined}
                aria-disabled={busy || undefined}
                className={`${itemClass} ${id === current.id ? "font-semibold" : ""}`}
                onClick={() => goTo(id)}
                type="button"
              >
                <span className="min-w-0 flex-1 truncate" dir="auto" title={name}>
                  {name}
                </span>
                {id === current.id ? <Icon className="size-4 text-accent-ink" name="check" /> : null}
              </button>
            </li>
          ))}
        </ul>
        {mayCreate ? (
          <button className={`${itemClass} mt-1 border-t text-muted hover:text-ink`} onClick={create} type="button">
            <Icon name="plus" /> New workspace
          </button>
        ) : null}
        <Failure error={failure} />
      </div>
      {Creating ? <Creating onClose={() => setCreating(undefined)} /> : null}
    </>
  );
}
