import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { PasskeysSection } from "./passkeys-section";

vi.mock("@/lib/auth/passkeys/passkey-actions", () => ({}));

const show = (address: string | undefined) =>
  renderToStaticMarkup(<PasskeysSection address={address} mayAdd passkeys={[]} />).replace(/<[^>]+>/g, "");

it("says why no passkey can be made under an address without a name, and which setting helps, instead of offering one", () => {
  expect(show("127.0.0.1:3000")).toMatch(/Passkeys need a host name.*127\.0\.0\.1:3000.*PUBLIC_URL/);
  expect(show("127.0.0.1:3000")).not.toContain("Add a passkey");
  expect(show(undefined)).toMatch(/Add a passkey$/);
  expect(show(undefined)).not.toContain("PUBLIC_URL");
});
