import { createUpload, getUpload, type Upload, uploadKey } from "@qinghao/db";
import type { UploadId } from "@qinghao/kernel";
import type { RequestContext } from "./context.ts";
import { apiErrors } from "./errors.ts";
import type { PreviewSource } from "./preview.ts";

/** Where molecules come from: an upload, or a pasted text. */
export type GivenSource = { uploadId?: UploadId; text?: string; fileName?: string };

/** The upload that is meant; a pasted text is stored as one. Throws when neither or both are given. */
export async function uploadFrom(ctx: RequestContext, given: GivenSource): Promise<Upload> {
  const { uploadId, text, fileName } = given;
  if ((uploadId === undefined) === (text === undefined)) throw apiErrors.create("source.missing");
  if (uploadId !== undefined) return getUpload(ctx.db, uploadId);
  const id = ctx.newId("upload");
  const stored = await ctx.artifacts.put(uploadKey(id), new TextEncoder().encode(text));
  const { size, sha256 } = stored;
  return createUpload(ctx.db, { id, fileName: fileName ?? pastedName(ctx), size, sha256 });
}

/** The same as something that a preview can read, without storing anything. */
export async function previewSource(ctx: RequestContext, given: GivenSource): Promise<PreviewSource> {
  const { uploadId, text, fileName } = given;
  if ((uploadId === undefined) === (text === undefined)) throw apiErrors.create("source.missing");
  if (uploadId !== undefined) {
    const upload = await getUpload(ctx.db, uploadId);
    return { fileName: upload.fileName, size: upload.size, open: () => ctx.artifacts.open(uploadKey(uploadId)) };
  }
  const bytes = new TextEncoder().encode(text);
  return {
    fileName: fileName ?? null,
    size: bytes.byteLength,
    async *open() {
      yield bytes;
    },
  };
}

/** How pasted text is called in the list of imports. */
const pastedName = (ctx: RequestContext): string => (ctx.locale === "zh" ? "粘贴的文本" : "pasted text");
