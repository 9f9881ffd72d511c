"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { isMac } from "@/components/ui/is-mac";
import { useToast } from "@/components/ui/toast-context";
import { useLater } from "@/components/ui/use-later";
import { ACTS, allowed, PLACES, type Rights } from "./commands";
import { isTyping, readCombination } from "./read-combination";
import { keyReader } from "./read-key";
import { singleKeysAreOn } from "./single-keys";

// What they look like comes when someone asks for it.
const loadPalette = async () => (await import("./command-palette")).CommandPalette;
const loadKeys = async () => (await import("./keys-sheet")).KeysSheet;
const loadHelp = async () => (await import("@/components/overview/help/help-dialog")).HelpDialog;

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

type Pressed = KeyboardEvent | MouseEvent;

export type Heard = {
  /** What was pressed before anyone knew what it means. */
  early: Pressed[];
  /** Who knows it. */
  take?: ((event: Pressed) => void) | undefined;
};

export type KeyListenerProps = { rights: Rights; heard: Heard };

/** The keys of every page, and what they and the button in the frame open. */
export function KeyListener({ rights, heard }: KeyListenerProps) {
  const router = useRouter();
  const { land } = useToast();
  const [opened, setOpened] = useState<Opened>();
  const Palette = useLater(loadPalette, opened === "palette");
  const Keys = useLater(loadKeys, opened === "keys");
  const Help = useLater(loadHelp, opened === "help");
  // What is typed between asking for the palette and its coming.
  const typed = useRef<string>(undefined);
  const isPaletteHere = Palette !== undefined && opened === "palette";
  useEffect(() => {
    // From here on it is typed into its own field.
    if (isPaletteHere) typed.current = undefined;
  }, [isPaletteHere]);
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
    const openPalette = () => {
      typed.current = "";
      setOpened("palette");
    };
    /** Whether it is for the palette that was asked for and is not here yet. */
    const onEarlyText = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, asksAgain: boolean) => {
      if (asksAgain || key === "Escape") {
        // Where it does not come, it can be asked for anew.
        typed.current = undefined;
        setOpened(undefined);
        return true;
      }
      if (key.length !== 1 || ctrlKey || metaKey || altKey) return false;
      typed.current += key;
      return true;
    };
    const onSingleKey = (event: KeyboardEvent) => {
      const meaning = read(event, event.timeStamp);
      if (meaning === undefined) return;
      event.preventDefault();
      if (typeof meaning === "object") go(meaning.href);
      else if (meaning === "search" && searchField()) searchField()?.focus();
      else if (meaning === "keys") setOpened("keys");
      else openPalette();
    };
    const onKey = (event: KeyboardEvent) => {
      const combination = readCombination(event, isMac());
      if (typed.current !== undefined && !isSomethingOpen() && onEarlyText(event, combination === "palette")) {
        event.preventDefault();
      } else if (combination === "save") {
        if (save()) event.preventDefault();
      } else if (combination === "palette") {
        // Nor is it the browser's own search.
        event.preventDefault();
        if (!isSomethingOpen()) openPalette();
      } else if (isSingleKey(event) && !isSomethingOpen()) onSingleKey(event);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      // A word that is being put together, as in Japanese, is no key yet.
      if (!event.defaultPrevented && !event.isComposing && event.keyCode !== 229) onKey(event);
    };
    const onClick = (event: Event) => {
      const asked = openedBy(event);
      if (asked === "palette") openPalette();
      else if (asked) setOpened(asked);
    };
    for (const event of heard.early.splice(0)) {
      if ("key" in event) onKey(event);
      else onClick(event);
    }
    heard.take = (event) => ("key" in event ? onKeyDown(event) : onClick(event));
    return () => {
      heard.take = undefined;
    };
  }, [names, go, heard]);

  return (
    <>
      {Keys && opened === "keys" ? <Keys onClose={close} rights={rights} /> : null}
      {Help && opened === "help" ? (
        <Help onClose={close} onGo={go} onKeys={() => setOpened("keys")} rights={rights} />
      ) : null}
      {Palette && isPaletteHere ? (
        <Palette initialText={typed.current ?? ""} onClose={close} onGo={go} onOpen={setOpened} rights={rights} />
      ) : null}
    </>
  );
}
