"use client";

import { Dialog } from "@/components/ui/dialog";
import { ACTS, allowed, type Command, PLACES, type Rights } from "./commands";
import { KeyCaps } from "./key-caps";
import { turnSingleKeys, useSingleKeys } from "./single-keys";

const EVERYWHERE = [
  { label: "Search and go to", keys: "mod K" },
  { label: "Save the form", keys: "mod enter" },
];
const ON_PAGES = [{ label: "Search this page", keys: "/" }];

function KeyList({ title, rows }: { title: string; rows: readonly { label: string; keys?: string }[] }) {
  return (
    <section>
      <h3 className="mb-1 font-semibold">{title}</h3>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1.5">
        {rows.map(({ label, keys = "" }) => (
          <div className="contents" key={label}>
            <dt className="text-muted">{label}</dt>
            <dd className="justify-self-end">
              <KeyCaps keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const withKeys = (commands: readonly Command[], rights: Rights) =>
  allowed(commands, rights).filter(({ keys }) => keys !== undefined);

/** Every key, and a way to turn those off that are one key alone. */
export function KeysSheet({ rights, onClose }: { rights: Rights; onClose: () => void }) {
  const isOn = useSingleKeys();
  return (
    <Dialog dirty={false} onClose={onClose} title="Keyboard shortcuts">
      <div className="grid min-h-0 content-start gap-6 overflow-y-auto px-6 py-5 sm:grid-cols-2">
        <KeyList rows={withKeys(PLACES, rights)} title="Go to" />
        <div className="grid content-start gap-6">
          <KeyList rows={[...withKeys(ACTS, rights), ...ON_PAGES]} title="Do" />
          <KeyList rows={EVERYWHERE} title="Everywhere, also while typing" />
        </div>
        <label className="flex items-start gap-3 border-t pt-4 sm:col-span-full">
          <input
            checked={isOn}
            className="mt-0.5 size-4 accent-accent"
            onChange={({ target }) => turnSingleKeys(target.checked)}
            type="checkbox"
          />
          <span>
            Use keys without Ctrl or ⌘
            <span className="block text-meta text-muted">
              Turn this off if your voice control or keyboard triggers them. Kept in this browser.
            </span>
          </span>
        </label>
      </div>
    </Dialog>
  );
}
