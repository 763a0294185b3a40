import type { ImportView, UploadView } from "@qinghao/api/schema";
import type { Io } from "../io.ts";
import { ask, fromWire, type Server } from "../server/connection.ts";
import { uploadFile } from "../server/files.ts";
import { requireCompleted, watchJob } from "../server/watch.ts";
import { say } from "../terminal/language.ts";

/** Uploads a file, imports it into a project and waits for the end. Throws when nothing of it could be read. */
export async function importFile(
  io: Io,
  server: Server,
  file: { path: string; projectId: string; column?: string },
): Promise<ImportView> {
  const upload: UploadView = await uploadFile(io, server, file.path);
  if (upload.problem !== null) throw fromWire(upload.problem);
  const mapping =
    file.column === undefined ? undefined : { ...upload.preview?.mapping, structure: columnOf(file.column) };
  const started = await ask(
    server.api.imports.start.mutate({ projectId: file.projectId, uploadId: upload.uploadId, mapping }),
  );
  const ended = await watchJob(io, () => ask(server.api.imports.get.query({ importId: started.id })));
  requireCompleted(ended);
  return ended;
}

/** A column by name, or by 0-based position when it is a number. */
export const columnOf = (text: string): string | number => (/^\d+$/.test(text) ? Number(text) : text);

export function importSentence(io: Io, ended: ImportView): string {
  const { read, added, existed, rejected } = ended.counts;
  const again =
    ended.repeatOf === null
      ? ""
      : say(io.language, {
          en: ` The same file was imported before (${ended.repeatOf}).`,
          zh: `相同的文件此前已导入（${ended.repeatOf}）。`,
        });
  return (
    say(io.language, {
      en: `${ended.id}: ${read} rows read, ${added} compounds added, ${existed} already registered, ${rejected} rejected.`,
      zh: `${ended.id}：读取 ${read} 行，新增 ${added} 个化合物，已登记 ${existed}，拒绝 ${rejected}。`,
    }) + again
  );
}
