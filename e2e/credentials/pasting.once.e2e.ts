import { expect, fillCredential, test } from "../support/fixtures";
import { paste } from "../support/paste";

test("U11: pasting fills both fields from a curl command, and takes blanks, quotes and Bearer away", async ({
  signedIn: page,
  home,
}) => {
  const { apiKey, apiPassword } = home.clari.pair;
  const key = page.getByLabel("API Key", { exact: true });
  await fillCredential(page, "Pasted", { apiKey: "", apiPassword: "" });
  await paste(
    page,
    "API Key",
    `curl -H "X-Api-Key:${apiKey}" -H 'X-Api-Password: ${apiPassword}' https://rest-api.copilot.clari.com/users`,
  );
  await expect(page.getByText("Filled API Key and API Password")).toBeVisible();
  await expect(page.getByLabel("API Password", { exact: true })).toHaveValue(apiPassword);
  for (const [text, notice] of [
    [`  ${apiKey}\n`, "We removed spaces or line breaks around the value."],
    [`"${apiKey}"`, "We removed the quotes around the value."],
    [`MY_OWN_NAME=${apiKey}`, "We removed the name in front of the value."],
    [`\u200B${apiKey}`, "We removed invisible characters from the value."],
    [`Bearer ${apiKey}`, "We removed the word Bearer in front of the value."],
  ] as const) {
    await key.fill("");
    await paste(page, "API Key", text);
    await expect(page.getByText(notice)).toBeVisible();
    await expect(key).toHaveValue(apiKey);
  }
});

test("a key of Clari Revenue is not filled in, unless the password of a pair is beside it", async ({
  signedIn: page,
}) => {
  const key = page.getByLabel("API Key", { exact: true });
  await fillCredential(page, "Revenue", { apiKey: "", apiPassword: "" });
  await paste(page, "API Key", "curl https://api.clari.com/v4/export -H 'apikey: r1'");
  await expect(page.getByText("This looks like a Clari Revenue key")).toBeVisible();
  await expect(key).toHaveValue("");
  await paste(page, "API Key", "apikey: k1\nX-Api-Password: p1");
  await expect(page.getByText("Filled API Key and API Password")).toBeVisible();
  await expect(key).toHaveValue("k1");
});

test("a refusal first names what was copied along with a value", async ({ signedIn: page }) => {
  await fillCredential(page, "Copied along", { apiKey: '"abc"', apiPassword: "X-Api-Password:def" });
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await expect(page.getByText("Most likely: API Key has quotes around it.")).toBeVisible();
  await page.getByText("Other causes").click();
  await expect(page.getByText("API Password starts with a header name.")).toBeVisible();
});
