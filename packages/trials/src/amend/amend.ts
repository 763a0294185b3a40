import type { CriteriaDocument } from "../criteria/document.schema.ts";
import { type CriterionChange, compareDocuments } from "./compare.ts";

export type Amendment = {
  document: CriteriaDocument;
  changes: CriterionChange[];
  /** Ids in the new document whose reviewed tree was taken over from the old one because the words are equal. */
  carriedOver: string[];
};

/**
 * The next version of reviewed criteria after the protocol's text changed. Where the words stayed, the reviewed tree stays
 * too, whatever the reader makes of them now; everything else is the reader's and to be reviewed again.
 */
export function amend(reviewed: CriteriaDocument, reread: CriteriaDocument): Amendment {
  const kept = new Map(
    compareDocuments(reviewed, reread)
      .filter(({ kind }) => kind === "same" || kind === "logic-changed")
      .map(({ before, after }) => [after!.id, before!]),
  );
  const criteria = reread.criteria.map((one) => {
    const before = kept.get(one.id);
    return before === undefined
      ? one
      : { ...one, tree: before.tree, computable: before.computable, notes: before.notes };
  });
  const document = { ...reread, criteria };
  return { document, changes: compareDocuments(reviewed, document), carriedOver: [...kept.keys()] };
}
