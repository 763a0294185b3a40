/** Bond length of a drawing of a given height, in the same pixels: structures in one view look alike. */
export const bondLengthFor = (height: number): number => Math.min(32, Math.max(14, height * 0.17));

/** Width of a bond's line in a row of a table: a molecule that was made small to fit it stays clear. */
export const lineWidthFor = (height: number): number => Math.min(1.5, Math.max(0.9, height * 0.02));
