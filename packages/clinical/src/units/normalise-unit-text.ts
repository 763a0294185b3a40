const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * One spelling for what keyboards and printers vary: full width, superscripts, the two micro signs, multiplication and
 * division signs, spaces. Case is kept, since it tells `mm` from `Mm`. Only characters change, no meaning is read in.
 */
export function normaliseUnitText(text: string): string {
  return text
    .replace(/[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu, (raised) => `^${[...raised].map(plainDigit).join("")}`)
    .replace(/º/gu, "°")
    .normalize("NFKC")
    .replace(/[μµ]/gu, "u")
    .replace(/[×✕╳✖⨯*＊]\s*(?=10)/gu, "x")
    .replace(/[×✕╳✖⨯]/gu, "x")
    .replace(/[·•・⋅∙‧]/gu, ".")
    .replace(/[∕⁄÷]/gu, "/")
    .replace(/[−–—‐]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/(?<=m)\((?=[23]\))([23])\)/gu, "$1")
    .replace(/(?<=[A-Za-z])\^(?=[-+]?\d)/gu, "")
    .replace(/ ?\bper\b ?/giu, "/")
    .replace(/(?<=.)每|^每/gu, "/")
    .replace(/ ?([/.()]) ?/gu, "$1")
    .replace(/(?<=[a-z])\.$/u, "");
}

function plainDigit(char: string): string {
  if (char === "⁻") return "-";
  return char === "⁺" ? "+" : String(SUPERSCRIPTS.indexOf(char));
}
