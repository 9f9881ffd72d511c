import type { Connector, Endpoint, EndpointParameter } from "./connector";
import type { PageSize } from "./reading";

const hasNone = (texts: readonly string[]) => texts.length === 0 || texts.some((text) => text.trim() === "");

function sizeFlaws({ parameter, min, default: start, max }: PageSize): string[] {
  const isSized = Number.isInteger(min) && min >= 1 && start >= min && max >= start;
  return [
    ...(parameter ? [] : ["its page size has no parameter"]),
    ...(isSized ? [] : ["its page sizes are no sizes"]),
  ];
}

function pagingFlaws({ reading: { paging } }: Endpoint): string[] {
  const size = "size" in paging && paging.size ? sizeFlaws(paging.size) : [];
  if (paging.kind === "none") return size;
  const places = "at" in paging ? Object.values(paging.at) : [];
  return [
    ...size,
    ...("parameter" in paging && !paging.parameter ? ["its paging has no parameter"] : []),
    ...("at" in paging && hasNone(places) ? ["nothing says where its next page is"] : []),
    ...("ceiling" in paging && paging.ceiling !== undefined && paging.ceiling < 1 ? ["its ceiling is none"] : []),
  ];
}

function keysetFlaws({ reading: { order, range, paging } }: Endpoint): string[] {
  if (!range) return order ? ["it has an order and nothing to read by it"] : [];
  return [
    ...(order && Object.keys(order).length > 0 ? [] : ["nothing puts it in the order of its range"]),
    ...(hasNone([range.field, range.after, range.before]) ? ["its range has no field or no parameters"] : []),
    ...(paging.kind === "offset" ? [] : ["ties of its range need offsets"]),
    ...(range.overlapSeconds >= 1 ? [] : ["its range does not overlap"]),
  ];
}

function childFlaws({ endpoints }: Connector, { id, reading, parameters }: Endpoint): string[] {
  const { each } = reading;
  if (!each) return [];
  const parent = endpoints.find((endpoint) => endpoint.id === each.endpoint);
  const idsOf = (endpoint: Pick<Endpoint, "parameters"> | undefined) => endpoint?.parameters.map((one) => one.id) ?? [];
  const isShared = (filter: string) => idsOf(parent).includes(filter) && idsOf({ parameters }).includes(filter);
  const needed = (of: readonly EndpointParameter[]) => of.filter((one) => one.required).map((one) => one.id);
  return [
    ...(each.filters.every(isShared) && !each.filters.includes(each.as)
      ? []
      : ["a filter of its parents is no parameter of both"]),
    ...(needed(parent?.parameters ?? []).every((one) => each.filters.includes(one))
      ? []
      : ["its parents need a parameter that it has not"]),
    ...(needed(parameters).includes(each.as) ? ["it is read for one parent alone"] : []),
    ...(reading.paging.kind === "none" && !reading.range ? [] : ["what comes of one parent comes in pages"]),
    ...(parent && parent.id !== id ? [] : ["the endpoint of its parents is unknown"]),
    ...(parent?.reading.each ? ["its parents have parents"] : []),
    ...(parameters.some((parameter) => parameter.id === each.as) ? [] : ["what names its parent is no parameter"]),
    ...(each.field && each.parallel >= 1 ? [] : ["it says neither what names its parent nor how many at once"]),
  ];
}

/** Why an endpoint cannot be read, in words for whoever writes the connector; empty where it can. */
export function readingFlaws(connector: Connector, endpoint: Endpoint): string[] {
  const { records, key, personalFields, changed } = endpoint.reading;
  return [
    ...(hasNone(records) ? ["nothing says where its records are"] : []),
    ...(records.some((path) => path.split("*").length > 2) ? ["one * is all that a path may have"] : []),
    ...(key ? [] : ["its records have no key"]),
    ...(personalFields.includes("") ? ["a personal field has no name"] : []),
    ...(changed && !changed.after ? ["nothing asks for what changed"] : []),
    ...pagingFlaws(endpoint),
    ...keysetFlaws(endpoint),
    ...childFlaws(connector, endpoint),
  ];
}
