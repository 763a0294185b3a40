/** Text that PostgreSQL can hold: a NUL becomes the picture of one (U+2400), an unpaired surrogate the replacement character. */
export function storableText(text: string): string {
  return (text.includes("\u0000") ? text.replaceAll("\u0000", "\u2400") : text).toWellFormed();
}

/** JSON for `jsonb_to_recordset`, every string and key in it storable. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  // JSON.stringify writes NUL and unpaired surrogates, and only these, as the escapes looked for here.
  return json.replace(/\\(u0000|ud[89a-f][0-9a-f]{2}|.)/g, (whole, sequence: string) =>
    sequence === "u0000" ? "\u2400" : sequence.startsWith("ud") ? "\ufffd" : whole,
  );
}
