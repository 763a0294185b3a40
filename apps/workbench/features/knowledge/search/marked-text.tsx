/** A text with parts of it marked, as `[start, end)` in UTF-16 units. */
export function MarkedText({ text, ranges }: { text: string; ranges: readonly (readonly [number, number])[] }) {
  const parts: { at: number; text: string; isMarked: boolean }[] = [];
  let done = 0;
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (start < done || end <= start) continue;
    if (start > done) parts.push({ at: done, text: text.slice(done, start), isMarked: false });
    parts.push({ at: start, text: text.slice(start, end), isMarked: true });
    done = end;
  }
  if (done < text.length) parts.push({ at: done, text: text.slice(done), isMarked: false });
  return parts.map((part) =>
    part.isMarked ? (
      <mark key={part.at} className="rounded-[2px] bg-accent-soft font-semibold text-accent">
        {part.text}
      </mark>
    ) : (
      <span key={part.at}>{part.text}</span>
    ),
  );
}
