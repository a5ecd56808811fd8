import { describe, expect, it } from 'vitest'
import { explain, mapTenant } from '../../src/mapping/index.ts'
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

  it('says so where a path leads nowhere', () => {
    expect(explain(snapshot, 'users[99999].email')).toMatchObject({ rule: 'The path leads nowhere.', sources: [] })
  })
})
