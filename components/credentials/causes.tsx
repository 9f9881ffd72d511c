/** What usually causes it, most likely first. */
export function Causes({ causes }: { causes: readonly string[] }) {
  if (causes.length === 0) return null;
  return (
    <div>
      <p className="text-meta text-muted">{causes.length > 1 ? "Most likely first:" : "Most likely:"}</p>
      <ul className="grid list-disc gap-0.5 pl-4">
        {causes.map((cause) => (
          <li key={cause}>{cause}</li>
        ))}
      </ul>
    </div>
  );
}
