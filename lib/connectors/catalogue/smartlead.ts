import { defineConnector } from "../connector";
import { monogram } from "../monogram";

/** Smartlead, engagement. Sources: NangoHQ/nango and simstudioai/sim, 2026-08. */
export const smartlead = defineConnector({
  id: "smartlead",
  name: "Smartlead",
  summary: "Campaigns in Smartlead.",
  category: "Engagement",
  mark: { tone: "teal", path: monogram("SM") },
  hosts: { api: { kind: "fixed", origin: "https://server.smartlead.ai" } },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "apiKey",
        label: "API Key",
        secret: true,
        help: "Sent as api_key in the address of each request.",
        aliases: ["api_key", "api key", "apikey", "key"],
      },
    ],
    placements: [{ in: "query", name: "api_key", parts: [{ field: "apiKey" }] }],
    guide: {
      steps: ["Sign in at app.smartlead.ai.", "Open Settings, then API.", "Copy the key and paste it here."],
      roles: "Smartlead's pages don't say who can see it; admins can.",
      warnings: ["Smartlead takes the key in the address only: it stands in the logs of every proxy on the way."],
    },
    refusal: {
      causes: ["The key was deleted in Smartlead.", "The key is incomplete."],
      nextStep: "Copy the key again from Settings, API.",
    },
  },
  verification: {
    method: "GET",
    path: "/api/v1/client",
    expect: { kind: "array", at: [], idAt: ["id"] },
    forbidden: "unclear",
  },
  limits: [],
  endpoints: [],
});
