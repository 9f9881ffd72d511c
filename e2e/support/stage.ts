import type { Cast } from "./cast";
import { credentialBody, dataSourceBody, join, newEmail, type Role, tokenBody } from "./people";

let made = 0;
export function newName(noun: string): string {
  made += 1;
  return `${noun} ${made}`;
}

/** Things to act on, made by someone who may. */
export class Stage {
  readonly cast: Cast;
  private readonly people = new Map<Role, string>();
  readonly pair: { apiKey: string; apiPassword: string };

  constructor(cast: Cast, pair: { apiKey: string; apiPassword: string }) {
    this.cast = cast;
    this.pair = pair;
  }
  credentialBody() {
    return credentialBody(this.pair, newName("Credential"));
  }
  async credential(): Promise<{ id: string; revision: number }> {
    return (await this.cast.owner.post("/credentials", this.credentialBody())).body;
  }
  async deletedCredential(): Promise<string> {
    const { id } = await this.credential();
    await this.cast.owner.delete(`/credentials/${id}`);
    return id;
  }
  async dataSource(): Promise<{ id: string; revision: number; credentialId: string }> {
    const { id: credentialId } = await this.credential();
    const { body } = await this.cast.owner.post("/data-sources", dataSourceBody(credentialId, newName("Source")));
    return { ...body, credentialId };
  }
  /** One of someone whom nobody else is. */
  async token(): Promise<string> {
    return (await this.cast.owner.post("/tokens", tokenBody(newName("Token")))).body.id;
  }
  /** Someone to act on; the same one until a cell that is allowed used them up: joining takes a while. */
  async someone(role: Role = "viewer"): Promise<string> {
    const userId = this.people.get(role) ?? (await (await join(this.cast.owner, role, newName("Someone"))).userId());
    this.people.set(role, userId);
    return userId;
  }
  usedUp(): void {
    this.people.clear();
  }
  /** The one that a rotation goes to. */
  async newestKey(): Promise<string> {
    return (await this.cast.owner.get("/keys")).body.keys.at(-1).id;
  }
  async addedKey(): Promise<string> {
    return (await this.cast.owner.post("/keys")).body.id;
  }
  async invitation(): Promise<string> {
    return (await this.cast.owner.post("/invitations", { email: newEmail("waiting"), role: "viewer" })).body.invitation
      .id;
  }
  async workspaceId(): Promise<string> {
    return (await this.cast.owner.get("/workspaces")).body.activeId;
  }
  async workspaceName(): Promise<string> {
    const { activeId, data } = (await this.cast.owner.get("/workspaces")).body;
    return data.find(({ id }: { id: string }) => id === activeId).name;
  }
}
