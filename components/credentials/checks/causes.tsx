/** What usually causes it, most likely first. Folded, only the first is there at once. */
export function Causes({ causes, folded = false }: { causes: readonly string[]; folded?: boolean }) {
  const [first, ...others] = causes;
  if (!first) return null;
  if (folded || others.length === 0) {
    return (
      <>
        <p>Most likely: {first}</p>
        {others.length > 0 ? (
          <details>
            <summary className="w-fit rounded-control text-meta text-muted underline underline-offset-4">
              {others.length > 1 ? "Other causes" : "Another cause"}
            </summary>
            <ul className="mt-1 grid list-disc gap-0.5 pl-4">
              {others.map((cause) => (
                <li key={cause}>{cause}</li>
              ))}
            </ul>
          </details>
        ) : null}
      </>
    );
  }
  return (
    <ul className="grid list-disc gap-0.5 pl-4">
      {causes.map((cause) => (
        <li key={cause}>{cause}</li>
      ))}
    </ul>
  );
}
