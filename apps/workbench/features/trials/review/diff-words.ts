export type DiffPart = { kind: "same" | "added" | "removed"; text: string };

/** Longest texts that are compared word by word; beyond, one replaces the other as a whole. */
const mostTokens = 1500;

/** Two texts compared by words (by characters in Chinese), from their longest common subsequence. */
export function diffWords(before: string, after: string): DiffPart[] {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  if (a.length > mostTokens || b.length > mostTokens)
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const parts: DiffPart[] = [];
  const push = (kind: DiffPart["kind"], text: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push("same", a[i]!);
      i++;
      j++;
    } else if (i < a.length && (j === b.length || common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      push("removed", a[i]!);
      i++;
    } else {
      push("added", b[j]!);
      j++;
    }
  }
  return parts;
}

const tokensOf = (text: string): string[] => text.match(/\p{Script=Han}|[\p{L}\p{N}.]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
