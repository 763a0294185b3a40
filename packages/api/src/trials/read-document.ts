import { getUpload, uploadKey } from "@qinghao/db";
import { codeResolver, documentOf, type ImportedTrial, importTrial, indexIdentifiers } from "@qinghao/trials";
import { protocolText } from "@qinghao/trials/protocol";
import type { CriteriaDocument } from "@qinghao/trials/schema";
import type { z } from "zod";
import { apiErrors } from "../errors.ts";
import type { readTrialInput } from "../schema.ts";
import type { Services } from "../services.ts";
import { lazilyBy } from "./lazily-by.ts";

/** Largest protocol that is read. */
const mostBytes = 100_000_000;

/**
 * Reads a trial out of an upload or a text, whatever its format.
 * Errors: `api.source.missing`, `db.upload.missing`, those of `importTrial` and `protocolText`.
 */
export async function readDocument(
  services: Services,
  { uploadId, text, format, language }: z.infer<typeof readTrialInput>,
): Promise<{ trial: ImportedTrial; document: CriteriaDocument }> {
  if ((uploadId === undefined) === (text === undefined)) throw apiErrors.create("source.missing");
  const knowledge = await services.knowledge.shipped();
  const resolver = codeResolver(knowledge, identifiersOf(knowledge));
  const file =
    text === undefined ? await protocolText(await bytesOf(services, uploadId!)) : { format: "text" as const, text };
  const trial = importTrial(file.text, format, { knowledge, resolver });
  if (file.format !== "text") trial.format = file.format;
  return { trial, document: documentOf(trial, { knowledge, lang: language }) };
}

const identifiersOf = lazilyBy(indexIdentifiers);

async function bytesOf(
  services: Services,
  uploadId: NonNullable<z.infer<typeof readTrialInput>["uploadId"]>,
): Promise<Uint8Array> {
  const upload = await getUpload(services.db, uploadId);
  if (upload.size > mostBytes) throw apiErrors.create("upload.too_large", { limit: `${mostBytes / 1_000_000} MB` });
  const chunks: Uint8Array[] = [];
  for await (const chunk of services.artifacts.open(uploadKey(uploadId))) chunks.push(chunk);
  return Buffer.concat(chunks);
}
