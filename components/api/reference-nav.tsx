"use client";

import { usePathname, useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { PageLink } from "@/components/ui/page-link";
import { SearchField } from "@/components/ui/search-field";
import type { OperationGroupDto, OperationLinkDto } from "@/lib/api/reference-dto";
import { MethodMark } from "./method-mark";

const addressOf = ({ id }: OperationLinkDto) => `/docs/api/${id}`;

/** All words have to be in it somewhere. */
function finds(words: readonly string[], { id, method, path, summary }: OperationLinkDto, tag: string): boolean {
  const text = `${id} ${method} ${path} ${summary} ${tag}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** `/` leads to the search, wherever nothing is typed. */
function useSlash(focus: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: WindowEventMap["keydown"]) => {
      const isTyping = document.activeElement?.closest("input, textarea, select, dialog");
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      focus();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [focus]);
}

type GroupProps = { group: OperationGroupDto; current: string };

function Group({ group, current }: GroupProps) {
  return (
    <div className="grid gap-0.5">
      <h2 className="px-2 py-1 text-meta font-semibold">{group.name}</h2>
      <ul className="grid gap-0.5">
        {group.operations.map((operation) => (
          <li key={operation.id}>
            <PageLink
              aria-current={addressOf(operation) === current ? "page" : undefined}
              className="flex min-h-8 items-start gap-2 rounded-control px-2 py-1.5 text-meta text-muted hover:bg-sunken hover:text-ink aria-[current]:bg-sunken aria-[current]:text-ink pointer-coarse:min-h-11"
              href={addressOf(operation)}
            >
              <MethodMark method={operation.method} />
              <span>{operation.summary}</span>
            </PageLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The operations by what they are about, those alone that the search finds. */
export function ReferenceNav({ groups }: { groups: readonly OperationGroupDto[] }) {
  const [text, setText] = useState("");
  const box = useRef<HTMLInputElement>(null);
  /** Where it was unfolded, on a small screen: the next page begins with it folded. */
  const [openAt, setOpenAt] = useState<string>();
  const router = useRouter();
  const pathname = usePathname();
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = groups
    .map((group) => ({ ...group, operations: group.operations.filter((one) => finds(words, one, group.name)) }))
    .filter(({ operations }) => operations.length > 0);
  const count = found.reduce((sum, { operations }) => sum + operations.length, 0);
  const isOpen = openAt === pathname || words.length > 0;
  const listId = useId();
  useSlash(() => box.current?.focus());
  const onKeyDown = (event: KeyboardEvent) => {
    const first = found[0]?.operations[0];
    if (event.key === "Enter" && words.length > 0 && first) router.push(addressOf(first));
    if (event.key === "Escape") setText("");
  };
  return (
    <nav aria-label="Operations" className="grid content-start gap-3 lg:sticky lg:top-8 lg:max-h-[calc(100dvh-4rem)]">
      <SearchField
        aria-keyshortcuts="/"
        label="Search operations"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        ref={box}
        value={text}
      />
      <p className="sr-only" role="status">
        {words.length > 0 ? `${count} found` : null}
      </p>
      {count === 0 ? <p className="px-2 text-muted">No operation has all of these words.</p> : null}
      <Button
        aria-controls={listId}
        aria-expanded={isOpen}
        className="w-fit lg:hidden"
        onClick={() => setOpenAt(isOpen ? undefined : pathname)}
      >
        All operations
      </Button>
      <div
        className={`grid min-h-0 content-start gap-4 pb-4 lg:overflow-y-auto ${isOpen ? "" : "max-lg:hidden"}`}
        id={listId}
      >
        {found.map((group) => (
          <Group current={pathname} group={group} key={group.name} />
        ))}
      </div>
    </nav>
  );
}
