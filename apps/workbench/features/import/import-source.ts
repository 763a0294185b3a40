import type { ImportPreview } from "@qinghao/api/schema";

/** What is about to be imported: a file that lies at the server, or a pasted text. */
export type ImportSource = ({ kind: "upload"; uploadId: string } | { kind: "text"; text: string }) & {
  preview: ImportPreview;
};
