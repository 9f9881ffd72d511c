import { activecampaignAnswers } from "./activecampaign.fixture";
import { aircallAnswers } from "./aircall.fixture";
import { airtableAnswers } from "./airtable.fixture";
import { amplitudeAnswers } from "./amplitude.fixture";
import type { Answers } from "./answers.fixture";
import { anthropicAnswers } from "./anthropic.fixture";
import { apolloAnswers } from "./apollo.fixture";
import { ashbyAnswers } from "./ashby.fixture";
import { attioAnswers } from "./attio.fixture";
import { avomaAnswers } from "./avoma.fixture";
import { bamboohrAnswers } from "./bamboohr.fixture";
import { callrailAnswers } from "./callrail.fixture";
import { chargebeeAnswers } from "./chargebee.fixture";
import { chartmogulAnswers } from "./chartmogul.fixture";
import { clariCopilotAnswers } from "./clari-copilot.fixture";
import { closeAnswers } from "./close.fixture";
import { copperAnswers } from "./copper.fixture";
import { customerIoAnswers } from "./customer-io.fixture";
import { datadogAnswers } from "./datadog.fixture";
import { fathomAnswers } from "./fathom.fixture";
import { firefliesAnswers } from "./fireflies.fixture";
import { freshdeskAnswers } from "./freshdesk.fixture";
import { gongAnswers } from "./gong.fixture";
import { hubspotAnswers } from "./hubspot.fixture";
import { intercomAnswers } from "./intercom.fixture";
import { jiraAnswers } from "./jira.fixture";
import { klaviyoAnswers } from "./klaviyo.fixture";
import { lemlistAnswers } from "./lemlist.fixture";
import { mailchimpAnswers } from "./mailchimp.fixture";
import { mixpanelAnswers } from "./mixpanel.fixture";
import { mondayAnswers } from "./monday.fixture";
import { notionAnswers } from "./notion.fixture";
import { openaiAnswers } from "./openai.fixture";
import { paddleAnswers } from "./paddle.fixture";
import { pendoAnswers } from "./pendo.fixture";
import { pipedriveAnswers } from "./pipedrive.fixture";
import { posthogAnswers } from "./posthog.fixture";
import { salesforceAnswers } from "./salesforce.fixture";
import { salesloftAnswers } from "./salesloft.fixture";
import { slackAnswers } from "./slack.fixture";
import { smartleadAnswers } from "./smartlead.fixture";
import { snowflakeAnswers } from "./snowflake.fixture";
import { stripeAnswers } from "./stripe.fixture";
import { zendeskAnswers } from "./zendesk.fixture";

/** By the connector's id. */
export const answersOf: Readonly<Record<string, Answers>> = {
  "clari-copilot": clariCopilotAnswers,
  gong: gongAnswers,
  fireflies: firefliesAnswers,
  hubspot: hubspotAnswers,
  zendesk: zendeskAnswers,
  intercom: intercomAnswers,
  stripe: stripeAnswers,
  pipedrive: pipedriveAnswers,
  apollo: apolloAnswers,
  salesloft: salesloftAnswers,
  aircall: aircallAnswers,
  attio: attioAnswers,
  close: closeAnswers,
  mixpanel: mixpanelAnswers,
  amplitude: amplitudeAnswers,
  chargebee: chargebeeAnswers,
  avoma: avomaAnswers,
  salesforce: salesforceAnswers,
  fathom: fathomAnswers,
  freshdesk: freshdeskAnswers,
  airtable: airtableAnswers,
  lemlist: lemlistAnswers,
  klaviyo: klaviyoAnswers,
  mailchimp: mailchimpAnswers,
  activecampaign: activecampaignAnswers,
  "customer-io": customerIoAnswers,
  posthog: posthogAnswers,
  pendo: pendoAnswers,
  chartmogul: chartmogulAnswers,
  paddle: paddleAnswers,
  bamboohr: bamboohrAnswers,
  ashby: ashbyAnswers,
  jira: jiraAnswers,
  slack: slackAnswers,
  notion: notionAnswers,
  monday: mondayAnswers,
  copper: copperAnswers,
  callrail: callrailAnswers,
  smartlead: smartleadAnswers,
  openai: openaiAnswers,
  anthropic: anthropicAnswers,
  snowflake: snowflakeAnswers,
  datadog: datadogAnswers,
};
