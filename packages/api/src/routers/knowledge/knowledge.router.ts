import { router } from "../../trpc.ts";
import { getConcept } from "./concept.ts";
import { getDrug } from "./drug.ts";
import { expandConcept } from "./expand.ts";
import { getGraph } from "./graph.ts";
import { linkTexts } from "./link.ts";
import { getNeighbours } from "./neighbours.ts";
import { ownRouter } from "./own.router.ts";
import { searchConcepts } from "./search.ts";
import { getSources } from "./sources.ts";
import { getTarget } from "./target.ts";

export const knowledgeRouter = router({
  sources: getSources,
  search: searchConcepts,
  concept: getConcept,
  neighbours: getNeighbours,
  graph: getGraph,
  expand: expandConcept,
  link: linkTexts,
  target: getTarget,
  drug: getDrug,
  own: ownRouter,
});
