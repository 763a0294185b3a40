/** Whether a text could be a SMILES: known tokens, balanced parentheses, every ring closure closed. No parse. */
export function looksLikeSmiles(text: string): boolean {
  if (text === "" || text.length > 5000) return false;
  let depth = 0;
  let atoms = 0;
  let rings = 0;
  const open = new Set<string>();
  const token = /(\[[^[\]\s]+\]|Br|Cl|[BCNOPSFIbcnops*])|(%\d\d|%\(\d+\)|\d)|([()])|->|<-|[-=#$:/\\.~]/y;
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) return false;
    const [, atom, ring, parenthesis] = match;
    if (atom !== undefined) atoms++;
    else if (ring !== undefined) {
      rings++;
      if (!open.delete(ring)) open.add(ring);
    } else if (parenthesis !== undefined) depth += parenthesis === "(" ? 1 : -1;
    if (depth < 0) return false;
  }
  // Lower case letters are ring atoms.
  return (
    atoms > 0 && depth === 0 && open.size === 0 && (rings > 0 || !/[bcnops]/.test(text.replace(/\[[^\]]*\]/g, "")))
  );
}

const smilesHeader =
  /^(?:(?:canonical|isomeric|iso|rdkit|parent|standardi[sz]ed|input)?[ _.-]*smi(?:les)?(?:[ _.-]\w+)?|structures?|结构式?|分子结构)$/i;
const nameHeader =
  /^(?:names?|title|id|cid|sid|identifier|(?:compound|cmpd|mol|molecule|drug|ligand|sample|substance|chembl|catalog|product)[ _.-]*(?:name|id|no|number|title)?|cas(?:[ _.-]*(?:no|number|rn))?|名称|化合物(?:名称|编号)?|编号|样品(?:名称|编号)?)\.?$/i;

export const isSmilesHeader = (header: string): boolean => smilesHeader.test(header.trim());
export const isNameHeader = (header: string): boolean => nameHeader.test(header.trim());
export const isNumber = (text: string): boolean => text !== "" && Number.isFinite(Number(text));
