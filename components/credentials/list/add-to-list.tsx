"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useAsked } from "@/components/ui/use-asked";
import { useLater } from "@/components/ui/use-later";

// The overlay and what it knows of all types come when someone is about to press the button.
const load = async () => (await import("@/components/credentials/add/add-of-any-type")).AddOfAnyType;
const preload = () => void load().catch(() => undefined);

type AddToListProps = {
  /** The type that the list is narrowed to. */
  connectorId: string | undefined;
  /** Those in the list. */
  shown: readonly string[];
};

/**
 * *Add Credential* above the list of all types; `?add=1` opens it too. What was added takes the focus in the list as soon
 * as it is there.
 */
export function AddToList({ connectorId, shown }: AddToListProps) {
  const [adding, setAdding] = useState(false);
  const [asked, forget] = useAsked("add");
  // With the list as it was then: the next one has it, or a filter or an earlier page keeps it out.
  const [added, setAdded] = useState<{ id: string; before: readonly string[] }>();
  useEffect(() => {
    if (added === undefined || added.before === shown) return;
    document.querySelector<HTMLElement>(`.list a[href="/credentials/${added.id}"]`)?.focus();
    setAdded(undefined);
  }, [added, shown]);
  const isWanted = adding || asked;
  const AddOfAnyType = useLater(load, isWanted);
  return (
    <>
      <Button onClick={() => setAdding(true)} onFocus={preload} onPointerEnter={preload} variant="primary">
        Add Credential
      </Button>
      {AddOfAnyType && isWanted ? (
        <AddOfAnyType
          connectorId={connectorId}
          onAdded={(id) => setAdded({ id, before: shown })}
          onClose={() => {
            setAdding(false);
            if (asked) forget();
          }}
        />
      ) : null}
    </>
  );
}
