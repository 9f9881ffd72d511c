import { existsSync, readdirSync, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { ACTS, PLACES } from "@/components/overview/keys/commands";
import { guideLink, headingId } from "./guide-link";
import { guideTexts } from "./guide-texts";
import { GUIDE_GROUPS, GUIDES, type GuideId, guideOf } from "./guides";
import { Markdown } from "./markdown";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const ids = Object.keys(GUIDES) as GuideId[];
const drawn = Object.fromEntries(ids.map((id) => [id, renderToStaticMarkup(<Markdown text={guideTexts[id]} />)]));
const textOf = (id: GuideId) => readFileSync(`docs/${id}.md`, "utf8");

/** Whether the app has an address: a page of a folder, or one of a folder whose name is in brackets. */
const isPage = (path: string) => existsSync(`app/(signed-in)${path}/page.tsx`);

it("every page of docs/ is a guide, under the heading that it has, in one group", () => {
  const files = readdirSync("docs").filter((name) => name.endsWith(".md"));
  expect(files.map((name) => name.replace(".md", "")).toSorted()).toEqual(ids.toSorted());
  expect(GUIDE_GROUPS.flatMap((group) => group.ids).toSorted()).toEqual(ids.toSorted());
  for (const id of ids) {
    expect(textOf(id).split("\n")[0], id).toBe(`# ${GUIDES[id].title}`);
    expect(guideTexts[id], id).toBe(textOf(id));
  }
});

it("every link of a guide leads to a guide, to a heading that is there, or to the web; what only the repository has is none", () => {
  const idsOn = (id: GuideId) => [...(drawn[id] ?? "").matchAll(/<h\d id="([^"]+)"/g)].map(([, at]) => at);
  let count = 0;
  for (const id of ids) {
    for (const [, href = ""] of (drawn[id] ?? "").matchAll(/href="([^"]+)"/g)) {
      count += 1;
      if (href.startsWith("https://")) continue;
      const [, to = id, hash] = /^(?:\/help\/([a-z-]+))?(?:#(.+))?$/.exec(href) ?? [];
      expect(ids, `${href} in ${id}`).toContain(to);
      if (hash) expect(idsOn(to as GuideId), `${href} in ${id}`).toContain(hash);
    }
  }
  expect(count).toBeGreaterThan(20);
  for (const href of [
    "../README.md",
    "decisions/0035-mcp.md",
    "javascript:alert(1)",
    "http://a.example",
    "/x",
    "no.md",
  ])
    expect(guideLink(href), href).toBeUndefined();
  expect(headingId("Replace, version, roll back")).toBe("replace-version-roll-back");
});

it("each screen has a guide, and each address that help leads to is a page", () => {
  const screens = [...ACTS, ...PLACES].flatMap(({ href }) => href?.split("?")[0] ?? []);
  expect(screens.length).toBeGreaterThan(10);
  for (const path of screens) {
    expect(isPage(path), path).toBe(true);
    if (path !== "/help") expect(guideOf(path), path).toBeDefined();
  }
  expect(guideOf("/credentials/some-id")).toBe("credentials");
  expect(guideOf("/data-sources/new/gong/configure")).toBe("verification");
  expect(guideOf("/credentialsx")).toBeUndefined();
  expect(isPage("/help/[guide]")).toBe(true);
});

it("a document's own HTML is nowhere, and what it shows as text is shown as it is", () => {
  const markup = renderToStaticMarkup(
    <Markdown
      text={"# Title\n\n<script>alert(1)</script>\n\n`<b>&amp;</b>` [x](javascript:alert(1)) <img src=x onerror=y>"}
    />,
  );
  expect(markup).not.toMatch(/<script|<img|<b>|href|Title/);
  expect(markup).toContain("&lt;b&gt;&amp;amp;&lt;/b&gt;");
});
