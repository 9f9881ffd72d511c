"use client";

import { ConfigureForm } from "@/components/data-sources/configure-form";
import type { ConfigureTask } from "@/components/data-sources/use-configure";
import type { FormConnector } from "@/lib/connectors/connector";
import type { CredentialChoicesDto } from "@/lib/credentials/credential-dto";
import { PreviewPanel } from "./preview-panel";

type ConfigureWithPreviewProps = {
  connector: FormConnector;
  task: ConfigureTask;
  choices?: CredentialChoicesDto;
  mayReplace: boolean;
};

/** The *Configure* form, and beside it what it would read. */
export function ConfigureWithPreview({ connector, task, choices, mayReplace }: ConfigureWithPreviewProps) {
  return (
    <ConfigureForm
      aside={({ endpoint, credentialId, parameters, validate }) => (
        <PreviewPanel
          connector={connector}
          credentialId={credentialId}
          endpoint={endpoint}
          parameters={parameters}
          validate={validate}
        />
      )}
      choices={choices}
      connector={connector}
      mayReplace={mayReplace}
      task={task}
    />
  );
}
