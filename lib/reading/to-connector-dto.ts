import type { CredentialField, Endpoint, EndpointParameter } from "@/lib/connectors/connector";
import { type AnyConnector, endpointsOf } from "@/lib/connectors/database-connector";
import { endpointSchema } from "@/lib/connectors/endpoint-fields";
import { toJsonSchema } from "@/lib/connectors/record-fields";
import { VALUE_MAX } from "@/lib/credentials/credential-schema";
import type { ConnectorDto, ConnectorEndpointDto, ConnectorFieldDto, ConnectorParameterDto } from "./connector-dto";
import { changedOf } from "./read-records";

function toField(field: CredentialField): ConnectorFieldDto {
  const { id, label, secret, help, optional } = field;
  const asked = { id, label, secret, required: !optional, help };
  if (field.secret) return { ...asked, maxLength: VALUE_MAX };
  if (field.kind === "choice") return { ...asked, options: [...field.options] };
  const { maxLength, format } = field;
  return { ...asked, maxLength, ...(format ? { format: { pattern: format.pattern, words: format.words } } : {}) };
}

function toParameter({ required = false, personal: _, ...parameter }: EndpointParameter): ConnectorParameterDto {
  if ("options" in parameter) return { ...parameter, required, options: [...parameter.options] };
  if (parameter.kind !== "datetime") return { ...parameter, required };
  // How the provider wants it is no matter of who asks here.
  const { sentAs: _sentAs, ...shown } = parameter;
  return { ...shown, required };
}

function toEndpoint(connector: AnyConnector, endpoint: Endpoint): ConnectorEndpointDto {
  const endpoints = endpointsOf(connector);
  const { id, name, summary, method, path, parameters, reading } = endpoint;
  const schema = endpointSchema(connector.id, endpoint);
  return {
    ...{ id, label: name, description: summary, method, path },
    parameters: parameters.map(toParameter),
    key: reading.key,
    ...(schema ? { schema: toJsonSchema(schema) } : {}),
    changed: changedOf({ endpoints, endpoint, parameters: {} }) !== undefined,
    personalFields: [...reading.personalFields],
  };
}

/** What a program may know of a connector: nothing of how requests are signed or answers judged. */
export function toConnectorDto(connector: AnyConnector): ConnectorDto {
  const { id, name, summary, authentication, own } = connector;
  return {
    ...{ id, name, description: summary, isOwn: own !== undefined },
    authentication: { fields: authentication.fields.map(toField) },
    endpoints: endpointsOf(connector).map((endpoint) => toEndpoint(connector, endpoint)),
  };
}
