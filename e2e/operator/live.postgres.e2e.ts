import { expect } from "../support/fixtures";
import { listen } from "../support/listen";
import { credentialBody, test } from "../support/people";
import { freePort, startApp } from "../support/start-app";

test("R1: what one instance does is news on the screens of another", async ({ owner, home }) => {
  const other = await startApp({ ...home.env, PORT: String(await freePort()) });
  try {
    const { next, hangUp } = await listen(owner, other.url);
    const { workspaceId } = (await next()) ?? {};
    const { status } = await owner.post("/credentials", credentialBody(home.clari.pair, "Made by one"));
    expect(status).toBe(201);
    // How many notices wait depends on the tests before.
    expect(await next()).toEqual({ workspaceId, unread: expect.any(Number), kinds: ["credentials"] });
    hangUp();
  } finally {
    await other.stop();
  }
});
