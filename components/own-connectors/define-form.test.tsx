import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { OwnConnectorDto } from "@/lib/own-connectors/own-connector-dto";
import { DefineForm } from "./define-form";
import { atInputs } from "./error-places";
import { ListError } from "./list-error";
import { OwnFacts } from "./own-facts";
import { OwnList } from "./own-list";
import { OwnVersions } from "./own-versions";
import { TryPanel } from "./try-panel";

vi.mock("@/lib/own-connectors/own-connector-actions", () => ({}));
vi.mock("@/lib/data-sources/own/own-connector-life-actions", () => ({}));
vi.mock("next/navigation", () => ({ useRouter: () => ({}), usePathname: () => "/" }));

const connector: OwnConnectorDto = {
  id: "own-1",
  version: 2,
  definition: {
    name: "Acme orders",
    summary: "",
    host: "api.acme.com",
    fields: [{ id: "apiKey", label: "API Key", help: "", secret: true }],
    placements: [{ in: "query", name: "key", parts: [{ field: "apiKey" }] }],
    proof: { method: "GET", path: "/v1/me", expect: { kind: "object", at: ["data"] }, forbidden: "refused" },
    guide: { steps: [], roles: "", warnings: [] },
    limits: { seconds: 1, day: 10_000 },
    endpoints: [
      {
        id: "orders",
        name: "Orders",
        summary: "",
        path: "/v1/orders",
        parameters: [],
        reading: { records: ["data"], key: "id", personalFields: ["!id"], paging: { kind: "none" } },
      },
    ],
  },
  isVerifiable: false,
  definedByName: "Ada",
  definedAt: "2026-05-03T10:00:00.000Z",
  changed: { byName: "Ben", at: "2026-05-04T10:00:00.000Z" },
  confirmation: { state: "needed", canConfirm: false },
  isAllowed: true,
};
const words = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

it("a new one begins with a key in the Authorization header, and every input has a label and a name of its own", () => {
  const html = renderToStaticMarkup(<DefineForm allowed="Any public host." />);
  expect(words(html)).toContain("Authorization: Bearer ‹API Key›");
  expect(words(html)).toContain("Any public host.");
  const ids = [...html.matchAll(/<(?:input|select|textarea)[^>]*? id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(20);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(html).toContain(`for="${id}"`);
});

it("one that is there says what it sends where, warns of a value in an address, and keeps its host", () => {
  const html = renderToStaticMarkup(<DefineForm allowed="" connector={connector} />);
  expect(words(html)).toContain("GET /v1/me?key=‹API Key›");
  expect(words(html)).toContain("GET /v1/orders?key=‹API Key›");
  expect(words(html)).toContain("ends up in logs on the way");
  expect(html).toMatch(/<input[^>]*id="definition-host"[^>]*readOnly/i);
  expect(html).not.toContain('type="file"');
});

it("its page and its row say whose it is, and what it can't do", () => {
  const page = words(renderToStaticMarkup(<OwnFacts connector={connector} />));
  expect(page).toMatch(/Defined by Ada.*Version 2, changed by Ben.*its credentials stay unverified/);
  const html = renderToStaticMarkup(<OwnList connectors={[connector]} />);
  expect(words(html)).toContain("Defined by Ada on 3 May 2026. Values go to api.acme.com and nowhere else.");
  expect(words(html)).toContain("t confirmed yet");
  expect(html).toContain("mark-own-1");
});

it("trying says whether it proves anything, and what saving it all the same means", () => {
  const said = (isRefused: boolean) =>
    words(
      renderToStaticMarkup(
        <TryPanel
          host="api.acme.com"
          onStop={() => {}}
          tried={{ isRefused, tries: [{ with: "no-key", isRefused, sentence: "Asked." }] }}
        />,
      ),
    );
  expect(said(true)).not.toContain("not verifiable");
  expect(said(false)).toMatch(/Asked\..*not verifiable.*stay unverified for good/);
});

it("what a list as a whole is refused for stands at the list, with a way to put back what it lacks", () => {
  const fields = { "definition.endpoints": "Read.", "definition.endpoints.0.parameters": "Set." };
  expect(atInputs({ code: "IN_USE", message: "Needed.", fields }).fields).toEqual(fields);
  const gone = [{ name: "Orders", onPutBack: () => {} }];
  expect(words(renderToStaticMarkup(<ListError error="Read." gone={gone} />))).toMatch(/Read\..*Put Orders back/);
  expect(words(renderToStaticMarkup(<ListError error={undefined} gone={gone} />))).not.toContain("Put");
});

it("trying says whom it waits for, and can be stopped", () => {
  const panel = { host: "api.acme.com", onStop: () => {}, tried: undefined };
  expect(words(renderToStaticMarkup(<TryPanel {...panel} asking={1} />))).toMatch(/Asking api\.acme\.com .* Stop /);
  expect(words(renderToStaticMarkup(<TryPanel {...panel} isStopped />))).toContain("Nothing was saved.");
});

it("its versions say who changed what, and show their definitions to those alone who may take them along", () => {
  const saved = { at: "2026-05-04T10:00:00.000Z", byName: "Ben" };
  const versions = [
    { ...saved, number: 2, changed: ["placements", "verification"] as const },
    { ...saved, number: 1, changed: [] },
  ].map((version) => ({ ...version, changed: [...version.changed] }));
  const page = (mayExport: boolean) =>
    words(renderToStaticMarkup(<OwnVersions current={2} id="own-1" mayExport={mayExport} versions={versions} />));
  expect(page(true)).toMatch(
    /Version 2 Ben.*In use · Changed: how values travel, whether it can verify.*Version 1 Ben/,
  );
  expect(page(true)).toContain("Definition of version 1");
  expect(page(false)).not.toContain("Definition");
});
