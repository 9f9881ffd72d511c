/**
 * Whose accepted answers a connector takes for its own. It does no harm: each is asked at hosts of its own, over TLS, and
 * nothing of an answer is more than read. A new pair is named here, or its connector says more of what it expects.
 */
export const ALIKE: Record<string, readonly string[]> = {
  // Both list people as users.
  "clari-copilot": ["gong"],
  gong: ["clari-copilot"],
  // Both answer with a user that has an id.
  zendesk: ["activecampaign"],
  activecampaign: ["zendesk"],
  // Both have an object of results.
  mixpanel: ["ashby"],
  // Lists of data: nothing else of the answer is documented.
  amplitude: ["stripe", "klaviyo", "paddle", "openai", "anthropic"],
  openai: ["stripe"],
  anthropic: ["stripe", "openai"],
  // Pages of one framework, with results in them.
  avoma: ["posthog"],
  posthog: ["avoma"],
  // Lists with nothing around them.
  freshdesk: ["pendo", "bamboohr", "smartlead"],
  pendo: ["freshdesk", "bamboohr", "smartlead"],
  bamboohr: ["freshdesk", "pendo", "smartlead"],
  smartlead: ["freshdesk", "pendo", "bamboohr"],
  // An id is all that it says without a scope.
  airtable: ["intercom", "close", "notion", "copper"],
};
