import type { UploadView } from "@qinghao/api/schema";
import type { WireError } from "@qinghao/kernel";
import { ResponseFailure } from "../../../trpc/failure.ts";

/** Streams a file to the server and gives its upload id; XMLHttpRequest because fetch tells nothing of progress. */
export function sendUpload(
  file: File,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (sent: number) => void },
): Promise<UploadView["uploadId"]> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/uploads?fileName=${encodeURIComponent(file.name)}`);
    request.responseType = "json";
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("accept-language", document.documentElement.lang);
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () => {
      if (request.status < 300 && request.response !== null) return resolve((request.response as UploadView).uploadId);
      const error = (request.response as { error?: WireError } | null)?.error;
      reject(error === undefined ? new Error(`HTTP ${request.status}`) : new ResponseFailure(error));
    };
    request.onerror = () => reject(new Error("no answer"));
    request.onabort = () => reject(new DOMException("the upload was stopped", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
