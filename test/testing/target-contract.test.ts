import { describe, expect, it } from 'vitest'
import type { EntityKind } from '../../src/model/index.ts'
import {
  type CreateChange,
  listReferences,
  type TargetAdapter,
  type TargetRecord,
  type TargetSnapshot,
  type UpdateChange,
} from '../../src/sync/index.ts'
import { ContractBrokenError } from '../../src/testing/contract-case.ts'
import { createMemoryTarget, type MemoryTarget } from '../../src/testing/memory-target.ts'
import { targetContract } from '../../src/testing/target-contract.ts'

/** The memory target with some methods replaced. */
const broken = (breakIt: (good: MemoryTarget) => Partial<TargetAdapter>) => (): TargetAdapter => {
  const good = createMemoryTarget()
  return { ...good, ...breakIt(good) }
}
const anew = (): { idempotencyKey: string } => ({ idempotencyKey: crypto.randomUUID() })
const mapRecords = (snapshot: TargetSnapshot, map: (record: never) => unknown): TargetSnapshot =>
  Object.fromEntries(Object.entries(snapshot).map(([list, records]) => [list, records.map(map as never)])) as never

/** By case: an adapter that breaks it. */
const breakers: Readonly<Record<string, () => TargetAdapter>> = {
  'reads an empty store as four empty lists': broken((good) => ({
    read: async (context) => ({ ...(await good.read(context)), schedules: undefined as never }),
  })),
  'keeps a created value and its link exactly': broken((good) => ({
    read: async (context) =>
      mapRecords(await good.read(context), (record: { value: object }) => ({
        ...record,
        value: dropNulls(record.value),
      })),
  })),
  'keeps long lists to their end': broken((good) => ({
    read: async (context) =>
      JSON.parse(JSON.stringify(await good.read(context)), (_name, part: unknown) =>
        Array.isArray(part) && part[0] !== Object(part[0]) ? part.slice(0, 100) : part,
      ) as never,
  })),
  'gives one record for one idempotency key': broken((good) => ({
    create: async (change) => good.create(change, anew()),
  })),
  'gives each created record an id of its own': broken((good) => ({
    create: async (change, context) => ({ ...(await good.create(change, context)), id: 'always-the-same' }),
  })),
  'keeps namesakes and two sources apart': () => {
    const good = createMemoryTarget()
    const made = new Map<string, { readonly id: string }>()
    return {
      ...good,
      create: async (change, context) => {
        const answer = made.get(change.link.key) ?? (await good.create(change, context))
        made.set(change.link.key, answer)
        return answer
      },
    }
  },
  'reads all records, more than fit on a page': broken((good) => ({
    read: async (context) => {
      const { userGroups, ...others } = await good.read(context)
      return { ...others, userGroups: userGroups.slice(0, 100) }
    },
  })),
  'keeps nothing of an object that is changed after the call': () => {
    const passed = new Map<string, unknown>()
    const good = createMemoryTarget()
    return {
      ...good,
      create: async (change, context) => {
        const made = await good.create(change, context)
        passed.set(made.id, change.value)
        return made
      },
      read: async (context) =>
        mapRecords(await good.read(context), (record: { id: string; value: unknown }) => ({
          ...record,
          value: passed.get(record.id),
        })),
    }
  },
  'stores the whole value of an update, and its link, in that record only': broken((good) => ({
    update: async (change, context) => good.update({ ...change, action: 'link' }, context),
  })),
  'gives a record another revision with each update': broken((good) => ({
    read: async (context) => mapRecords(await good.read(context), (record: object) => ({ ...record, revision: '1' })),
  })),
  'refuses an update of what has changed since it was read': broken((good) => ({
    update: async (change, context) => good.update({ ...change, expectedRevision: null }, context),
  })),
  'fails to update what is not there': broken((good) => ({
    update: async (change, context) => good.update(change, context).catch(() => ({ revision: null })),
  })),
  "sets only the link with 'link'": broken((good) => ({
    update: async (change, context) => (change.action === 'link' ? {} : good.update(change, context)),
  })),
  "keeps a disabled record, with the status 'disabled'": broken((good) => ({
    update: async (change, context) => good.update({ ...change, action: 'update' }, context),
  })),
  'removes that record only, and takes a second removal as done': broken((good) => ({
    remove: async (change, context) => {
      if (!JSON.stringify(good.snapshot()).includes(`"${change.id}"`)) throw new Error('not found')
      return good.remove(change, context)
    },
  })),
  'refuses to remove what has changed since it was read': broken((good) => ({
    remove: async (change, context) => good.remove({ ...change, expectedRevision: null }, context),
  })),
  'gives one result for each invitation': broken((good) => ({
    invite: async (invitations) => (await good.invite(invitations)).slice(1),
  })),
  'invites a person once, whatever the case of the address': broken((good) => ({
    invite: async (invitations) => {
      const made = invitations.map(({ email, userKey: key, name }) =>
        good.create(
          {
            action: 'create',
            entity: 'user',
            link: { origin: 'invitation', key },
            value: {
              key,
              name,
              email,
              givenName: null,
              familyName: null,
              timeZone: null,
              active: true,
              contactMethods: [],
            },
          },
          anew(),
        ),
      )
      await Promise.all(made)
      return invitations.map(({ email }) => ({ email, outcome: 'invited' as const }))
    },
  })),
  'takes a whole plan, and the same plan again': broken((good) => ({
    create: async (change, context) => {
      if (change.entity === 'escalationPolicy') throw new Error('no permission for policies')
      return good.create(change, context)
    },
  })),
  'ends with each item once when every first answer is lost': broken((good) => {
    const asked = new Set<string>()
    return {
      create: async (change) => {
        const first = !asked.has(change.entity)
        asked.add(change.entity)
        return good.create(first ? { ...change, link: { ...change.link, origin: 'somewhere else' } } : change, anew())
      },
    }
  }),
}

/** Other ways to break a case. */
const moreBreakers: readonly (readonly [how: string, name: string, createBroken: () => TargetAdapter])[] = [
  [
    'answers a creation with nothing',
    'keeps a created value and its link exactly',
    broken((good) => ({
      create: async (change, context) => {
        await good.create(change, context)
        return undefined as never
      },
    })),
  ],
  ['reads nothing at all', "sets only the link with 'link'", broken(() => ({ read: async () => undefined as never }))],
  [
    'cuts text off',
    'keeps a created value and its link exactly',
    broken((good) => ({
      create: async (change, context) =>
        good.create({ ...change, value: { ...change.value, name: change.value.name.slice(0, 128) } } as never, context),
    })),
  ],
  [
    'gives another revision than it stores',
    'keeps a created value and its link exactly',
    broken((good) => ({
      create: async (change, context) => ({ ...(await good.create(change, context)), revision: 'another' }),
    })),
  ],
  [
    'takes null for "leave it"',
    'stores the whole value of an update, and its link, in that record only',
    broken((good) => ({
      update: async (change, context) => {
        const before = good.snapshot().userGroups.find(({ id }) => id === change.id)!.value
        return good.update({ ...change, value: { ...before, ...dropNulls(change.value) } } as never, context)
      },
    })),
  ],
  [
    'writes the value too',
    "sets only the link with 'link'",
    broken((good) => ({
      update: async (change, context) => good.update({ ...change, action: 'update' }, context),
    })),
  ],
  [
    'trims text',
    'keeps a created value and its link exactly',
    broken((good) => ({
      read: async (context) => JSON.parse(JSON.stringify(await good.read(context)).replaceAll(/ +"/g, '"')) as never,
    })),
  ],
  [
    'turns lists round',
    'keeps a created value and its link exactly',
    broken((good) => ({
      read: async (context) =>
        mapRecords(await good.read(context), (record: { value: { levels?: readonly unknown[] } }) => ({
          ...record,
          value: record.value.levels ? { ...record.value, levels: record.value.levels.toReversed() } : record.value,
        })),
    })),
  ],
  [
    'only adds members',
    'stores the whole value of an update, and its link, in that record only',
    broken((good) => ({
      update: async (change, context) => {
        if (change.entity !== 'userGroup') return good.update(change, context)
        const before = good.snapshot().userGroups.find(({ id }) => id === change.id)!.value.memberKeys
        const memberKeys = [...new Set([...before, ...change.value.memberKeys])]
        return good.update({ ...change, value: { ...change.value, memberKeys } }, context)
      },
    })),
  ],
  [
    'empties what it disables',
    "keeps a disabled record, with the status 'disabled'",
    broken((good) => ({
      read: async (context) =>
        mapRecords(await good.read(context), (record: { status?: string }) =>
          record.status === 'disabled' ? { ...record, value: {} } : record,
        ),
    })),
  ],
]

const damaged = (damage: (value: Record<string, never>) => object): (() => TargetAdapter) =>
  broken((good) => ({
    create: async (change, context) =>
      good.create({ ...change, value: { ...change.value, ...damage(change.value as never) } } as never, context),
  }))
const each = <T>(list: readonly T[] | undefined, map: (part: T) => object): readonly T[] | undefined =>
  list?.map((part) => ({ ...part, ...map(part) }))

/** Stores that lose a page, or send it to somebody else. */
const lossyBreakers: readonly (readonly [how: string, name: string, createBroken: () => TargetAdapter])[] = [
  ...(
    [
      ['forgets handoffs', ({ rotations }) => ({ rotations: each(rotations, () => ({ handoff: null })) })],
      ['forgets overrides', ({ overrides }) => ({ overrides: overrides && [] })],
      [
        'moves overrides by their offset',
        ({ overrides }) => ({
          overrides: each<{ from: string }>(overrides, ({ from }) => ({ from: from.replace('Z', '+01:00') })),
        }),
      ],
      [
        'has one zone for a schedule',
        ({ rotations, timeZone }) => ({ rotations: rotations && each(rotations, () => ({ timeZone })) }),
      ],
      [
        'has each person in a ring once',
        ({ rotations }) => ({
          rotations: each<{ participants: readonly object[] }>(rotations, ({ participants }) => ({
            participants: [...new Map(participants.map((part) => [(part as { key?: string }).key, part])).values()],
          })),
        }),
      ],
      ['has five levels', ({ levels }) => ({ levels: (levels as readonly object[] | undefined)?.slice(0, 5) })],
      [
        'rounds offsets to five minutes',
        ({ levels }) => ({
          levels: each<{ offsetMinutes: number }>(levels, ({ offsetMinutes }) => ({
            offsetMinutes: 5 * Math.round(offsetMinutes / 5),
          })),
        }),
      ],
      ['composes letters', ({ name }) => ({ name: `${name}`.normalize() })],
      ['keeps empty text as null', ({ description }) => ({ description: description === '' ? null : description })],
    ] as const satisfies readonly (readonly [string, (value: Record<string, never>) => object])[]
  ).map(([how, damage]) => [how, 'keeps a created value and its link exactly', damaged(damage)] as const),
  [
    'takes namesakes for one person',
    'keeps namesakes and two sources apart',
    broken((good) => ({
      create: async (change, context) =>
        good.snapshot().users.find(({ value }) => value.name === change.value.name) ?? good.create(change, context),
    })),
  ],
  [
    'undoes an edit when a creation comes late',
    'gives one record for one idempotency key',
    broken((good) => ({
      create: async (change, context) => {
        const made = await good.create(change, context)
        good.edit(change.entity, made.id, change.value)
        return made
      },
    })),
  ],
  [
    'has revisions of a second',
    'gives a record another revision with each update',
    broken((good) => ({
      read: async (context) =>
        mapRecords(await good.read(context), (record: { revision: string }) => ({
          ...record,
          revision: record.revision === '1' ? '1' : '2',
        })),
      update: async (change, context) => {
        await good.update({ ...change, expectedRevision: null }, context)
        return {}
      },
    })),
  ],
  [
    'switches on what it updates',
    "keeps a disabled record, with the status 'disabled'",
    broken((good) => {
      const updated = new Set<string>()
      return {
        update: async (change, context) => {
          if (change.action === 'update') updated.add(change.id)
          return good.update(change, context)
        },
        read: async (context) =>
          mapRecords(await good.read(context), (record: { id: string }) =>
            updated.has(record.id) ? { ...record, status: 'active' } : record,
          ),
      }
    }),
  ],
  [
    'adds to lists of schedules',
    'stores the whole value of an update, and its link, in that record only',
    broken((good) => ({
      update: async (change, context) => {
        if (change.entity !== 'schedule') return good.update(change, context)
        const before = good.snapshot().schedules.find(({ id }) => id === change.id)!.value.rotations
        return good.update({ ...change, value: { ...change.value, rotations: before } }, context)
      },
    })),
  ],
  [
    'removes what has the same key',
    'removes that record only, and takes a second removal as done',
    broken((good) => ({
      remove: async (change) => {
        for (const [entity, records] of Object.entries({
          userGroup: good.snapshot().userGroups,
          escalationPolicy: good.snapshot().escalationPolicies,
        }))
          for (const { id, link } of records) if (link?.key === change.link.key) good.edit(entity as never, id, null)
      },
    })),
  ],
  [
    'gives ids of nobody',
    'gives one result for each invitation',
    broken((good) => ({
      invite: async (invitations) => (await good.invite(invitations)).map((result) => ({ ...result, id: 'nobody' })),
    })),
  ],
  [
    'hides whom nobody linked',
    'gives one result for each invitation',
    broken((good) => ({
      read: async (context) => {
        const { users, ...others } = await good.read(context)
        return { ...others, users: users.filter(({ link }) => link !== null) }
      },
    })),
  ],
]

/** A store that refuses a reference to what it does not have, as databases do, and to remove what others refer to. */
function holdingReferences(): TargetAdapter {
  const good = createMemoryTarget()
  const lists = {
    user: 'users',
    userGroup: 'userGroups',
    schedule: 'schedules',
    escalationPolicy: 'escalationPolicies',
  }
  const records = (list: string): readonly TargetRecord<never>[] =>
    good.snapshot()[list as keyof TargetSnapshot] as never
  const check = ({ entity, value }: CreateChange | UpdateChange): void => {
    for (const { kind, reference } of listReferences(entity, value as never)) {
      if (reference !== '' && !records(lists[kind]).some(({ id }) => id === reference))
        throw new Error(`There is no ${kind} ${reference}.`)
    }
  }
  return {
    ...good,
    create: async (change, context) => {
      check(change)
      return good.create(change, context)
    },
    update: async (change, context) => {
      check(change)
      return good.update(change, context)
    },
    remove: async (change, context) => {
      for (const [kind, list] of Object.entries(lists)) {
        for (const { id, value } of records(list)) {
          const held = listReferences(kind as EntityKind, value)
          if (held.some((one) => one.kind === change.entity && one.reference === change.id))
            throw new Error(`The ${kind} ${id} refers to it.`)
        }
      }
      return good.remove(change, context)
    },
  }
}

function dropNulls(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null))
}

describe('targetContract', () => {
  for (const { name, run } of targetContract(() => createMemoryTarget()))
    it(`is kept by the memory target: ${name}`, run)

  const limits = { users: 'existing-only', entities: ['user', 'userGroup'], disable: false, revisions: false } as const
  for (const { name, run } of targetContract(() => createMemoryTarget({}, { capabilities: limits }))) {
    it(`asks nothing that the capabilities exclude: ${name}`, run)
  }

  for (const { name, run } of targetContract(holdingReferences)) it(`refers to nothing that is not there: ${name}`, run)

  it('has an adapter that breaks each case', () => {
    expect(targetContract(() => createMemoryTarget()).map(({ name }) => name)).toEqual(Object.keys(breakers))
  })

  it('names the call that failed, and keeps what it threw as the cause', async () => {
    const full = new Error('The disk is full.')
    const refusing = broken(() => ({
      create: async () => {
        throw full
      },
    }))
    const { run } = targetContract(refusing).find(({ name }) => name === 'gives one record for one idempotency key')!
    const error: unknown = await run().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ContractBrokenError)
    expect(error).toHaveProperty(
      'message',
      'create of a userGroup must succeed here: the store is new, and nobody else uses it. Seen: "The disk is full.".',
    )
    expect(error).toHaveProperty('cause', full)
  })

  it('asks for one record more than the longest page of the store', async () => {
    const paging = broken((good) => ({
      read: async (context) => {
        const { userGroups, ...others } = await good.read(context)
        return { ...others, userGroups: userGroups.slice(0, 250) }
      },
    }))
    const run = async (pageSize?: number): Promise<void> =>
      targetContract(paging, pageSize === undefined ? {} : { pageSize })
        .find(({ name }) => name.startsWith('reads all records'))!
        .run()
    await run()
    await expect(run(250)).rejects.toThrow('all 251 records')
  })

  it('shows of long texts where they part, and letters that look the same by their code points', async () => {
    const seenWith = async (name: (name: string) => string): Promise<string> => {
      const { run } = targetContract(damaged((value) => ({ name: name(value['name'] ?? '') }))).find((one) =>
        one.name.startsWith('keeps a created value'),
      )!
      return run().then(String, ({ message }: Error) => message.slice(message.indexOf('Seen')))
    }
    expect(await seenWith((name) => `${name.slice(0, -4)}END `)).toMatch(
      /^Seen: name is ".{20}END ", not ".{20}end " \(from character \d+ on\)\.$/,
    )
    expect(await seenWith((name) => name.normalize())).toContain('Zo\\u{eb} ')
  })

  it('shows where a stored value differs, not the whole of it', async () => {
    const trimmed = broken((good) => ({
      read: async (context) =>
        mapRecords(await good.read(context), (record: { value: object }) => ({
          ...record,
          value: dropNulls(record.value),
        })),
    }))
    const { run } = targetContract(trimmed).find(({ name }) => name === 'keeps a created value and its link exactly')!
    await expect(run()).rejects.toThrow(/exactly.* Seen: familyName is absent, not null\.$/)
  })

  const ways = Object.entries(breakers).map(([name, createBroken]) => ['altogether', name, createBroken] as const)
  for (const [how, name, createBroken] of [...ways, ...moreBreakers, ...lossyBreakers]) {
    it(`says what it wants and why when broken (${how}): ${name}`, async () => {
      const run = targetContract(createBroken).find((one) => one.name === name)!.run
      const error: unknown = await run().catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(ContractBrokenError)
      expect((error as ContractBrokenError).message).toMatch(/ (must|may|library) .*\./)
    })
  }
})
