/** How long values that were replaced are kept where a workspace chose nothing, in days. The schema says the same. */
export const RETENTION_DAYS = 30;

/** What a workspace chose, as its owners and admins may know it. */
export type SettingsDto = {
  /** How often stored credentials are verified again. Null: the installation's default; 0: never. */
  checkEveryMinutes: number | null;
  webhookUrl: string | null;
  emailNotices: boolean;
  /** How many days values that were replaced are kept, to roll back to them. */
  versionRetentionDays: number;
  /** After how many days values should be replaced; null where they need not be. */
  maxAgeDays: number | null;
  /** Whether the operator set up a mail server. */
  mailConfigured: boolean;
  /** Addresses of the owners and admins: who is told by e-mail. */
  receivers: string[];
  /** Named by an edit, so that it never overwrites a change it has not seen. 0 where nothing was chosen yet. */
  revision: number;
};

/** The secret that webhooks are signed with, `whsec_` and base64. Shown on request only, never part of a page. */
export type WebhookSecretDto = { secret: string };
