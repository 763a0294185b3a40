/** How alike two texts are: Dice's coefficient over their character pairs, letters' case and white space aside (Dice 1945). */
export function similarityOf(a: string, b: string): number {
  const left = pairsOf(a);
  const right = pairsOf(b);
  let size = 0;
  let common = 0;
  for (const [pair, count] of left) {
    size += count;
    common += Math.min(count, right.get(pair) ?? 0);
  }
  for (const count of right.values()) size += count;
  return size === 0 ? 1 : (2 * common) / size;
}

function pairsOf(text: string): Map<string, number> {
  const folded = ` ${text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim()} `;
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < folded.length; at++) {
    const pair = folded.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
