import { renderLicences, renderNotice, renderShareAlikeNotice } from "../build/notice.ts";
import type { DatasetFacts } from "../build/source-tables.ts";

/** What is generated from the sources' facts: path from the root of the project, and text. */
export const noticeFiles = (facts: readonly DatasetFacts[]): Record<string, string> => ({
  NOTICE: renderNotice(facts),
  "datasets/knowledge/licences.json": renderLicences(facts),
  "datasets/knowledge/share-alike/NOTICE": renderShareAlikeNotice(facts),
});
