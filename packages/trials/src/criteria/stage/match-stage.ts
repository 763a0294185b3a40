import type { Truth } from "@qinghao/kernel";

/** A category and its sub-categories: "III" holds IIIA and IIIB but not IIII, "T4" holds T4a. */
const isBelow = (value: string, wanted: string): boolean =>
  value.startsWith(wanted) && /^[A-Z]/.test(value.slice(wanted.length)) && !isRoman(value, wanted);

// After a roman number another letter of the numeral makes a different stage: IV is not below I.
const isRoman = (value: string, wanted: string): boolean =>
  /^[IVX]+$/.test(wanted) && /^[IVX]/.test(value.slice(wanted.length));

/** Whether a recorded stage is one of those wanted; a coarser record ("III" where "IIIB" is wanted) leaves it open. */
export function matchStage(recorded: string, wanted: readonly string[]): Truth {
  const value = recorded.toUpperCase();
  let isOpen = false;
  for (const one of wanted) {
    const asked = one.toUpperCase();
    if (value === asked || isBelow(value, asked)) return "true";
    if (isBelow(asked, value)) isOpen = true;
  }
  return isOpen ? "unknown" : "false";
}
