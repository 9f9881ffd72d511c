"use client";

import { type ClipboardEvent, useCallback, useRef, useState } from "react";
import type { SignInConnector } from "@/lib/connectors/connector";
import type { Recognised, Recogniser } from "@/lib/connectors/recognise-paste";

type Said = { text: string; isRefusal: boolean };

/**
 * Pasting that understands what people have at hand, and says what it did. What it knows is no part of the page: it comes
 * with the focus. What is pasted before it is there waits for it, and where it does not come is put in as it is.
 * @param fill sets a value and shows it
 */
export function usePaste(connector: SignInConnector, fill: (id: string, value: string) => void) {
  const [said, setSaid] = useState<Said>();
  const known = useRef<Recogniser>(undefined);
  const load = useCallback(async () => {
    known.current ??= await import("@/lib/connectors/recognise-paste").then(
      (pasting) => pasting.recogniserOf(connector),
      () => undefined,
    );
    return known.current;
  }, [connector]);

  const take = (input: HTMLInputElement, id: string, recognised: Recognised) => {
    const { kind, notice } = recognised;
    setSaid(notice ? { text: notice, isRefusal: kind === "refused" || "isDoubtful" in recognised } : undefined);
    if (kind === "values") {
      for (const [field, value] of Object.entries(recognised.values)) fill(field, value);
    } else if (kind === "text") {
      input.setRangeText(recognised.text, input.selectionStart ?? 0, input.selectionEnd ?? input.value.length, "end");
      fill(id, input.value);
    }
  };
  const paste = (id: string) => async (event: ClipboardEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const text = event.clipboardData.getData("text");
    const recognised = known.current?.(text);
    // Nothing to add to what the browser does by itself, which also knows how to undo it.
    if (known.current && !recognised) return setSaid(undefined);
    event.preventDefault();
    take(input, id, recognised ?? (await load())?.(text) ?? { kind: "text", text, notice: "" });
  };
  return { said, paste, preload: () => void load() };
}
