import { type ReactNode, useId } from "react";

/** One matter of the settings: what it is about at the left, what can be chosen beside it. */
export function SettingsSection({ title, about, children }: { title: string; about: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-4 rounded-tile border bg-surface p-5 lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-8"
    >
      <div className="grid content-start gap-1">
        <h2 className="text-tile font-semibold" id={id}>
          {title}
        </h2>
        <p className="text-meta text-muted">{about}</p>
      </div>
      <div className="grid min-w-0 max-w-form gap-5">{children}</div>
    </section>
  );
}
