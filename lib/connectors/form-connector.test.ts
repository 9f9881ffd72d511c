import { expect, it } from "vitest";
import { formConnector } from "./form-connector";
import { requestLine } from "./read-request";
import { connectors } from "./registry";

it.each(connectors)("$id: a form has what it shows of an endpoint, and not how it is read", (connector) => {
  const { endpoints, ...rest } = formConnector(connector);
  expect(Object.keys(rest).sort()).toEqual(["authentication", "id", "name"]);
  for (const [index, endpoint] of endpoints.entries()) {
    const whole = connector.endpoints[index];
    expect(endpoint.parameters).toBe(whole?.parameters);
    expect(["each", "personalFields", "records"]).toEqual(expect.arrayContaining(Object.keys(endpoint.reading)));
    expect(whole && requestLine(whole, {})).toBe(requestLine(endpoint, {}));
  }
});
