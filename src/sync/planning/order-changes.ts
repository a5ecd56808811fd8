/** A thing to be ordered, and the ids of what must come before it. */
export interface OrderedNode {
  readonly id: string
  readonly needs: readonly string[]
}

export interface Ordered<T> {
  readonly order: readonly T[]
  /** Needs that were given up because they close a circle, by the id of who needs. */
  readonly cut: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * Puts what is needed before who needs it, otherwise in the order given; depth first, so that the same nodes in the same order always
 * cut the same circles. Needs that name no node are ignored.
 */
export function orderChanges<T extends OrderedNode>(nodes: readonly T[]): Ordered<T> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const state = new Map<string, 'open' | 'done'>()
  const cut = new Map<string, Set<string>>()
  const order: T[] = []
  for (const root of nodes) {
    if (state.has(root.id)) continue
    // A stack of our own: chains are as long as the plan, the engine's stack is not.
    const path = [{ node: root, next: 0 }]
    state.set(root.id, 'open')
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const need = top.node.needs[top.next]
      top.next += 1
      if (need === undefined) {
        state.set(top.node.id, 'done')
        order.push(top.node)
        path.pop()
        continue
      }
      const needed = byId.get(need)
      if (!needed) continue
      const known = state.get(need)
      if (known === undefined) {
        state.set(need, 'open')
        path.push({ node: needed, next: 0 })
      } else if (known === 'open') {
        const set = cut.get(top.node.id)
        if (set) set.add(need)
        else cut.set(top.node.id, new Set([need]))
      }
    }
  }
  return { order, cut }
}
