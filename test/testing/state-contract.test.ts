import { describe, expect, it } from 'vitest'
import type { BaselineEntry, JournalEntry, SyncStateStore } from '../../src/sync/index.ts'
import { ContractBrokenError } from '../../src/testing/contract-case.ts'
import { createMemoryState, type MemoryState } from '../../src/testing/memory-state.ts'
import { stateContract } from '../../src/testing/state-contract.ts'

const broken = (breakIt: (good: MemoryState) => Partial<SyncStateStore>) => (): SyncStateStore => {
  const good = createMemoryState()
  return { ...good, ...breakIt(good) }
}

/** By case: a store that breaks it. */
const breakers: Readonly<Record<string, () => SyncStateStore>> = {
  'has no baseline before the first run': broken((good) => ({
    readBaseline: async (origin) => (await good.readBaseline(origin)) ?? { origin, entries: [] },
  })),
  'keeps a baseline value exactly': broken((good) => ({
    writeBaseline: async (origin, update) =>
      good.writeBaseline(origin, {
        ...update,
        set: update.set.map((entry) => ({ ...entry, value: dropFalsy(entry.value) })),
      }),
  })),
  'writes one entry without losing the others': broken((good) => ({
    writeBaseline: async (origin, update) => {
      const old = (await good.readBaseline(origin))?.entries ?? []
      await good.writeBaseline(origin, { set: update.set, delete: old })
      await good.writeBaseline(origin, update)
    },
  })),
  'puts a new entry whole in the place of the old one': broken((good) => ({
    writeBaseline: async (origin, update) => {
      const old = (await good.readBaseline(origin))?.entries ?? []
      const targetIdOf = ({ key, targetId }: BaselineEntry): string =>
        old.find((entry) => entry.key === key)?.targetId ?? targetId
      const set = update.set.map((entry) => ({ ...entry, targetId: targetIdOf(entry) }))
      await good.writeBaseline(origin, { ...update, set })
    },
  })),
  'keeps keys apart that differ in case only': broken((good) => ({
    writeBaseline: async (origin, update) =>
      good.writeBaseline(origin, { ...update, set: update.set.map((e) => ({ ...e, key: e.key.toLowerCase() })) }),
  })),
  'reads a whole baseline, more than fits on a page': broken((good) => ({
    readBaseline: async (origin) => {
      const baseline = await good.readBaseline(origin)
      return baseline && { ...baseline, entries: baseline.entries.slice(0, 100) }
    },
  })),
  'deletes only the entries named': broken((good) => ({
    writeBaseline: async (origin, update) => {
      const old = (await good.readBaseline(origin))?.entries ?? []
      const keys = new Set(update.delete.map(({ key }) => key))
      await good.writeBaseline(origin, { set: update.set, delete: old.filter(({ key }) => keys.has(key)) })
    },
  })),
  'takes the same baseline update twice': () => {
    const good = createMemoryState()
    const entries: BaselineEntry[] = []
    return {
      ...good,
      writeBaseline: async (_origin, update) => void entries.push(...update.set),
      readBaseline: async (origin) => ({ origin, entries }),
    }
  },
  'keeps baseline entries that are written at the same time': () => {
    let entries: readonly BaselineEntry[] = []
    return {
      ...createMemoryState(),
      writeBaseline: async (_origin, update) => {
        const read = entries
        await Promise.resolve()
        entries = [...read, ...update.set]
      },
      readBaseline: async (origin) => ({ origin, entries }),
    }
  },
  'keeps origins apart': broken((good) => ({
    writeBaseline: async (_origin, update) => good.writeBaseline('one', update),
    readBaseline: async () => good.readBaseline('one'),
  })),
  'keeps nothing of an object that is changed after the call': () => {
    const entries: BaselineEntry[] = []
    return {
      ...createMemoryState(),
      writeBaseline: async (_origin, update) => void entries.push(...update.set),
      readBaseline: async (origin) => ({ origin, entries }),
    }
  },
  'has an empty journal for a plan never applied': broken(() => ({ readJournal: async () => null as never })),
  'keeps journal lines exactly and in order': broken((good) => ({
    readJournal: async (planId) =>
      (await good.readJournal(planId)).toSorted((a, b) => (a.changeId < b.changeId ? -1 : 1)),
  })),
  'keeps the journals of two plans apart': broken((good) => ({
    appendJournal: async (_planId, entry) => good.appendJournal('one', entry),
    readJournal: async () => good.readJournal('one'),
  })),
  'takes the same journal line twice': () => {
    const lines: JournalEntry[] = []
    return {
      ...createMemoryState(),
      appendJournal: async (_planId, entry) => void lines.push(entry),
      readJournal: async () => lines,
    }
  },
  'keeps journal lines that are added at the same time, more than fit on a page': () => {
    let lines: readonly JournalEntry[] = []
    return {
      ...createMemoryState(),
      appendJournal: async (_planId, entry) => {
        const read = lines
        await Promise.resolve()
        lines = [...read, entry]
      },
      readJournal: async () => lines,
    }
  },
  'gives a lease to one holder at a time': broken((good) => {
    let names = 0
    return { acquireLease: (name, options) => good.acquireLease(`${name}${(names += 1)}`, options) }
  }),
  'gives a lease once when several ask at the same time': broken((good) => {
    let isHeld = false
    return {
      acquireLease: async (name, options) => {
        if (isHeld) return null
        await Promise.resolve()
        isHeld = true
        return good.acquireLease(`${name}${crypto.randomUUID()}`, options)
      },
    }
  }),
  'gives a released lease again, with a higher fencing token': broken((good) => ({
    acquireLease: async (name, options) => {
      const lease = await good.acquireLease(name, options)
      return lease && { ...lease, fencingToken: 1 }
    },
  })),
  'renews a lease that is held, and none that was released': broken((good) => ({
    acquireLease: async (name, options) => {
      const lease = await good.acquireLease(name, options)
      return lease && { ...lease, renew: async () => true }
    },
  })),
  'lets a lease run out, and never gives it back to the old holder': broken((good) => ({
    acquireLease: async (name) => good.acquireLease(name, { ttlMs: 1e12 }),
  })),
  'lets a lease run out after milliseconds': broken((good) => ({
    acquireLease: async (name, { ttlMs }) => good.acquireLease(name, { ttlMs: 1000 * ttlMs }),
  })),
}

/** Other ways to break a case. */
const moreBreakers: readonly (readonly [how: string, name: string, createBroken: () => SyncStateStore])[] = [
  [
    'reads a page',
    'keeps journal lines that are added at the same time, more than fit on a page',
    broken((good) => ({ readJournal: async (planId) => (await good.readJournal(planId)).slice(0, 100) })),
  ],
  [
    'looks at the last line only',
    'takes the same journal line twice',
    () => {
      const lines: JournalEntry[] = []
      return {
        ...createMemoryState(),
        appendJournal: async (_planId, entry) =>
          void (JSON.stringify(lines.at(-1)) === JSON.stringify(entry) || lines.push(entry)),
        readJournal: async () => lines,
      }
    },
  ],
  [
    'knows two outcomes',
    'keeps journal lines exactly and in order',
    broken((good) => ({
      appendJournal: async (planId, entry) =>
        good.appendJournal(
          planId,
          entry.kind === 'outcome' && entry.outcome === 'adopted' ? { ...entry, outcome: 'applied' } : entry,
        ),
    })),
  ],
  [
    'cuts long values',
    'keeps a baseline value exactly',
    broken((good) => ({
      readBaseline: async (origin) =>
        JSON.parse(JSON.stringify(await good.readBaseline(origin)), (_name, part: unknown) =>
          typeof part === 'string' ? part.slice(0, 65_535) : part,
        ) as never,
    })),
  ],
  [
    'has narrow columns',
    'keeps origins apart',
    broken((good) => ({
      writeBaseline: async (origin, update) => good.writeBaseline(origin.slice(0, 32), update),
      readBaseline: async (origin) => good.readBaseline(origin.slice(0, 32)),
    })),
  ],
  [
    'gives tokens as a database does with large numbers',
    'gives a lease to one holder at a time',
    broken((good) => ({
      acquireLease: async (name, options) => {
        const lease = await good.acquireLease(name, options)
        return lease && { ...lease, fencingToken: String(lease.fencingToken) as never }
      },
    })),
  ],
  [
    'keeps one line of a kind for each change',
    'keeps journal lines exactly and in order',
    broken((good) => ({
      appendJournal: async (planId, entry) => {
        const lines = await good.readJournal(planId)
        if (lines.some(({ kind, changeId }) => kind === entry.kind && changeId === entry.changeId)) return
        await good.appendJournal(planId, entry)
      },
    })),
  ],
]

function dropFalsy(value: unknown): unknown {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([, part]) => part))
    : value
}

describe('stateContract', () => {
  for (const { name, run } of stateContract(() => createMemoryState())) it(`is kept by the memory state: ${name}`, run)

  const withoutLeases = (): SyncStateStore => {
    const store: SyncStateStore = createMemoryState()
    delete store.acquireLease
    return store
  }
  for (const { name, run } of stateContract(withoutLeases)) it(`asks for no leases where there are none: ${name}`, run)

  it('has a store that breaks each case', () => {
    expect(stateContract(() => createMemoryState()).map(({ name }) => name)).toEqual(Object.keys(breakers))
  })

  const ways = Object.entries(breakers).map(([name, createBroken]) => ['altogether', name, createBroken] as const)
  for (const [how, name, createBroken] of [...ways, ...moreBreakers]) {
    it(`says what it wants and why when broken (${how}): ${name}`, async () => {
      const run = stateContract(createBroken).find((one) => one.name === name)!.run
      const error: unknown = await run().catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(ContractBrokenError)
      expect((error as ContractBrokenError).message).toMatch(/must .*\./)
    })
  }
})
