/**
 * Groups nodes that reach each other; a group comes after all groups it depends on.
 *
 * Tarjan's algorithm with a stack of its own: chains may be longer than the call stack is deep.
 */
export function stronglyConnected<N>(nodes: readonly N[], dependencies: (node: N) => readonly N[]): readonly N[][] {
  const visits = new Map<N, Visit<N>>();
  const open: Visit<N>[] = [];
  const groups: N[][] = [];

  for (const start of nodes) {
    if (visits.has(start)) continue;
    const path = [enter(start)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const next = visit.remaining.pop();
      if (next === undefined) {
        path.pop();
        const parent = path.at(-1);
        if (parent !== undefined) parent.lowest = Math.min(parent.lowest, visit.lowest);
        if (visit.lowest === visit.number) groups.push(close(visit));
        continue;
      }
      const seen = visits.get(next);
      if (seen === undefined) path.push(enter(next));
      else if (seen.isOpen) visit.lowest = Math.min(visit.lowest, seen.number);
    }
  }
  return groups;

  function enter(node: N): Visit<N> {
    const number = visits.size;
    const visit = { node, number, lowest: number, isOpen: true, remaining: [...dependencies(node)].reverse() };
    visits.set(node, visit);
    open.push(visit);
    return visit;
  }

  function close(root: Visit<N>): N[] {
    const group: N[] = [];
    for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
      visit.isOpen = false;
      group.push(visit.node);
      if (visit === root) break;
    }
    return group.reverse();
  }
}

interface Visit<N> {
  readonly node: N;
  readonly number: number;
  /** The lowest number that is still open and reached from here. */
  lowest: number;
  isOpen: boolean;
  readonly remaining: N[];
}
