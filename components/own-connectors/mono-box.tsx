/** Text as a machine has it, in a box that scrolls. */
export function MonoBox({ label, text }: { label: string; text: string }) {
  return (
    <section
      aria-label={label}
      className="max-h-96 overflow-auto rounded-control border bg-sunken p-3"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached without a mouse
      tabIndex={0}
    >
      <pre className="font-mono text-meta">
        <code>{text}</code>
      </pre>
    </section>
  );
}
