import type { Definition } from "./definition-dto";

/** What a definition had and the next one has not: an endpoint, or a parameter of one that stays. */
export type TakenAway = {
  endpointId: string;
  /** Absent where the whole endpoint goes. */
  parameterId?: string;
  /** What people call it. */
  name: string;
  /** Where in the new definition that can be said. */
  place: string;
};

/** A parameter of another kind is another one: what is set of it would be no value any more. */
export function takenAway(before: Definition, after: Definition): TakenAway[] {
  return before.endpoints.flatMap(({ id: endpointId, name, parameters }) => {
    const index = after.endpoints.findIndex(({ id }) => id === endpointId);
    const endpoint = after.endpoints[index];
    if (!endpoint) return [{ endpointId, name, place: "endpoints" }];
    return parameters.flatMap(({ id: parameterId, label, kind }) => {
      const at = endpoint.parameters.findIndex(({ id }) => id === parameterId);
      if (endpoint.parameters[at]?.kind === kind) return [];
      const place = `endpoints.${index}.parameters${at === -1 ? "" : `.${at}.kind`}`;
      return [{ endpointId, parameterId, name: label, place }];
    });
  });
}
