import { Icon } from "@/components/ui/icon";
import type { CredentialValues, CredentialGuide as Guide } from "@/lib/connectors/connector";

/** The page with the values, once what its address is made of is typed. */
function linkOf(page: Guide["page"], values: CredentialValues): string | undefined {
  const parts = page?.map((part) => (typeof part === "string" ? part : /^[\w-]+$/.exec(values[part.field] ?? "")?.[0]));
  return parts?.every(Boolean) ? parts.join("") : undefined;
}

/** The way to the values in the provider's own screens, and what to know before touching anything there. */
export function CredentialGuide({ guide, values }: { guide: Guide; values: CredentialValues }) {
  const href = linkOf(guide.page, values);
  return (
    <details className="group rounded-control border bg-sunken/60 open:pb-3">
      <summary className="flex min-h-9 list-none items-center gap-2 rounded-control px-3 font-medium pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <Icon className="size-4 text-muted transition-transform group-open:rotate-90" name="chevron" />
        Where do I find these?
      </summary>
      <div className="grid gap-3 px-4 pt-1">
        <ol className="grid list-decimal gap-1 pl-5 marker:text-muted">
          {guide.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {href ? (
          <a className="action-link w-fit" href={href} rel="noreferrer" target="_blank">
            Open that page
          </a>
        ) : null}
        <p className="text-meta text-muted">
          {guide.roles} {guide.names}
        </p>
        <ul className="grid gap-1.5">
          {guide.warnings.map((warning) => (
            <li className="flex gap-2 text-warn" key={warning}>
              <Icon className="mt-0.5 size-4" name="alert" />
              {warning}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
