import type { Search } from "@qinghao/db";
import type { SearchView } from "../schema.ts";
import { moment, momentOrNull } from "./moment.ts";

export const searchView = (search: Search): SearchView => ({
  id: search.id,
  projectId: search.projectId,
  query: search.query,
  state: search.state,
  progress: search.progress,
  hits: search.hits,
  error: search.error ?? null,
  createdAt: moment(search.createdAt),
  finishedAt: momentOrNull(search.finishedAt),
});
