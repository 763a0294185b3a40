/** A line of a SMILES file: the structure (with its CXSMILES part), and what follows it. */
export function splitSmilesLine(text: string): { structure: string; rest: string } {
  const trimmed = text.trim();
  const space = trimmed.search(/\s/);
  if (space < 0) return { structure: trimmed, rest: "" };
  const smiles = trimmed.slice(0, space);
  const after = trimmed.slice(space).trimStart();
  const extension = /^\|[^|]*\|/.exec(after)?.[0];
  if (extension === undefined) return { structure: smiles, rest: after };
  return { structure: `${smiles} ${extension}`, rest: after.slice(extension.length).trim() };
}
