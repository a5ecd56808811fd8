import { describe, expect, it } from 'vitest'
import { explain, mapTenant } from '../../src/mapping/index.ts'
import { explainRules } from '../../src/mapping/explain-rules.ts'
import { aTenant } from '../../src/testing/index.ts'
import type { XMattersTenant } from '../../src/xmatters/index.ts'

const tenant = aTenant({ seed: 1, people: 60, groups: 16 })
const { snapshot } = mapTenant(tenant)

/** One path of each shape of leaf in the snapshot. */
function leaves(): readonly string[] {
  const paths = new Map<string, string>()
  const walk = (value: unknown, path: string, shape: string): void => {
    if (Array.isArray(value)) value.forEach((one, at) => walk(one, `${path}[${at}]`, `${shape}[]`))
    else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) walk(one, path === '' ? key : `${path}.${key}`, `${shape}.${key}`)
    } else if (!paths.has(shape)) paths.set(shape, path)
  }
  walk(snapshot, '', '')
  return [...paths.values()]
}

/** Whether the tenant has that field, or could have it. */
function rowOf(resource: string, id: string): object | undefined {
  const rows = tenant[resource as keyof Pick<XMattersTenant, 'people' | 'devices' | 'groups' | 'shifts' | 'absences'>]
  return rows.find((one) => one.id === id)
}

describe('explain', () => {
  const own = leaves().filter((path) => /^(users|userGroups|schedules|escalationPolicies)/.test(path))

  it('leads from every kind of leaf to rows that the source has', () => {
    expect(own.length).toBeGreaterThan(70)
    for (const path of own) {
      const { sources, rule, value } = explain(snapshot, path)
      expect(rule, path).not.toContain('Taken over from the export')
      expect(value, path).not.toBe(undefined)
      expect(sources.length, path).toBeGreaterThan(0)
      for (const { resource, id } of sources) expect(rowOf(resource, id), `${path} ${resource} ${id}`).toBeDefined()
    }
  })

  it('names the devices that an e-mail may come from', () => {
    const at = snapshot.users.findIndex(({ contactMethods }) => contactMethods.some(({ kind }) => kind === 'email'))
    const { sources } = explain(snapshot, `users[${at}].email`)
    expect(sources.map(({ resource, path }) => `${resource}.${path}`)).toEqual(
      expect.arrayContaining(['people.webLogin', 'devices.emailAddress']),
    )
  })

  it('names the shifts behind an offset, and only those', () => {
    const policy = snapshot.escalationPolicies.find(({ levels }) => levels.length > 2)!
    const { sources } = explain(snapshot, `escalationPolicies[${policy.key}].levels[1].offsetMinutes`)
    const ids = new Set(policy.levels[1]!.targets.map(({ key }) => key.replace(/^shift:|\/slot:\d+$/g, '')))
    expect(new Set(sources.map(({ id }) => id))).toEqual(ids)
  })

  it('names every field of the source that a rule may come from', () => {
    const at = snapshot.schedules.findIndex(({ rotations }) => rotations.length > 0)
    const { sources } = explain(snapshot, `schedules[${at}].rotations[0].recurrence.rule`)
    expect(sources.map(({ path }) => path)).toEqual(
      expect.arrayContaining(
        ['frequency', 'repeatEvery', 'onDays', 'dateOfMonth', 'dayOfWeek'].map((field) => `recurrence.${field}`),
      ),
    )
  })

  it('finds what was made by a fit, too', () => {
    const key = 'shift:s/slot:2/at:2026-11-23T00:00:00Z/0/person:p'
    const fitted = {
      ...snapshot,
      schedules: [{ ...snapshot.schedules[0]!, rotations: [{ ...snapshot.schedules[0]!.rotations[0]!, key }] }],
    }
    expect(explain(fitted, `schedules[0].rotations[0].name`).sources).toEqual([
      { resource: 'shifts', id: 's', path: 'name' },
    ])
  })

  it('says of dated duties and corrections what they stand for', () => {
    const { schedules, users } = snapshot
    const [schedule] = schedules
    const person = users[0]!.key
    const duty = { ...schedule!.rotations[0]!, key: `shift:s/slot:2/at:2026-11-23T00:00:00Z/0/${person}` }
    const override = {
      key: `parity:2026-11-23T00:00:00Z/0/${person}`,
      rotationKeys: ['shift:t/slot:1'],
      from: '2026-11-23T00:00:00Z',
      to: '2026-11-24T00:00:00Z',
      replaces: person,
      replacement: null,
      scope: 'group' as const,
      renewBy: '2026-12-20T00:00:00Z',
    }
    const fitted = { ...snapshot, schedules: [{ ...schedule!, rotations: [duty], overrides: [override] }] }
    const dated = explain(fitted, 'schedules[0].rotations[0].recurrence.startsAtWall')
    expect(dated.rule).toContain('dated duty')
    expect(dated.sources).toEqual(
      ['recurrence', 'members', 'rotation'].map((path) => ({ resource: 'shifts', id: 's', path })),
    )
    for (const field of ['replaces', 'from']) {
      expect(explain(fitted, `schedules[0].overrides[${override.key}].${field}`).rule).toContain('the source itself')
    }
    expect(explain(fitted, 'schedules[0].overrides[0]').sources).toEqual([
      { resource: 'shifts', id: 't', path: 'id' },
      { resource: 'people', id: person.replace('person:', ''), path: 'id' },
    ])
    expect(explain(fitted, 'schedules[0].name').rule).toBe('The name of the group.')
  })

  it('takes no name for a key, however much it looks like one', () => {
    const [user] = snapshot.users
    const at = snapshot.schedules.findIndex(({ rotations }) => rotations.length > 0)
    const schedule = snapshot.schedules[at]!
    const [rotation] = schedule.rotations
    const named = {
      ...snapshot,
      users: [{ ...user!, name: 'person:else', contactMethods: [] }],
      schedules: [{ ...schedule, name: 'group:else', rotations: [{ ...rotation!, name: 'shift: else' }] }],
    }
    const idsOf = (path: string): unknown => [...new Set(explain(named, path).sources.map(({ id }) => id))]
    const shiftId = rotation!.key.replace(/^shift:|\/slot:\d+$/g, '')
    expect(idsOf('users[0].name')).toEqual([user!.key.slice('person:'.length)])
    expect(idsOf('schedules[0].name')).toEqual([schedule.key.slice('group:'.length)])
    expect(idsOf('schedules[0].rotations[0].name')).toEqual([shiftId])
    expect(idsOf('schedules[0].rotations[0]')).toEqual([shiftId])
  })

  it('leads from a key in a list to whom it names', () => {
    const at = snapshot.userGroups.findIndex(({ memberKeys }) => memberKeys.length > 1)
    const { key, memberKeys } = snapshot.userGroups[at]!
    const idsOf = (path: string): readonly string[] =>
      explain(snapshot, `userGroups[${at}].${path}`).sources.flatMap(({ resource, id }) =>
        resource === 'people' ? [id] : [],
      )
    expect(idsOf('memberKeys[1]')).toEqual([memberKeys[1]!.slice('person:'.length)])
    expect(idsOf('memberKeys')).toEqual(memberKeys.map((one) => one.slice('person:'.length)))
    expect(explain(snapshot, `userGroups[${at}].memberKeys`).sources[0]).toMatchObject({
      resource: 'groups',
      id: key.slice('group:'.length),
    })
  })

  it('takes all that follows the first colon for the id', () => {
    const schedule = snapshot.schedules.find(({ overrides }) => overrides.length > 0)
    const key = 'absence:p/all/2026-12-01T08:00:00Z'
    const named = { ...snapshot, schedules: [{ ...schedule!, overrides: [{ ...schedule!.overrides[0]!, key }] }] }
    expect(explain(named, 'schedules[0].overrides[0].from').sources).toEqual([
      { resource: 'absences', id: 'p/all/2026-12-01T08:00:00Z', path: 'start' },
    ])
  })

  it('finds an item by its key as by its number', () => {
    const [policy] = snapshot.escalationPolicies
    const path = (name: string | number): string => `escalationPolicies[${name}].name`
    const { path: _byNumber, message: _number, ...byNumber } = explain(snapshot, path(0))
    const { path: _byKey, message: _key, ...byKey } = explain(snapshot, path(policy!.key))
    expect(byKey).toEqual(byNumber)
  })

  it('says in one line what is there and why', () => {
    const { key, familyName } = snapshot.users[0]!
    expect(explain(snapshot, 'users[0].familyName')).toEqual({
      path: 'users[0].familyName',
      value: familyName,
      rule: 'The last name.',
      sources: [{ resource: 'people', id: key.slice('person:'.length), path: 'lastName' }],
      message: `users[0].familyName: The last name. From people ${key.slice('person:'.length)}: lastName.`,
    })
    expect(explain(snapshot, 'capturedAt')).toEqual({
      path: 'capturedAt',
      value: tenant.capturedAt,
      rule: 'Taken over from the export.',
      sources: [],
      message: 'capturedAt: Taken over from the export.',
    })
  })

  it('joins the fields of a source, and sources, in the order in which they are found', () => {
    const schedule = snapshot.schedules.findIndex(({ overrides }) => overrides.length > 0)
    const { sources, message } = explain(snapshot, `schedules[${schedule}].overrides[0]`)
    const [, ...others] = snapshot.schedules[schedule]!.overrides[0]!.key.split(':')
    expect(sources.map(({ path }) => path)).toEqual(['id', 'member'])
    expect(message).toContain(`absences ${others.join(':')}: id; absences ${others.join(':')}: member.`)
  })

  it.each([
    'users[99999].email',
    'users[].email',
    'users[0].name.length',
    'users[0].constructor',
    'users.constructor',
    'users.length',
    'userGroups[0].memberKeys[key]',
    'escalationPolicies[0].levels[key]',
    'capturedAt.x',
    'nowhere',
    'nowhere[0].further',
  ])('says so where a path leads nowhere: %s', (path) => {
    const rule = 'The path leads nowhere.'
    expect(explain(snapshot, path)).toEqual({ path, value: undefined, rule, sources: [], message: `${path}: ${rule}` })
  })

  it('leads nowhere beyond a field that has no value', () => {
    const nobody = { ...snapshot, users: [{ ...snapshot.users[0]!, email: null }] }
    expect(explain(nobody, 'users[0].email').value).toBeNull()
    expect(explain(nobody, 'users[0].email.x').value).toBeUndefined()
  })
})

it('has rules that say more after those that say less', () => {
  for (const [at, { path }] of explainRules.entries()) {
    const later = explainRules.slice(at + 1).map((rule) => rule.path)
    expect(later.filter((other) => `${path}.`.startsWith(`${other}.`))).toEqual([])
  }
})
