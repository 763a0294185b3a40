import type { UploadId } from "@qinghao/kernel";
import { eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { dbErrors } from "../errors.ts";
import { guarded } from "../guard.ts";
import { storableText } from "../storable-text.ts";
import { uploads } from "../tables/index.ts";

export type Upload = typeof uploads.$inferSelect;

/** The artifact key of an upload's bytes. */
export const uploadKey = (id: string): string => `uploads/${id}`;

export async function createUpload(
  db: Database,
  upload: { id: UploadId; fileName: string; size: number; sha256: string; preview?: Record<string, unknown> | null },
): Promise<Upload> {
  const values = { ...upload, fileName: storableText(upload.fileName) };
  const rows = await guarded(() => db.orm.insert(uploads).values(values).returning());
  return rows[0]!;
}

/** Throws `db.upload.missing`. */
export async function getUpload(db: Database, id: UploadId): Promise<Upload> {
  const rows = await guarded(() => db.orm.select().from(uploads).where(eq(uploads.id, id)));
  if (rows[0] === undefined) throw dbErrors.create("upload.missing", { id });
  return rows[0];
}
