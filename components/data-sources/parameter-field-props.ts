import type { UseFormReturn } from "react-hook-form";
import type { EndpointParameter } from "@/lib/connectors/connector";
import type { DataSourceForm } from "@/lib/data-sources/data-source-schema";

/** What the control of a parameter is drawn from. */
export type ParameterFieldProps = {
  parameter: EndpointParameter;
  form: UseFormReturn<DataSourceForm>;
  error: string | undefined;
};
