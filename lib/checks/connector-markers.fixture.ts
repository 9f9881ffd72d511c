import type { Connector, CredentialField, CredentialValues } from "@/lib/connectors/connector";

/** A value that a field takes and that is nowhere else in a request. */
function marker({ hosts: { api } }: Connector, field: CredentialField, index: number): string {
  if (field.secret) return `mark${index}er${api.kind === "keyEnd" ? `${api.after}us7` : ""}`;
  if (field.kind === "choice") return field.options[0]?.value ?? "";
  if (field.format) return field.format.example;
  return `mark${index}er${field.host?.is === "name" ? field.host.suffixes[0] : ""}`;
}
export const markersOf = (connector: Connector): CredentialValues =>
  Object.fromEntries(
    connector.authentication.fields.map((field, index) => [field.id, marker(connector, field, index)]),
  );
