"use client";

import type { UploadView } from "@qinghao/api/schema";
import { useEffect, useRef, useState } from "react";
import { sendFile } from "./send-file.ts";

export type Sending = { file: File; sent: number; startedAt: number };
export type SendProblem = { file: string; error: unknown };

/** Sends one file at a time to the server and says how far it is; a new one stops the one before. */
export function useUpload() {
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<SendProblem | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const send = async (file: File, onReady: (upload: UploadView) => void) => {
    stop.current?.abort();
    const controller = new AbortController();
    stop.current = controller;
    setProblem(null);
    setSending({ file, sent: 0, startedAt: performance.now() });
    try {
      const upload = await sendFile(file, {
        signal: controller.signal,
        onProgress: (sent) => setSending((now) => (now === null ? now : { ...now, sent })),
      });
      onReady(upload);
    } catch (error) {
      if (!controller.signal.aborted) setProblem({ file: file.name, error });
    } finally {
      if (stop.current === controller) setSending(null);
    }
  };
  return { sending, problem, setProblem, send, cancel: () => stop.current?.abort() };
}
