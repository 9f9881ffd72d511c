import type { Page } from "playwright/test";
import { expect, fillCredential } from "../support/fixtures";
import { credentialBody, dataSourceBody, test } from "../support/people";

const WAYS = {
  Cancel: (page: Page) => page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click(),
  "the cross": (page: Page) => page.getByRole("dialog").getByRole("button", { name: "Close" }).click(),
  Escape: (page: Page) => page.keyboard.press("Escape"),
};

test("an overlay that an address opened leaves the focus on the page's heading, whichever way one leaves it", async ({
  owner,
  signedIn: page,
  home,
}) => {
  const { body: credential } = await owner.post(
    "/credentials",
    credentialBody(home.clari.pair, "Opened by an address"),
  );
  const { body: source } = await owner.post("/data-sources", dataSourceBody(credential.id, "Asks for a token"));
  for (const [path, heading] of [
    ["/data-sources/new/clari-copilot?add=1", "Authenticate"],
    [`/data-sources/new/clari-copilot?replace=${credential.id}`, "Authenticate"],
    [`/credentials/${credential.id}?replace=1`, credential.name],
    [`/settings/tokens?source=${source.id}`, "Tokens"],
  ] as const) {
    for (const [way, leave] of Object.entries(WAYS)) {
      await page.goto(path);
      await expect(page.getByRole("dialog").getByRole("textbox").first(), path).toBeFocused();
      await leave(page);
      await expect(page.getByRole("dialog")).toBeHidden();
      await expect(page.getByRole("heading", { level: 1, name: heading }), `${path} by ${way}`).toBeFocused();
    }
  }
});

test("whichever way one leaves a form, it asks before it throws away what was typed", async ({
  owner,
  signedIn: page,
  home,
}) => {
  const { body: credential } = await owner.post("/credentials", credentialBody(home.clari.pair, "Half edited"));
  const dialog = page.getByRole("dialog");
  const forms: [string, field: string, () => Promise<unknown>][] = [
    [
      "Add New Credential",
      "Credential Name",
      () => fillCredential(page, "Half typed", { apiKey: "k", apiPassword: "p" }),
    ],
    ["Replace values", "API Key", () => page.goto(`/credentials/${credential.id}?replace=1`)],
    [
      "Edit credential",
      "Credential Name",
      async () => {
        await page.goto(`/credentials/${credential.id}`);
        await page.getByRole("button", { name: "Edit" }).click();
      },
    ],
    [
      "Create token",
      "Token name",
      async () => {
        await page.goto("/settings/tokens");
        await page.getByRole("button", { name: "Create token" }).click();
      },
    ],
    [
      "Invite to the workspace",
      "Email",
      async () => {
        await page.goto("/members");
        await page.getByRole("button", { name: "Invite" }).click();
      },
    ],
  ];
  for (const [title, label, open] of forms) {
    await open();
    await expect(page.getByRole("dialog", { name: title })).toBeVisible();
    const field = dialog
      .getByRole("textbox", { name: label, exact: true })
      .or(dialog.getByLabel(label, { exact: true }));
    for (const [way, leave] of Object.entries(WAYS)) {
      await field.first().fill("typed");
      await leave(page);
      await expect(dialog.getByText("Discard what you typed?"), `${title} by ${way}`).toBeVisible();
      await dialog.getByRole("button", { name: "Keep editing" }).click();
      await expect(field.first()).toHaveValue("typed");
    }
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.getByRole("button", { name: "Discard" }).click();
    await expect(dialog).toBeHidden();
  }
});
