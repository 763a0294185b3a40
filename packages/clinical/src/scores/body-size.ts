/** Body mass index, kg/m2. Source: Quetelet's index; WHO Technical Report Series 894. */
export const bodyMassIndex = (weightKg: number, heightM: number): number => weightKg / heightM ** 2;

/** Body surface area, m2: sqrt(height cm * weight kg / 3600). Source: Mosteller, NEJM 1987, doi 10.1056/NEJM198710223171717. */
export const bodySurfaceAreaMosteller = (weightKg: number, heightCm: number): number =>
  Math.sqrt((heightCm * weightKg) / 3600);

/**
 * Body surface area, m2: 0.007184 * weight^0.425 * height^0.725, weight in kg, height in cm.
 * Source: Du Bois and Du Bois, Archives of Internal Medicine 1916, doi 10.1001/archinte.1916.00080130010002.
 */
export const bodySurfaceAreaDuBois = (weightKg: number, heightCm: number): number =>
  0.007184 * weightKg ** 0.425 * heightCm ** 0.725;
