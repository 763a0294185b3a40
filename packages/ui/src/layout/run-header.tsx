"use client";

import { type ReactNode, useState } from "react";
import { Button } from "../controls/button.tsx";
import { CopyButton } from "../feedback/copy-button.tsx";
import { ConfirmDialog } from "../overlays/dialog.tsx";
import { PageHeader } from "./page-header.tsx";

export type RunHeaderProps = {
  /** The way up. */
  above: ReactNode;
  title: ReactNode;
  /** A StateChip. */
  state: ReactNode;
  id: string;
  /** Name of the button that copies the id. */
  copyLabel: string;
  actions: ReactNode;
};

/** The first row of a run's page: what it is, how far, its id to copy, what can be done. */
export function RunHeader({ id, copyLabel, ...rest }: RunHeaderProps) {
  return (
    <PageHeader
      {...rest}
      meta={
        <span className="inline-flex items-center gap-1 font-mono text-xs">
          {id}
          <CopyButton text={id} label={copyLabel} />
        </span>
      }
    />
  );
}

export type CancelButtonProps = {
  /** The deed, such as "Cancel the run". */
  label: string;
  /** What is asked before, and what it means. */
  title: string;
  children: ReactNode;
  isDisabled: boolean;
  onCancel: () => void;
  /** Why it could not be cancelled. */
  problem?: string | undefined;
};

/** Stops a job once the person has said so twice. */
export function CancelButton({ label, title, children, isDisabled, onCancel, problem }: CancelButtonProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      {problem !== undefined && (
        <span role="alert" className="text-sm text-danger">
          {problem}
        </span>
      )}
      <Button isDisabled={isDisabled} onPress={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={title}
        confirmLabel={label}
        onConfirm={onCancel}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}
