import { csvRow } from "@qinghao/chemistry";

/** As `csvRow`, but with the line end that shell tools expect. */
export const csvLine = (cells: readonly string[]): string => `${csvRow(cells).slice(0, -2)}\n`;
