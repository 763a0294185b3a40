import type { Flavour } from "../model/module.ts";

/** Five-year age bands from 0 to 95 and over. */
export const AGE_BAND_YEARS = 5;

/**
 * Share of people by five-year age band, percent, both sexes.
 * Source: National Bureau of Statistics of China, seventh census 2020; US Census Bureau, population estimates 2022; rounded.
 */
export const agePyramid: Record<Flavour, readonly number[]> = {
  cn: [5.5, 6.4, 6.0, 5.2, 5.3, 6.5, 8.8, 7.0, 6.6, 8.1, 8.6, 7.2, 5.2, 5.2, 3.5, 2.2, 1.4, 0.8, 0.3, 0.1],
  us: [5.6, 6.0, 6.3, 6.6, 6.6, 6.5, 7.0, 6.7, 6.4, 5.9, 6.2, 6.3, 6.4, 5.5, 4.5, 3.0, 1.9, 1.1, 0.6, 0.2],
};

/** Share of women in a five-year age band. Same sources. */
export const femaleShare: Record<Flavour, readonly number[]> = {
  cn: [47, 47, 46, 46, 47, 48, 49, 49, 49, 49, 50, 50, 50, 51, 51, 53, 56, 59, 63, 68].map((p) => p / 100),
  us: [49, 49, 49, 49, 49, 49, 50, 50, 50, 50, 50, 51, 51, 53, 53, 55, 58, 61, 66, 73].map((p) => p / 100),
};

/**
 * Deaths per 1,000 people a year by five-year age band.
 * Source: UN World Population Prospects 2022 (China); US life tables 2021 (NVSR 72-12); both sexes, rounded.
 */
export const deathsPerThousand: Record<Flavour, readonly number[]> = {
  cn: [1.5, 0.3, 0.3, 0.4, 0.5, 0.6, 0.8, 1.1, 1.6, 2.4, 3.7, 5.5, 9, 15, 26, 44, 76, 125, 195, 290],
  us: [1.4, 0.1, 0.2, 0.6, 1.1, 1.4, 1.9, 2.4, 3.2, 4.4, 6.3, 9.4, 13.5, 19, 29, 45, 73, 120, 190, 280],
};

/**
 * Current and former smokers, percent of adults by sex.
 * Source: China adult tobacco survey 2018 (26.6 % current; men 50.5, women 2.1); US NHIS 2021 (11.5 % current).
 */
export const smoking: Record<Flavour, Record<"female" | "male", { current: number; former: number }>> = {
  cn: { female: { current: 2.1, former: 0.8 }, male: { current: 50.5, former: 13 } },
  us: { female: { current: 10.1, former: 19 }, male: { current: 13.1, former: 25 } },
};

/**
 * Visits a year before any disease is counted.
 * Source: order of magnitude of OECD Health at a Glance 2023 (China 5-6, United States 3-4 consultations), thinned to visits
 * that leave results.
 */
export const baseVisitsPerYear: Record<Flavour, (age: number) => number> = {
  cn: (age) => 0.35 + age * 0.008,
  us: (age) => 0.4 + age * 0.009,
};

export const visitSettings = [
  { setting: "outpatient", weight: 88, days: 0 },
  { setting: "inpatient", weight: 8, days: 7 },
  { setting: "emergency", weight: 4, days: 0 },
] as const;

/** Births per 1,000 women a year by age band 15-19 to 45-49. Source: UN World Population Prospects 2022; NCHS births 2021. */
export const birthsPerThousand: Record<Flavour, readonly number[]> = {
  cn: [6, 45, 80, 50, 20, 5, 1],
  us: [14, 62, 91, 97, 53, 12, 1],
};
