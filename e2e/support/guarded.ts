import { test as base, credentialBody, dataSourceBody } from "./people";

/** Part of the names of what only people of the workspace may see. */
export const MARK = "5c1e";
export const test = base.extend<object, { guarded: { id: string; source: string } }>({
  /** A credential and a data source that only people of the workspace may see. */
  guarded: [
    async ({ owner, home }, use) => {
      const { body } = await owner.post("/credentials", {
        ...credentialBody(home.clari.pair, `Guarded tile ${MARK}`),
        keepBoth: true,
      });
      const made = await owner.post("/data-sources", dataSourceBody(body.id, `Guarded source ${MARK}`));
      await use({ id: body.id, source: made.body.id });
    },
    { scope: "worker" },
  ],
});
