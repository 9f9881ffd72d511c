import { defineConnector } from "../connector";
import { monogram } from "../monogram";
import { header } from "../placements";

/** Fathom, meeting notes. Sources: NangoHQ/nango and simstudioai/sim, 2026-08. */
export const fathom = defineConnector({
  id: "fathom",
  name: "Fathom",
  summary: "Meeting notes from Fathom.",
  category: "Meeting notes",
  mark: { tone: "teal", path: monogram("FT") },
  hosts: { api: { kind: "fixed", origin: "https://api.fathom.ai" } },
  authentication: {
    noun: "key",
    fields: [
      {
        id: "apiKey",
        label: "API Key",
        secret: true,
        help: "Sent as the X-Api-Key header.",
        aliases: ["x-api-key", "api key", "apikey", "api_key", "key"],
      },
    ],
    placements: [header("X-Api-Key", "apiKey")],
    guide: {
      steps: [
        "Sign in at fathom.video.",
        "Open Settings, then Integrations, then API Access.",
        "Create a key, copy it and paste it here.",
      ],
      roles: "Everyone with access to the settings.",
      warnings: [],
    },
    refusal: {
      causes: [
        "The key was deleted in Fathom.",
        "The key is incomplete.",
        "It's a key of Fathom Analytics, another product.",
      ],
      nextStep: "Create a new key in Settings, Integrations, API Access.",
    },
  },
  verification: {
    method: "GET",
    path: "/external/v1/teams",
    expect: { kind: "array", at: ["items"] },
    forbidden: "unclear",
  },
  limits: [],
  endpoints: [],
});
