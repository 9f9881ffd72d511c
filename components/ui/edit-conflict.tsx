import { useEffect, useRef } from "react";
import { Button } from "./button";
import { Notice } from "./notice";

/** A field that someone else changed since the form was opened, as both sides read. */
export type Contested = { id: string; label: string; theirs: string; yours: string };

function Side({ whose, text }: { whose: string; text: string }) {
  return (
    <div className="grid content-start rounded-control border bg-surface px-3 py-2">
      <dt className="text-meta text-muted">{whose}</dt>
      <dd className="whitespace-pre-line wrap-anywhere" dir="auto">
        {text || <span className="text-muted">Nothing</span>}
      </dd>
    </div>
  );
}

type EditConflictProps = {
  /** What it is that both edit, in the middle of a sentence. */
  what: string;
  fields: readonly Contested[];
  onKeep: () => void;
  onTake: () => void;
};

/** Someone else saved first: theirs beside yours, and which of them is to stand. It comes into sight as it comes up. */
export function EditConflict({ what, fields, onKeep, onTake }: EditConflictProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div className="scroll-my-4" ref={panel}>
      <Notice title={`Someone changed this ${what} while you were editing.`} tone="warn">
        {fields.map(({ id, label, theirs, yours }) => (
          <section aria-label={label} className="grid gap-1.5" key={id}>
            <p className="font-medium">{label}</p>
            <dl className="grid gap-2 sm:grid-cols-2">
              <Side text={theirs} whose="Theirs" />
              <Side text={yours} whose="Yours" />
            </dl>
          </section>
        ))}
        {fields.length === 0 ? <p>Nothing in this form, so you can save what you typed.</p> : null}
        <div className="mt-1 flex flex-wrap gap-2">
          <Button onClick={onKeep}>Keep mine</Button>
          {fields.length > 0 ? <Button onClick={onTake}>Take theirs</Button> : null}
        </div>
      </Notice>
    </div>
  );
}
