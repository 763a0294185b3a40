import { openDatabase, registerSite } from "@qinghao/db";
import { siteTaskQueue } from "@qinghao/workflow-trial-matching/contract";

/** One hospital of the demonstration: made-up people, a name that no hospital has. */
export type DemonstrationSite = {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  /** What its records are, for the sponsor's list. */
  readonly source: string;
  readonly flavour: "us" | "cn";
  readonly format: "fhir" | "omop";
  readonly seed: number;
  /** How often things are wrong in its records; 1 is usual. */
  readonly dirt: number;
  /** First port to try for the hospital's own pages. */
  readonly port: number;
};

export const demonstrationSites: readonly DemonstrationSite[] = [
  {
    id: "site_northfield",
    name: { en: "Northfield General Hospital (synthetic)", zh: "诺斯菲尔德综合医院（合成数据）" },
    source: "FHIR R4",
    flavour: "us",
    format: "fhir",
    seed: 101,
    dirt: 1,
    port: 3101,
  },
  {
    id: "site_riverside",
    name: { en: "Riverside Medical Center (synthetic)", zh: "河畔医学中心（合成数据）" },
    source: "OMOP CDM 5.4",
    flavour: "us",
    format: "omop",
    seed: 202,
    dirt: 1,
    port: 3102,
  },
  {
    id: "site_qingxi",
    name: { en: "Qingxi People's Hospital (synthetic)", zh: "清溪市人民医院（合成数据）" },
    source: "FHIR R4, ICD-10 国临版, 本地编码",
    flavour: "cn",
    format: "fhir",
    seed: 303,
    dirt: 4,
    port: 3103,
  },
];

/** Tells the sponsor's side which hospitals there are. */
export async function registerSites(databaseUrl: string, sites: readonly DemonstrationSite[]): Promise<void> {
  const db = openDatabase(databaseUrl, { maxConnections: 1 });
  try {
    for (const { id, name, source } of sites) await registerSite(db, { id, name, source });
  } finally {
    await db.close();
  }
}

export const queuesOfSites = (sites: readonly DemonstrationSite[]): string[] =>
  sites.map((site) => siteTaskQueue(site.id));
