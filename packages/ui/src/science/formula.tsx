/** A molecular formula with its counts as subscripts, read aloud and copied as plain text. */
export function Formula({ text }: { readonly text: string }) {
  const parts = text.split(/(?<=[A-Za-z\])])(\d+)/);
  return (
    <span>
      {parts.map((part, i) =>
        // The odd parts are the counts that the pattern captured; places are as stable as the formula itself.
        i % 2 === 1 ? (
          <sub key={`${i} ${part}`} className="text-[0.75em] leading-none">
            {part}
          </sub>
        ) : (
          part
        ),
      )}
    </span>
  );
}
