import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { UsedBySection } from "./used-by-section";

vi.mock("@/components/ui/page-link", () => ({
  PageLink: ({ href, children }: { href: string; children: string }) => <a href={href}>{children}</a>,
}));

const sources = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `id-${index}`, name: `Source ${index}` }));
const markupOf = (usedBy: number) =>
  renderToStaticMarkup(<UsedBySection credentialId="c1" dataSources={sources(usedBy)} usedBy={usedBy} />);
const linksOf = (markup: string) => [...markup.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

it("names five of what uses a credential, counts all, and leads to them", () => {
  const markup = markupOf(57);
  expect(markup).toContain("Used by 57 data sources");
  expect(linksOf(markup)).toEqual([
    ...sources(5).map(({ id }) => `/data-sources/${id}`),
    "/data-sources?credentialId=c1&amp;sort=name",
  ]);
  expect(markup).toContain("Show all 57");
});

it("leaves nothing to be shown where it names all of them, or there are none", () => {
  expect(linksOf(markupOf(5))).toHaveLength(5);
  expect(markupOf(1)).toContain("Used by 1 data source<");
  expect(markupOf(0)).toContain("No data source reads with this credential.");
});
