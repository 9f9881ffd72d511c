"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { isMac } from "@/components/ui/is-mac";
import { useToast } from "@/components/ui/toast-context";
import { ACTS, allowed, PLACES, type Rights } from "./commands";
import { isTyping, readCombination } from "./read-combination";
import { keyReader } from "./read-key";
import { singleKeysAreOn } from "./single-keys";

// What they look like comes when someone asks for it.
const CommandPalette = lazy(async () => ({ default: (await import("./command-palette")).CommandPalette }));
const KeysSheet = lazy(async () => ({ default: (await import("./keys-sheet")).KeysSheet }));
const HelpDialog = lazy(async () => ({ default: (await import("@/components/overview/help/help-dialog")).HelpDialog }));

/** Where `/` leads: the search of the page that is open. */
const searchField = () =>
  [...document.querySelectorAll<HTMLInputElement>("main input[type=search]")].find((field) => field.checkVisibility());

/** Sends the form whose field has the focus, as its button would. */
function save(): boolean {
  const form = document.activeElement?.matches("input, select, textarea") && document.activeElement.closest("form");
  if (!form) return false;
  form.requestSubmit();
  return true;
}

/** Keys of one character, pressed once, where nothing takes them as text, and nobody turned them off. */
const isSingleKey = ({ key, repeat, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  key.length === 1 &&
  !(repeat || ctrlKey || metaKey || altKey || isTyping(document.activeElement)) &&
  singleKeysAreOn();

/** What is open has the keyboard to itself. */
const isSomethingOpen = () => document.querySelector("dialog[open], [popover]:popover-open") !== null;

type Opened = "palette" | "keys" | "help";

/** What a button of the frame opens. */
const openedBy = ({ target }: Event) =>
  target instanceof HTMLElement ? (target.closest<HTMLElement>("[data-opens]")?.dataset.opens as Opened) : undefined;

export type KeyListenerProps = {
  rights: Rights;
  /** What was pressed before this was there. */
  early: Event[];
};

/** The keys of every page, and what they and the button in the frame open. */
export function KeyListener({ rights, early }: KeyListenerProps) {
  const router = useRouter();
  const { land } = useToast();
  const [opened, setOpened] = useState<Opened>();
  const close = useCallback(() => setOpened(undefined), []);
  const go = useCallback(
    (href: string) => {
      setOpened(undefined);
      router.push(href);
      // One with a question opens something that takes the focus itself.
      if (!href.includes("?")) land(href);
    },
    [router, land],
  );

  const names = rights.join();
  useEffect(() => {
    const commands = allowed([...ACTS, ...PLACES], names.split(",") as Rights);
    const read = keyReader(
      new Map(commands.flatMap(({ keys, href }) => (keys && href ? [[keys, href] as const] : []))),
    );
    const onSingleKey = (event: KeyboardEvent) => {
      const meaning = read(event, event.timeStamp);
      if (meaning === undefined) return;
      event.preventDefault();
      if (typeof meaning === "object") go(meaning.href);
      else if (meaning === "search" && searchField()) searchField()?.focus();
      else setOpened(meaning === "keys" ? "keys" : "palette");
    };
    const onKey = (event: KeyboardEvent) => {
      const combination = readCombination(event, isMac());
      if (combination === "save") {
        if (save()) event.preventDefault();
      } else if (combination === "palette") {
        // Nor is it the browser's own search.
        event.preventDefault();
        if (!isSomethingOpen()) setOpened("palette");
      } else if (isSingleKey(event) && !isSomethingOpen()) onSingleKey(event);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      // A word that is being put together, as in Japanese, is no key yet.
      if (!event.defaultPrevented && !event.isComposing && event.keyCode !== 229) onKey(event);
    };
    const onClick = (event: Event) => {
      const asked = openedBy(event);
      if (asked) setOpened(asked);
    };
    for (const event of early.splice(0)) {
      if ("key" in event) onKey(event as KeyboardEvent);
      else onClick(event);
    }
    document.addEventListener("keydown", onKeyDown);
    document.addEventListener("click", onClick);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("click", onClick);
    };
  }, [names, go, early]);

  if (opened === undefined) return null;
  return (
    <Suspense>
      {opened === "keys" ? <KeysSheet onClose={close} rights={rights} /> : null}
      {opened === "help" ? (
        <HelpDialog onClose={close} onGo={go} onKeys={() => setOpened("keys")} rights={rights} />
      ) : null}
      {opened === "palette" ? <CommandPalette onClose={close} onGo={go} onOpen={setOpened} rights={rights} /> : null}
    </Suspense>
  );
}
