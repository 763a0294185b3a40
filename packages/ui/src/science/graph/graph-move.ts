import type { Point } from "./graph-layout.ts";

/** The node that lies nearest in a direction: what is straight ahead counts as nearer than what is aside. */
export function nearestTowards<Node extends Point & { id: string }>(
  nodes: readonly Node[],
  from: Node,
  direction: Point,
): Node | null {
  let nearest: Node | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    if (node.id === from.id) continue;
    const dx = node.x - from.x;
    const dy = node.y - from.y;
    const ahead = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    if (ahead <= 0 || aside > 2 * ahead) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) {
      least = cost;
      nearest = node;
    }
  }
  return nearest;
}
