/** How far a synonym agrees with the label. */
export type SynonymScope = "EXACT" | "RELATED" | "BROAD" | "NARROW";
export type OboTerm = {
  id: string;
  name: string;
  synonyms: { text: string; scope: SynonymScope; type: string }[];
  parents: string[];
  formerIds: string[];
  xrefs: string[];
  isObsolete: boolean;
  replacedBy: string | null;
};
export type OboFile = { version: string; terms: OboTerm[] };

/** The [Term] stanzas of an OBO 1.2 file, with the tags that a pack uses. */
export function parseObo(text: string): OboFile {
  const terms: OboTerm[] = [];
  let version = "";
  let term: OboTerm | null = null;
  for (const line of text.split("\n")) {
    if (line.startsWith("[")) {
      term = line === "[Term]" ? emptyTerm() : null;
      if (term !== null) terms.push(term);
      continue;
    }
    const split = line.indexOf(": ");
    if (split < 0) continue;
    const tag = line.slice(0, split);
    const value = line.slice(split + 2);
    if (term === null) {
      if (tag === "data-version" && version === "") version = value;
      continue;
    }
    if (tag === "id") term.id = value;
    else if (tag === "name") term.name = value;
    else if (tag === "is_a") term.parents.push(withoutComment(value));
    else if (tag === "alt_id") term.formerIds.push(value);
    else if (tag === "xref") term.xrefs.push(value.split(" ")[0]!);
    else if (tag === "is_obsolete") term.isObsolete = value === "true";
    else if (tag === "replaced_by") term.replacedBy = withoutComment(value);
    else if (tag === "synonym") {
      const match = /^"((?:[^"\\]|\\.)*)" (EXACT|RELATED|BROAD|NARROW)(?: ([^[]*))?/.exec(value);
      if (match !== null) {
        const [, quoted, scope, type] = match;
        const text = quoted!.replace(/\\(.)/g, "$1");
        term.synonyms.push({ text, scope: scope as SynonymScope, type: type?.trim() ?? "" });
      }
    }
  }
  return { version, terms };
}

const withoutComment = (value: string): string => value.split(" ! ")[0]!.trim();
const emptyTerm = (): OboTerm => ({
  id: "",
  name: "",
  synonyms: [],
  parents: [],
  formerIds: [],
  xrefs: [],
  isObsolete: false,
  replacedBy: null,
});
