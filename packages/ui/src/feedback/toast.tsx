"use client";

import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { Button as AriaButton } from "react-aria-components/Button";
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from "react-aria-components/Toast";
import { useUiText } from "../ui-locale.ts";

export type ToastMessage = {
  title: string;
  description?: string;
  tone?: "info" | "success" | "danger";
  action?: { label: string; onAction: () => void };
};

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });
const icons = { info: Info, success: CircleCheck, danger: CircleAlert };
const tones = { info: "text-info", success: "text-accent", danger: "text-danger" };

/** Shows a message at the foot of the page. One with a danger tone or an action stays until it is dismissed. */
export function showToast(message: ToastMessage): void {
  const isLasting = message.tone === "danger" || message.action !== undefined;
  queue.add(message, isLasting ? {} : { timeout: 6000 });
}

export function ToastRegion() {
  const text = useUiText();
  return (
    <AriaToastRegion
      queue={queue}
      aria-label={text.notifications}
      className="fixed right-4 bottom-4 z-50 flex w-90 max-w-[calc(100vw-2rem)] flex-col gap-2 outline-none"
    >
      {({ toast }) => {
        const { title, description, tone = "info", action } = toast.content;
        const Icon = icons[tone];
        return (
          <AriaToast toast={toast} className="flex items-start gap-3 rounded-md bg-raised p-3 shadow-overlay">
            <Icon aria-hidden size={16} className={`mt-0.5 shrink-0 ${tones[tone]}`} />
            <ToastContent className="flex min-w-0 flex-1 flex-col gap-0.5 text-sm">
              <Text slot="title" className="font-medium">
                {title}
              </Text>
              {description !== undefined && (
                <Text slot="description" className="break-words text-ink-2">
                  {description}
                </Text>
              )}
              {action !== undefined && (
                <AriaButton
                  className="self-start rounded-sm font-medium text-accent data-hovered:underline"
                  onPress={() => {
                    action.onAction();
                    queue.close(toast.key);
                  }}
                >
                  {action.label}
                </AriaButton>
              )}
            </ToastContent>
            <AriaButton
              slot="close"
              aria-label={text.dismiss}
              className="flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-3 data-hovered:bg-hover"
            >
              <X aria-hidden size={14} />
            </AriaButton>
          </AriaToast>
        );
      }}
    </AriaToastRegion>
  );
}
