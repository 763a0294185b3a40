/** A molecular formula with its counts as subscripts, read aloud and copied as plain text. */
export function Formula({ text }: { readonly text: string }) {
  return (
    <span>
      {formulaParts(text).map(({ at, part, isCount }) =>
        isCount ? (
          <sub key={at} className="text-[0.75em] leading-none">
            {part}
          </sub>
        ) : (
          part
        ),
      )}
    </span>
  );
}

/** Counts and what stands between them, each with its place in the text. */
function formulaParts(text: string): { at: number; part: string; isCount: boolean }[] {
  return [...text.matchAll(/(?<=[A-Za-z\])])\d+|[A-Za-z\])]+?(?=\d|$)|./g)].map((match) => ({
    at: match.index,
    part: match[0],
    isCount: /^\d/.test(match[0]) && match.index > 0,
  }));
}
