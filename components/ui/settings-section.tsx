import { type ReactNode, useId } from "react";

type SettingsSectionProps = {
  title: string;
  about: ReactNode;
  /** What a link to it ends with. */
  anchor?: string;
  children: ReactNode;
};

/** One matter of the settings: what it is about at the left, what can be chosen beside it. */
export function SettingsSection({ title, about, anchor, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      id={anchor}
      className="grid gap-4 rounded-tile border bg-surface p-5 lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-8"
    >
      <div className="grid content-start gap-1">
        <h2 className="text-tile font-semibold" id={id}>
          {title}
        </h2>
        <p className="text-meta text-muted">{about}</p>
      </div>
      <div className="grid min-w-0 max-w-form content-start gap-5">{children}</div>
    </section>
  );
}
