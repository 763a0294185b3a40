"use client";

import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { classNames } from "../class-names.ts";
import { Button } from "../controls/button.tsx";
import { useUiText } from "../ui-locale.ts";

export type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons at the foot, the deed last. */
  actions?: ReactNode;
  role?: "dialog" | "alertdialog";
  width?: "narrow" | "wide";
};

export function Dialog({ isOpen, onClose, title, children, actions, role = "dialog", width = "narrow" }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === "dialog"}
      className="fixed inset-0 z-40 flex items-start justify-center bg-scrim px-4 pt-[12vh] transition-opacity data-entering:opacity-0 data-exiting:opacity-0"
    >
      <Modal
        className={classNames(
          "w-full rounded-md bg-raised shadow-overlay",
          width === "narrow" ? "max-w-md" : "max-w-3xl",
        )}
      >
        <AriaDialog role={role} className="flex max-h-[76vh] flex-col outline-none">
          <Heading slot="title" className="px-5 pt-4 text-lg font-semibold">
            {title}
          </Heading>
          <div className="flex flex-col gap-3 overflow-auto px-5 py-3 text-sm text-ink-2">{children}</div>
          {actions !== undefined && <div className="flex justify-end gap-2 px-5 pt-1 pb-4">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export type ConfirmDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** The deed in words, such as "Cancel the run". */
  confirmLabel: string;
  onConfirm: () => void;
};

/** Asks before what cannot be undone. */
export function ConfirmDialog({ confirmLabel, onConfirm, onClose, ...rest }: ConfirmDialogProps) {
  const text = useUiText();
  return (
    <Dialog
      {...rest}
      onClose={onClose}
      role="alertdialog"
      actions={
        <>
          <Button look="quiet" onPress={onClose} autoFocus>
            {text.close}
          </Button>
          <Button
            look="danger"
            onPress={() => {
              onConfirm();
              onClose();
            }}
          >
            {confirmLabel}
          </Button>
        </>
      }
    />
  );
}
