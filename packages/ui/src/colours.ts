/** Okabe and Ito's eight colours for categories, safe for the common colour vision deficiencies (jfly.uni-koeln.de/color). */
export const okabeIto = [
  "#0072b2",
  "#e69f00",
  "#009e73",
  "#cc79a7",
  "#56b4e9",
  "#d55e00",
  "#f0e442",
  "#7f7f7f",
] as const;

/** Viridis (van der Walt & Smith 2015), eleven steps from low to high. */
export const viridis = [
  "#440154",
  "#482475",
  "#414487",
  "#355f8d",
  "#2a788e",
  "#21918c",
  "#22a884",
  "#44bf70",
  "#7ad151",
  "#bddf26",
  "#fde725",
] as const;
