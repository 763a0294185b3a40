"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "../controls/icon-button.tsx";
import { useUiText } from "../ui-locale.ts";

export type SideSheetProps = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
};

/** A panel from the right for a task of a few fields beside the page. */
export function SideSheet({ isOpen, onClose, title, children, actions }: SideSheetProps) {
  const text = useUiText();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-40 bg-scrim transition-opacity data-entering:opacity-0 data-exiting:opacity-0"
    >
      <Modal className="fixed inset-y-0 right-0 w-full max-w-md bg-raised shadow-overlay transition-transform data-entering:translate-x-4 data-exiting:translate-x-4">
        <AriaDialog className="flex h-full flex-col outline-none">
          <div className="flex items-center justify-between border-b py-2 pr-2 pl-5">
            <Heading slot="title" className="text-base font-semibold">
              {title}
            </Heading>
            <IconButton label={text.close} icon={<X aria-hidden size={16} />} onPress={onClose} />
          </div>
          <div className="flex-1 overflow-auto p-5 text-sm">{children}</div>
          {actions !== undefined && <div className="flex justify-end gap-2 border-t px-5 py-3">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
