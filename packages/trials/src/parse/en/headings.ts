import type { HeadingSense } from "../language.ts";

/** How English text names its parts. A line that begins so opens a section. */
export const headings: readonly (readonly [string, HeadingSense])[] = [
  [
    "{key ,main ,major ,general ,additional ,other ,specific ,principal ,core ,study ,patient ,subject ,participant ,primary ,}inclusion {criteria,criterion,criterias}",
    "inclusion",
  ],
  [
    "inclusions|inclusion|criteria for inclusion|to be included|to be eligible|inclusion requirements|eligibility inclusion criteria",
    "inclusion",
  ],
  [
    "{patients,subjects,participants} {will be,are,must be,may be} {included,eligible} if|eligible {patients,subjects,participants}",
    "inclusion",
  ],
  ["disease characteristics|patient characteristics|prior/concurrent therapy|prior concurrent therapy", "inclusion"],
  [
    "{key ,main ,major ,general ,additional ,other ,specific ,principal ,core ,study ,patient ,subject ,participant ,primary ,}{exclusion,non inclusion,noninclusion,non eligibility,ineligibility} {criteria,criterion,criterias}",
    "exclusion",
  ],
  [
    "exclusions|exclusion|criteria for exclusion|to be excluded|reasons for exclusion|exclusion requirements",
    "exclusion",
  ],
  [
    "{patients,subjects,participants} {will be,are,must be,may be,should be} {excluded,ineligible,not eligible} if",
    "exclusion",
  ],
  [
    "eligibility {criteria,requirements}|eligibility|key eligibility criteria|inclusion and exclusion criteria|inclusion/exclusion criteria|selection criteria|criteria",
    "title",
  ],
];
