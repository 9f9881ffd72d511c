"use client";

import { type ClipboardEvent, useCallback, useRef, useState } from "react";
import type { SignInConnector } from "@/lib/connectors/connector";
import type { Recognised } from "@/lib/connectors/recognise-paste";

type Said = { text: string; isRefusal: boolean };

/**
 * Pasting that understands what people have at hand, and says what it did. What it knows is no part of the page: it comes
 * with the focus. What is pasted before it is there waits for it, and where it does not come is put in as it is.
 * @param fill sets a value and shows it
 */
export function usePaste(connector: SignInConnector, fill: (id: string, value: string) => void) {
  const [said, setSaid] = useState<Said>();
  const known = useRef<(connector: SignInConnector, text: string) => Recognised | undefined>(undefined);
  const isDatabase = connector.authentication.login !== undefined;
  const load = useCallback(async () => {
    known.current ??= await Promise.all([
      import("@/lib/connectors/recognise-paste"),
      isDatabase ? import("@/lib/connectors/recognise-dsn") : undefined,
    ]).then(
      ([{ recognisePaste }, dsns]) =>
        (of, text) =>
          recognisePaste(of, text, dsns),
      () => undefined,
    );
    return known.current;
  }, [isDatabase]);

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
    const recognised = known.current?.(connector, text);
    // Nothing to add to what the browser does by itself, which also knows how to undo it.
    if (known.current && !recognised) return setSaid(undefined);
    event.preventDefault();
    take(input, id, recognised ?? (await load())?.(connector, text) ?? { kind: "text", text, notice: "" });
  };
  return { said, paste, preload: () => void load() };
}
