import type { UploadView } from "@qinghao/api/schema";
import type { WireError } from "@qinghao/kernel";
import { ResponseFailure } from "./failure.ts";

export type SendOptions = { signal: AbortSignal; onProgress: (sent: number, size: number) => void };

/**
 * Streams a file to the server as it lies on disk; nothing of it is read into the page. XMLHttpRequest because fetch
 * tells nothing of how far an upload is. Throws ResponseFailure when the server refuses it.
 */
export function sendFile(file: File, { signal, onProgress }: SendOptions): Promise<UploadView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/uploads?fileName=${encodeURIComponent(file.name)}`);
    request.responseType = "json";
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("accept-language", document.documentElement.lang);
    request.upload.onprogress = (event) => onProgress(event.loaded, file.size);
    request.onload = () => {
      if (request.status < 300 && request.response !== null) return resolve(request.response as UploadView);
      const error = (request.response as { error?: WireError } | null)?.error;
      reject(error === undefined ? new Error(`HTTP ${request.status}`) : new ResponseFailure(error));
    };
    request.onerror = () => reject(new UnreachableError());
    request.onabort = () => reject(new DOMException("the upload was stopped", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

/** The connection broke before an answer came. */
export class UnreachableError extends Error {
  constructor() {
    super("no answer");
    this.name = "UnreachableError";
  }
}
