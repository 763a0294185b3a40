import { createGunzip } from "node:zlib";
import { getUpload, uploadKey } from "@qinghao/db";
import type { RequestContext } from "../context.ts";
import { apiErrors } from "../errors.ts";
import type { GivenSource } from "../sources.ts";

/** The largest structure that is read, unpacked: about a million atoms of PDB. */
const mostBytes = 100_000_000;

/**
 * The whole text of an upload, unpacked where it is gzipped, or the text that was given, with the file's name. Throws
 * when neither or both are given, and `api.structure.too_large`.
 */
export async function structureText(
  ctx: RequestContext,
  { uploadId, text, fileName }: GivenSource,
): Promise<{ text: string; fileName: string }> {
  if ((uploadId === undefined) === (text === undefined)) throw apiErrors.create("source.missing");
  if (uploadId === undefined) return { text: text!, fileName: fileName ?? "" };
  const upload = await getUpload(ctx.db, uploadId);
  const bytes = await unpacked(ctx.artifacts.open(uploadKey(uploadId)));
  return { text: bytes.toString("utf8"), fileName: fileName ?? upload.fileName };
}

async function unpacked(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const keep = (chunk: Uint8Array) => {
    size += chunk.byteLength;
    if (size > mostBytes) throw apiErrors.create("structure.too_large", { limit: "100 MB" });
    chunks.push(chunk);
  };
  for await (const chunk of source) keep(chunk);
  const whole = Buffer.concat(chunks);
  if (whole[0] !== 0x1f || whole[1] !== 0x8b) return whole;
  chunks.length = 0;
  size = 0;
  const gunzip = createGunzip();
  gunzip.end(whole);
  try {
    for await (const chunk of gunzip) keep(chunk as Uint8Array);
  } catch (error) {
    if (size > mostBytes) throw error;
    throw apiErrors.create("structure.gzip", {}, error);
  }
  return Buffer.concat(chunks);
}
