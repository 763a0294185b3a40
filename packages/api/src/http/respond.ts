import type { Locale } from "../context.ts";
import { type Failure, wireFailure } from "../failure.ts";

const jsonHeaders = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

export const respondJson = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: jsonHeaders });

/** `{ error: { code, text, message, retry, details, issues? } }` under the error's own HTTP status. */
export function respondFailure(failure: Failure, locale: Locale): Response {
  const response = respondJson({ error: wireFailure(failure, locale) }, failure.error.http);
  response.headers.set("content-language", locale);
  response.headers.set("vary", "accept-language");
  if (failure.error.retry === "later") response.headers.set("retry-after", "5");
  return response;
}

/** A streamed download; the producer is asked for the next piece only when the client has taken the last. */
export function respondStream(
  pieces: AsyncIterable<string | Uint8Array>,
  file: { name: string; type: string },
  onFailure: (cause: unknown) => void,
): Response {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await iterator.next();
        if (next.done) controller.close();
        else controller.enqueue(typeof next.value === "string" ? encoder.encode(next.value) : next.value);
      } catch (cause) {
        onFailure(cause);
        controller.error(new Error("the download broke off; see the server's log"));
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": `${file.type}; charset=utf-8`,
      "content-disposition": contentDisposition(file.name),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** RFC 6266: an ASCII name for old clients, the true one in UTF-8. */
export function contentDisposition(name: string): string {
  const ascii = name.replace(/[^\w.-]+/g, "_");
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
