import { createUpload, uploadKey } from "@qinghao/db";
import { isQinghaoError, toWireError } from "@qinghao/kernel";
import type { RequestContext } from "../context.ts";
import { apiErrors } from "../errors.ts";
import { type PreviewSource, previewOf } from "../preview.ts";
import type { UploadView } from "../schema.ts";

/** 2 GiB, as the file comes: gzip counts compressed. */
export const uploadLimit = 2 * 1024 ** 3;

/** Stores the raw body as an upload and shows how it would be read. Nothing of it is held in memory. */
export async function receiveUpload(request: Request, ctx: RequestContext): Promise<UploadView> {
  const fileName = (new URL(request.url).searchParams.get("fileName") ?? "").slice(0, 255) || "upload";
  const tooLarge = () => apiErrors.create("upload.too_large", { limit: "2 GiB" });
  const declared = request.headers.get("content-length");
  if (declared !== null && Number(declared) > uploadLimit) throw tooLarge();
  const uploadId = ctx.newId("upload");
  const received = { bytes: 0 };
  async function* body(): AsyncIterable<Uint8Array> {
    if (request.body === null) return;
    for await (const chunk of request.body) {
      received.bytes += chunk.byteLength;
      if (received.bytes > uploadLimit) throw tooLarge();
      yield chunk;
    }
    if (declared !== null && received.bytes < Number(declared)) throw brokenOff(received.bytes);
  }
  const stored = await ctx.artifacts.put(uploadKey(uploadId), body()).catch((error: unknown) => {
    throw isQinghaoError(error) ? error : brokenOff(received.bytes, error);
  });
  const source: PreviewSource = {
    fileName,
    size: stored.size,
    open: () => ctx.artifacts.open(stored.key),
  };
  const shown = await previewOf(source).then(
    (preview) => ({ preview, problem: null }),
    (error: unknown) => {
      if (!isQinghaoError(error)) throw error;
      return { preview: null, problem: toWireError(error) };
    },
  );
  await createUpload(ctx.db, {
    id: uploadId,
    fileName,
    size: stored.size,
    sha256: stored.sha256,
    preview: shown.preview,
  });
  return { uploadId, size: stored.size, sha256: stored.sha256, ...shown };
}

const brokenOff = (received: number, cause?: unknown) => apiErrors.create("upload.broken_off", { received }, cause);
