"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useToast } from "@/components/ui/toast-context";
import { useAction } from "@/components/ui/use-action";
import type { SignInConnector } from "@/lib/connectors/connector";
import type { ConnectorTile } from "@/lib/connectors/connector-tile";
import type { CredentialDto } from "@/lib/credentials/credential-dto";
import { getTypeAction, listTypesAction } from "@/lib/credentials/list/type-actions";
import { AddCredential } from "./add-credential";
import { ChooseType } from "./choose-type";

type AddOfAnyTypeProps = {
  /** The type that the list is narrowed to. */
  connectorId: string | undefined;
  onClose: () => void;
  /** Where it is in the list, once that is fetched anew. */
  onAdded: (id: string) => void;
};

/** *Add Credential* where no type is given: the type first, then the overlay. */
export function AddOfAnyType({ connectorId: given, onClose, onAdded }: AddOfAnyTypeProps) {
  const router = useRouter();
  const { show, land } = useToast();
  const { failure, run } = useAction();
  const [types, setTypes] = useState<ConnectorTile[]>();
  const [connector, setConnector] = useState<SignInConnector>();
  const choose = async (connectorId: string) => {
    const result = await run((from) => getTypeAction(from, { connectorId }));
    if (result?.ok) setConnector(result.data);
  };
  const begin = async () => {
    if (given !== undefined) return choose(given);
    const result = await run((from) => listTypesAction(from));
    if (result?.ok) setTypes(result.data);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what it was opened with
  useEffect(() => void begin(), []);
  if (!connector) {
    // What takes no time is not shown to be waited for.
    if (!types && !failure) return null;
    return <ChooseType failure={failure} onChoose={choose} onClose={onClose} types={types ?? []} />;
  }

  const open = (id: string) => `/credentials/${id}`;
  const onSaved = ({ id, name, status }: CredentialDto) => {
    onClose();
    show({ text: `${name} was saved as ${status.toLowerCase()}.`, action: { label: "Open", href: open(id) } });
    onAdded(id);
    router.refresh();
  };
  return (
    <AddCredential
      connector={connector}
      onClose={onClose}
      onSaved={onSaved}
      onSelect={({ id }) => {
        onClose();
        land(open(id));
        router.push(open(id));
      }}
      selectLabel="Open that one"
    />
  );
}
