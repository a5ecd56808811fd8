import { describe, expect, it } from 'vitest'
import { createMemoryTarget } from '../../src/testing/memory-target.ts'
import { aUser } from '../sync/support/items.ts'

const create = (nth: number) =>
  ({
    action: 'create',
    entity: 'user',
    link: { origin: 'o', key: `person:${nth}` },
    value: aUser(`person:${nth}`),
  }) as const

describe('createMemoryTarget', () => {
  it('lets a person edit, compute and delete a record, with a new revision and the old link', async () => {
    const target = createMemoryTarget()
    const { id } = await target.create(create(1), { idempotencyKey: '1' })
    target.edit('user', id, { name: 'patched' })
    target.edit('user', id, (user) => ({ ...user, email: null }))
    expect(target.snapshot().users).toMatchObject([
      { id, revision: '3', link: { key: 'person:1' }, value: { name: 'patched', email: null } },
    ])
    target.edit('user', id, null)
    expect(target.snapshot().users).toEqual([])
    expect(() => target.edit('user', id, null)).toThrow('There is no user "user-1".')
  })

  it('gives out only what nobody can change, and keeps older snapshots as they were', async () => {
    const target = createMemoryTarget()
    const before = target.snapshot()
    await target.create(create(1), { idempotencyKey: '1' })
    expect(before.users).toEqual([])
    const [record] = target.snapshot().users
    expect(() => Object.assign(record!.value, { name: 'x' })).toThrow(TypeError)
  })

  it('does not give an id twice, also beside records that it was created with', async () => {
    const value = aUser('person:0')
    const target = createMemoryTarget({ users: [{ id: 'user-1', link: null, revision: null, value }] })
    expect(await target.create(create(1), { idempotencyKey: '1' })).toEqual({ id: 'user-2', revision: '1' })
  })

  it('fails where it is told to, before or after the effect', async () => {
    for (const when of ['before', 'after'] as const) {
      const error = new Error(when)
      const target = createMemoryTarget({}, { fault: ({ method }) => (method === 'create' ? { when, error } : null) })
      await expect(target.create(create(1), { idempotencyKey: '1' })).rejects.toBe(error)
      expect(target.snapshot().users).toHaveLength(when === 'after' ? 1 : 0)
    }
  })
})
