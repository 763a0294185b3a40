import type { Box, DockingBackend, DockingReceptor, OpenDocking } from "@qinghao/docking";
import { isQinghaoError } from "@qinghao/kernel";

/** Sites that stay open beside those in use: the stage under way, and the one before it. */
const mostIdle = 1;

type Site = { docking: Promise<OpenDocking>; users: number };

/** Receptors that were opened for docking, kept from shard to shard; the one that was not used for longest goes first. */
export class OpenSites {
  readonly #backend: DockingBackend;
  readonly #load: (receptor: string) => Promise<DockingReceptor>;
  readonly #sites = new Map<string, Site>();

  constructor(backend: DockingBackend, load: (receptor: string) => Promise<DockingReceptor>) {
    this.#backend = backend;
    this.#load = load;
  }

  /** Lends a site for as long as `work` takes. */
  async use<T>(receptor: string, box: Box, work: (docking: OpenDocking) => Promise<T>): Promise<T> {
    const key = JSON.stringify([receptor, box]);
    const site = this.#sites.get(key) ?? {
      docking: this.#load(receptor).then((atoms) => this.#backend.open(atoms, box)),
      users: 0,
    };
    this.#sites.delete(key);
    this.#sites.set(key, site);
    site.users++;
    try {
      return await work(await site.docking);
    } catch (error) {
      // A site that could not be opened, or whose threads are gone, is opened anew by whoever asks next.
      if (isGone(error) || (await isRejected(site.docking))) this.#forget(key, site);
      throw error;
    } finally {
      site.users--;
      await this.#closeIdle();
    }
  }

  async close(): Promise<void> {
    const open = [...this.#sites.values()];
    this.#sites.clear();
    await Promise.all(open.map(closeSite));
  }

  #forget(key: string, site: Site): void {
    if (this.#sites.get(key) === site) this.#sites.delete(key);
  }

  async #closeIdle(): Promise<void> {
    const idle = [...this.#sites].filter(([, { users }]) => users === 0);
    for (const [key, site] of idle.slice(0, Math.max(0, idle.length - mostIdle))) {
      this.#sites.delete(key);
      await closeSite(site);
    }
  }
}

const isGone = (error: unknown): boolean => isQinghaoError(error) && error.code === "compute.pool_closed";

const isRejected = (promise: Promise<unknown>): Promise<boolean> =>
  promise.then(
    () => false,
    () => true,
  );

async function closeSite({ docking }: Site): Promise<void> {
  const open = await docking.catch(() => null);
  await open?.close();
}
