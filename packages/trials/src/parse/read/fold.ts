const replacements: Record<string, string> = {
  "\u00a0": " ",
  "\u3000": " ",
  "\t": " ",
  "\r": " ",
  "\u2018": "'",
  "\u2019": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u00b5": "\u03bc",
  "\u2266": "\u2264",
  "\u2267": "\u2265",
  "\u2a7d": "\u2264",
  "\u2a7e": "\u2265",
  "\u226f": "\u2264",
  "\u226e": "\u2265",
  "\uff5e": "~",
  "\u223c": "~",
  "\u301c": "~",
  "\u02dc": "~",
  "\u02c2": "<",
  "\u02c3": ">",
  "\u2103": "\u2103",
  "\u22c5": "\u00b7",
  "\u2219": "\u00b7",
  "\u2022": "\u2022",
  "\u2217": "*",
  "\u2215": "/",
  "\u2044": "/",
  "\\": " ",
  "\u03bc": "\u03bc",
};
for (const dash of "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\ufe58") replacements[dash] = "-";
const special = /[^\n -[\]-~]/;

/**
 * Text in lower case and half width, with one dash, one quote, one space and no control characters, in which every
 * place is where it was: the result has the length of `text`.
 */
export function foldText(text: string): string {
  if (!special.test(text)) return lowerCase(text);
  const out: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    const code = text.charCodeAt(at);
    if (code >= 0x20 && code < 0x7f && code !== 0x5c) out.push(unit);
    else if (unit === "\n") out.push(unit);
    else if (replacements[unit] !== undefined) out.push(replacements[unit]!);
    else if (code < 0x20 || code === 0x7f || (code >= 0x2000 && code <= 0x200f) || code === 0xfeff) out.push(" ");
    else if (code >= 0xff01 && code <= 0xff5e) out.push(String.fromCharCode(code - 0xfee0));
    else out.push(unit);
  }
  return lowerCase(out.join(""));
}

/** Lower case, letter by letter where the whole would change its length. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text.split(""), (unit) => {
    const one = unit.toLowerCase();
    return one.length === 1 ? one : unit;
  }).join("");
}
