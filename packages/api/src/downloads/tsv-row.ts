/** One row of a tab-separated table; tabs and line ends inside a cell become spaces. */
export const tsvRow = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map((cell) => String(cell ?? "").replace(/[\t\r\n]+/g, " ")).join("\t")}\n`;
