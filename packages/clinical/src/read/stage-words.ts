/**
 * Stage groups and TNM categories out of what registries write: "cT1", "T1 category (finding)", "pN2a", "Stage 1A",
 * "Stage IIIB (qualifier value)", "c1A", "Ⅲ期". Answers `STAGE:IIIB`, `TNM:T1`, ... or null.
 */
export function stageConceptOf(text: string): string | null {
  const plain = text.normalize("NFKC").trim();
  const tnm = /^(?:[cprya]{0,2})\s*([TNM])\s*(is|[0-4X][a-d]?(?:\d)?)\b/i.exec(plain);
  if (tnm) return `TNM:${tnm[1]!.toUpperCase()}${tnm[2]!.toLowerCase().replace("x", "X")}`;
  const group = /(?:stage|group|分期|^[cp]?)\s*(IV|I{1,3}|[0-4])\s*([A-D]?)\s*(\d?)(?:\s*期)?(?![\w])/i.exec(plain);
  if (!group) return null;
  const roman = ["0", "I", "II", "III", "IV"];
  const digit = Number(group[1]);
  const name = Number.isNaN(digit) ? group[1]!.toUpperCase() : roman[digit]!;
  return `STAGE:${name}${group[2]!.toUpperCase()}${group[3] ?? ""}`;
}
