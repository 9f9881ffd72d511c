import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import type { FormEndpoint } from "@/lib/connectors/connector";
import { type DataSourceForm, dataSourceForm } from "@/lib/data-sources/data-source-schema";

/** The parameters that count are those of the endpoint chosen at that moment. Loaded by `lazyResolver` only. */
export function dataSourceResolver(endpoints: readonly FormEndpoint[]): Resolver<DataSourceForm> {
  return (values, context, options) => {
    const endpoint = endpoints.find(({ id }) => id === values.endpointId);
    if (!endpoint) return { values: {}, errors: { endpointId: { type: "required", message: "Choose an endpoint." } } };
    const resolve = zodResolver(dataSourceForm(endpoint)) as unknown as Resolver<DataSourceForm>;
    return resolve(values, context, options);
  };
}
