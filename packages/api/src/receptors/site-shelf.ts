import type { Receptor } from "@qinghao/db";
import type { BindingSite } from "./binding-site.ts";

/** Sites kept open: the one that is looked at, and a few beside it. */
const mostOpen = 4;

export type SiteShelf = { open(receptor: Receptor): Promise<BindingSite> };

/** Keeps the sites that were asked for last; one that failed to open is tried again. */
export function openSiteShelf(load: (receptor: Receptor) => Promise<BindingSite>): SiteShelf {
  const sites = new Map<string, Promise<BindingSite>>();
  return {
    open(receptor) {
      const { id } = receptor;
      const site = sites.get(id) ?? load(receptor);
      sites.delete(id);
      sites.set(id, site);
      site.catch(() => sites.delete(id));
      const [oldest] = sites.keys();
      if (sites.size > mostOpen && oldest !== undefined) sites.delete(oldest);
      return site;
    },
  };
}
