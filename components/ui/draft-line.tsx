/** That what stands in the form was typed before, and the way out of it. */
export function DraftLine({ restored, onDiscard }: { restored: boolean; onDiscard: () => void }) {
  return (
    <p aria-live="polite" className="text-meta text-muted empty:absolute">
      {restored ? (
        <>
          Draft restored.{" "}
          <button
            className="rounded-control font-medium text-accent-ink underline underline-offset-4 pointer-coarse:py-2"
            onClick={onDiscard}
            type="button"
          >
            Discard it
          </button>
        </>
      ) : null}
    </p>
  );
}
