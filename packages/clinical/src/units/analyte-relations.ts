/**
 * Relations that hold for one analyte and that no conversion of units knows.
 *
 * Glycated haemoglobin in percent (NGSP) and in mmol/mol (IFCC) share no factor: 7 % is 53 mmol/mol, not 70.
 * Source: Hoelzel and others, Clinical Chemistry 2004, doi 10.1373/clinchem.2003.024802: NGSP = 0.09148 * IFCC + 2.152.
 */
export const hba1cPercentFromIfcc = (mmolPerMol: number): number => 0.09148 * mmolPerMol + 2.152;

export const hba1cIfccFromPercent = (percent: number): number => (percent - 2.152) / 0.09148;
