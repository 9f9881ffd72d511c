import { activecampaign } from "./catalogue/activecampaign";
import { aircall } from "./catalogue/aircall";
import { airtable } from "./catalogue/airtable";
import { amplitude } from "./catalogue/amplitude";
import { anthropic } from "./catalogue/anthropic";
import { apollo } from "./catalogue/apollo";
import { ashby } from "./catalogue/ashby";
import { attio } from "./catalogue/attio";
import { avoma } from "./catalogue/avoma";
import { bamboohr } from "./catalogue/bamboohr";
import { callrail } from "./catalogue/callrail";
import { chargebee } from "./catalogue/chargebee";
import { chartmogul } from "./catalogue/chartmogul";
import { close } from "./catalogue/close";
import { copper } from "./catalogue/copper";
import { customerIo } from "./catalogue/customer-io";
import { datadog } from "./catalogue/datadog";
import { fathom } from "./catalogue/fathom";
import { freshdesk } from "./catalogue/freshdesk";
import { hubspot } from "./catalogue/hubspot";
import { intercom } from "./catalogue/intercom";
import { jira } from "./catalogue/jira";
import { klaviyo } from "./catalogue/klaviyo";
import { lemlist } from "./catalogue/lemlist";
import { mailchimp } from "./catalogue/mailchimp";
import { mixpanel } from "./catalogue/mixpanel";
import { monday } from "./catalogue/monday";
import { notion } from "./catalogue/notion";
import { openai } from "./catalogue/openai";
import { paddle } from "./catalogue/paddle";
import { pendo } from "./catalogue/pendo";
import { pipedrive } from "./catalogue/pipedrive";
import { postgresql } from "./catalogue/postgresql";
import { posthog } from "./catalogue/posthog";
import { salesforce } from "./catalogue/salesforce";
import { salesloft } from "./catalogue/salesloft";
import { slack } from "./catalogue/slack";
import { smartlead } from "./catalogue/smartlead";
import { snowflake } from "./catalogue/snowflake";
import { stripe } from "./catalogue/stripe";
import { zendesk } from "./catalogue/zendesk";
import { clariCopilot } from "./clari-copilot";
import type { Connector } from "./connector";
import type { AnyConnector, DatabaseConnector } from "./database-connector";
import { fireflies } from "./fireflies";
import { gong } from "./gong";

/** Every connector that speaks HTTP, in the order of the picker. */
export const connectors: readonly Connector[] = [
  clariCopilot,
  gong,
  fireflies,
  hubspot,
  zendesk,
  intercom,
  stripe,
  pipedrive,
  apollo,
  salesloft,
  aircall,
  attio,
  close,
  mixpanel,
  amplitude,
  chargebee,
  avoma,
  salesforce,
  fathom,
  freshdesk,
  airtable,
  lemlist,
  klaviyo,
  mailchimp,
  activecampaign,
  customerIo,
  posthog,
  pendo,
  chartmogul,
  paddle,
  bamboohr,
  ashby,
  jira,
  slack,
  notion,
  monday,
  copper,
  callrail,
  smartlead,
  openai,
  anthropic,
  snowflake,
  datadog,
];

/** Their siblings, which come after them. */
export const databases: readonly DatabaseConnector[] = [postgresql];

export const allConnectors: readonly AnyConnector[] = [...connectors, ...databases];

export function findConnector(id: string): AnyConnector | undefined {
  return allConnectors.find((connector) => connector.id === id);
}

/** One that can have endpoints. */
export function findHttpConnector(id: string): Connector | undefined {
  return connectors.find((connector) => connector.id === id);
}
