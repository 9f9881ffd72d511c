"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { ConnectorMark } from "@/components/connectors/connector-mark";
import { chooseTheme } from "@/components/ui/choose-theme";
import { Dialog } from "@/components/ui/dialog";
import { inputClass } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { asTheme } from "@/components/ui/theme";
import type { FoundDto } from "@/lib/overview/overview-dto";
import { counted } from "@/lib/platform/counted-dto";
import { SEARCH_MAX } from "@/lib/platform/limits-dto";
import { ACTS, allowed, type Command, matching, PLACES, type Rights, THEMES } from "./commands";
import { KeyCaps } from "./key-caps";
import { useSearch } from "./use-search";

type Item = { id: string; label: string; picture: ReactNode; keys?: string | undefined; choose: () => void };
type Group = { title: string; items: Item[] };

type CommandPaletteProps = {
  /** What was typed before it came. */
  initialText: string;
  rights: Rights;
  onGo: (href: string) => void;
  onOpen: (what: "keys" | "help") => void;
  onClose: () => void;
};

/** What is on offer for a text: acts and places of the role, and what has it in its name. */
function useGroups({ rights, onGo, onOpen, onClose }: Omit<CommandPaletteProps, "initialText">, text: string) {
  const { credentials, sources, failure, busy } = useSearch(text);
  const ofCommand = ({ id, label, icon, keys, href, opens, theme }: Command): Item => ({
    id,
    label,
    keys,
    picture: <Icon className="size-4 text-muted" name={icon} />,
    choose: () => {
      if (href) return onGo(href);
      if (opens) return onOpen(opens);
      chooseTheme(asTheme(theme));
      onClose();
    },
  });
  const ofFound =
    (path: string) =>
    ({ id, name, connectorId }: FoundDto): Item => ({
      id: `${path}-${id}`,
      label: name,
      picture: <ConnectorMark className="size-6" id={connectorId} />,
      choose: () => onGo(`/${path}/${id}`),
    });
  const groups: Group[] = [
    { title: "Do", items: matching(allowed(ACTS, rights), text).map(ofCommand) },
    { title: "Go to", items: matching(allowed(PLACES, rights), text).map(ofCommand) },
    { title: "Theme", items: text.trim() ? matching(THEMES, text).map(ofCommand) : [] },
    { title: "Credentials", items: credentials.map(ofFound("credentials")) },
    { title: "Data sources", items: sources.map(ofFound("data-sources")) },
  ];
  return { groups: groups.filter(({ items }) => items.length > 0), failure, busy };
}

type OptionProps = { item: Item; id: string; isChosen: boolean; onPoint: () => void };

function Option({ item: { label, picture, keys, choose }, id, isChosen, onPoint }: OptionProps) {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) option.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  return (
    // The focus stays in the text field, whose keys choose among these.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the combobox has the focus
    <div
      aria-selected={isChosen}
      className="flex min-h-9 cursor-pointer scroll-my-8 items-center gap-3 rounded-control px-3 py-1 pointer-coarse:min-h-11 aria-selected:bg-accent-soft aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-accent-ink"
      id={id}
      onClick={choose}
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={onPoint}
      ref={option}
      role="option"
    >
      <span className="grid w-6 shrink-0 place-items-center">{picture}</span>
      <span className="min-w-0 flex-1 truncate" dir="auto" title={label}>
        {label}
      </span>
      {keys ? (
        <span aria-hidden="true">
          <KeyCaps keys={keys} />
        </span>
      ) : null}
    </div>
  );
}

/** Ctrl K: everything that one may see or do, by typing a part of its name. */
export function CommandPalette(props: CommandPaletteProps) {
  const [text, setText] = useState(props.initialText);
  const [at, setAt] = useState(0);
  const listId = useId();
  const { groups, failure, busy } = useGroups(props, text);
  const items = groups.flatMap((group) => group.items);
  // What was found has become fewer.
  const chosen = Math.min(at, items.length - 1);
  const optionId = (index: number) => `${listId}-${index}`;
  // Their titles have spaces, which no id has.
  const groupId = (number: number) => `${listId}-group-${number}`;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (steps !== undefined && items.length > 0) {
      event.preventDefault();
      setAt((chosen + steps + items.length) % items.length);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      items[chosen]?.choose();
    }
  };
  const said = () => {
    if (failure) return failure;
    if (items.length > 0) return counted(items.length, "result");
    return busy ? "Searching" : "Nothing found";
  };
  const startOf = (group: Group) => items.indexOf(group.items[0] as Item);
  return (
    <Dialog dirty={false} onClose={props.onClose} title="Search and go to">
      <div className="border-b px-6 py-4">
        <input
          aria-activedescendant={items.length > 0 ? optionId(chosen) : undefined}
          aria-autocomplete="list"
          aria-controls={listId}
          aria-expanded={items.length > 0}
          aria-label="Search and go to"
          autoComplete="off"
          className={inputClass}
          data-autofocus
          dir="auto"
          maxLength={SEARCH_MAX}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          placeholder="A screen, an act, a credential or a data source"
          role="combobox"
          spellCheck={false}
          type="text"
          value={text}
        />
      </div>
      <p className={`px-6 py-3 text-muted ${items.length > 0 && !failure ? "sr-only" : ""}`} role="status">
        {said()}
      </p>
      {/* It scrolls itself: a list that a text field chooses from needs no place in the order of Tab. */}
      <div
        aria-label="Results"
        className="h-[min(24rem,55dvh)] overflow-y-auto px-3 pb-3 max-sm:h-auto max-sm:flex-1"
        id={listId}
        role="listbox"
      >
        {groups.map((group, number) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
          <div aria-labelledby={groupId(number)} key={group.title} role="group">
            <p className="px-3 pb-1 pt-3 text-meta text-muted" id={groupId(number)} role="presentation">
              {group.title}
            </p>
            {group.items.map((item, index) => {
              const here = startOf(group) + index;
              return (
                <Option
                  id={optionId(here)}
                  isChosen={here === chosen}
                  item={item}
                  key={item.id}
                  onPoint={() => setAt(here)}
                />
              );
            })}
          </div>
        ))}
      </div>
    </Dialog>
  );
}
