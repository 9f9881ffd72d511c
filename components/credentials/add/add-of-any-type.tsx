"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useToast } from "@/components/ui/toast-context";
import { findConnector } from "@/lib/connectors/registry";
import type { CredentialDto } from "@/lib/credentials/credential-dto";
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
  const [connectorId, setConnectorId] = useState(given);
  const connector = findConnector(connectorId ?? "");
  if (!connector) return <ChooseType onChoose={setConnectorId} onClose={onClose} />;

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
