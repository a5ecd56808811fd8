import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createHarnessTarget } from '../../examples/adapters/harness-target.ts'
import { createFakeHarness, type FakeHarness, listenFakeHarness } from '../../examples/support/fake-harness.ts'
import type { UserGroup } from '../../src/model/index.ts'
import type { TargetAdapter } from '../../src/sync/index.ts'
import { targetContract } from '../../src/testing/target-contract.ts'

const apiKey = 'pat.account.token.secret'
const scope = { accountIdentifier: 'account', orgIdentifier: 'org', projectIdentifier: 'project' }
const origin = 'xmatters:tests.example'

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

interface Setup {
  readonly fake: FakeHarness
  readonly target: Required<Pick<TargetAdapter, 'invite'>> & TargetAdapter
  readonly folder: string
  readonly baseUrl: string
  /** Milliseconds that the adapter asked to wait. */
  readonly waits: number[]
}

/** A clock that moves only when somebody waits. */
async function setUp(): Promise<Setup> {
  let now = Date.UTC(2026, 10, 23, 9)
  const clock = (): number => now
  const waits: number[] = []
  const wait = async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds)
    now += milliseconds
  }
  const fake = createFakeHarness({ apiKey, accountIdentifier: scope.accountIdentifier, clock })
  const listener = await listenFakeHarness(fake)
  const { baseUrl } = listener
  const folder = await mkdtemp(path.join(tmpdir(), 'xmatters-sync-harness-'))
  cleanups.push(
    () => listener.close(),
    () => rm(folder, { recursive: true }),
  )
  return { fake, target: createHarnessTarget({ baseUrl, apiKey, scope, folder, clock, wait }), folder, baseUrl, waits }
}

const key = (idempotencyKey: string) => ({ idempotencyKey })

const aGroup = (part: Partial<UserGroup> = {}): UserGroup => ({
  key: 'group:1',
  name: 'Database Team',
  description: '',
  membership: 'static',
  active: true,
  memberKeys: [],
  memberGroupKeys: [],
  supervisorKeys: [],
  ownedServices: [],
  site: null,
  ...part,
})

const create = async (target: TargetAdapter, value: UserGroup, link = { origin, key: value.key }) =>
  target.create({ action: 'create', entity: 'userGroup', link, value }, key(`create:${link.key}`))

const member = (fake: FakeHarness, email: string): void => {
  fake.users.push({ uuid: `uuid of ${email}`, name: email, email })
}

describe('the Harness target', () => {
  for (const { name, run } of targetContract(async () => (await setUp()).target)) it(name, run)
})

describe('user groups on the platform', () => {
  it('have the identifier and the name that the platform takes, and read back as they were written', async () => {
    const { fake, target } = await setUp()
    const value = aGroup({ name: '24/7 Équipe: <Paie & Achats>', ownedServices: ['checkout'] })
    const { id } = await create(target, value)
    expect([...fake.groups.values()]).toMatchObject([
      { identifier: 'quipePaieAchats', name: '24/7 Équipe Paie Achats' },
    ])
    expect((await target.read({})).userGroups).toMatchObject([{ id, value }])
  })

  it('get identifiers of their own when their names give the same one', async () => {
    const { fake, target } = await setUp()
    await Promise.all(
      ['1', '2', '3'].map((nth) => create(target, aGroup({ key: `group:${nth}`, name: `Team ${'-'.repeat(3)} A` }))),
    )
    expect(fake.groups.size).toBe(3)
  })

  it('keep members whatever the case of their addresses', async () => {
    const { fake, target } = await setUp()
    member(fake, 'ana@example.org')
    const { id, revision = null } = await create(target, aGroup({ memberKeys: ['ana@example.org'] }))
    const change = {
      action: 'update',
      entity: 'userGroup',
      id,
      link: { origin, key: 'group:1' },
      value: aGroup({ memberKeys: ['Ana@Example.org'] }),
      fields: ['memberKeys'],
      expectedRevision: revision,
    } as const
    await target.update(change, key('update'))
    expect(fake.groups.get(id)?.users).toEqual(['ana@example.org'])
  })

  it('say so when the platform leaves a member out', async () => {
    const { target } = await setUp()
    await expect(create(target, aGroup({ memberKeys: ['nobody@example.org'] }))).rejects.toThrow(
      'Harness left 1 of 1 members out of DatabaseTeam.',
    )
  })

  it('show what was edited on the platform, and what it has no field for', async () => {
    const { fake, target } = await setUp()
    member(fake, 'ana@example.org')
    member(fake, 'bo@example.org')
    const { id } = await create(target, aGroup({ memberKeys: ['ana@example.org'], ownedServices: ['checkout'] }))
    const before = (await target.read({})).userGroups[0]
    Object.assign(fake.groups.get(id)!, { name: 'Renamed', users: ['bo@example.org'] })
    const [after] = (await target.read({})).userGroups
    expect(after?.value).toEqual(
      aGroup({ name: 'Renamed', memberKeys: ['bo@example.org'], ownedServices: ['checkout'] }),
    )
    expect(after?.revision).not.toBe(before?.revision)
  })

  it('keep tags and notifications that somebody else set', async () => {
    const { fake, target } = await setUp()
    const { id } = await create(target, aGroup())
    fake.groups.get(id)!.tags['cost-center'] = '42'
    const notificationConfigs = [{ type: 'SLACK', slackWebhookUrl: 'https://hooks.example.org/1' }]
    Object.assign(fake.groups.get(id)!, { notificationConfigs })
    const [record] = (await target.read({})).userGroups
    const change = { entity: 'userGroup', id, link: { origin, key: 'group:1' }, value: aGroup({ name: 'Storage' }) }
    await target.update(
      { ...change, action: 'update', fields: ['name'], expectedRevision: record!.revision } as never,
      key('u'),
    )
    expect(fake.groups.get(id)).toMatchObject({
      name: 'Storage',
      tags: { 'cost-center': '42', xmatters_key: 'group:1' },
      notificationConfigs,
    })
  })

  it('are left to SCIM and to the platform where they own them', async () => {
    const { fake, target } = await setUp()
    const group = { name: 'All Users', description: '', tags: {}, users: [] }
    fake.groups.set('_account_all_users', { ...group, identifier: '_account_all_users', harnessManaged: true })
    fake.groups.set('okta', { ...group, identifier: 'okta', externallyManaged: true })
    expect((await target.read({})).userGroups.map(({ id, managedBy }) => [id, managedBy])).toEqual([
      ['_account_all_users', 'built-in'],
      ['okta', 'external'],
    ])
  })

  it('are found by an adapter that was started after them', async () => {
    const first = await setUp()
    const { id } = await create(first.target, aGroup())
    const { baseUrl, folder } = first
    const second = createHarnessTarget({ baseUrl, apiKey, scope, folder })
    expect(await create(second, aGroup())).toMatchObject({ id })
    expect(first.fake.groups.size).toBe(1)
  })

  it('are read to the last page', async () => {
    const { fake, target } = await setUp()
    for (let nth = 0; nth < 230; nth += 1) {
      const identifier = `group_${nth}`
      fake.groups.set(identifier, { identifier, name: identifier, description: '', tags: {}, users: [] })
      member(fake, `person.${nth}@example.org`)
    }
    const { users, userGroups } = await target.read({})
    expect([users.length, userGroups.length]).toEqual([230, 230])
  })
})

describe('invitations to the platform', () => {
  const invitations = (count: number) =>
    Array.from({ length: count }, (_, nth) => {
      const email = `Person.${nth}@Example.org`
      return { userKey: `person:${nth}`, email, name: email, id: null }
    })

  it('go out at most 100 a call and 10 calls a minute, however many ask at once', async () => {
    const { fake, target, waits } = await setUp()
    const all = invitations(2500)
    const batches = Array.from({ length: 25 }, (_, nth) => all.slice(nth * 100, nth * 100 + 100))
    const results = await Promise.all(batches.map((batch, nth) => target.invite(batch, key(String(nth)))))
    expect(results.flat().every(({ outcome }) => outcome === 'invited')).toBe(true)
    expect(fake.users).toHaveLength(2500)
    expect(fake.calls.filter((call) => call.endsWith(' 429'))).toEqual([])
    expect(waits.reduce((sum, milliseconds) => sum + milliseconds, 0)).toBe(120_000)
  })

  it('wait out the limit that others used up', async () => {
    const { fake, target, baseUrl } = await setUp()
    const other = createHarnessTarget({ baseUrl, apiKey, scope, folder: tmpdir() })
    for (let nth = 0; nth < 10; nth += 1) await other.invite([invitations(nth + 1)[nth]!], key(`other:${nth}`))
    const [result] = await target.invite(invitations(11).slice(10), key('ours'))
    expect(result?.outcome).toBe('invited')
    expect(fake.calls.filter((call) => call.endsWith(' 429'))).toHaveLength(1)
  })

  it('give people an id at once, which stays when they accept', async () => {
    const { fake, target } = await setUp()
    const [result] = await target.invite(invitations(1), key('1'))
    const { id } = await create(target, aGroup({ memberKeys: [result!.id!] }))
    const [invited] = (await target.read({})).users
    expect(invited).toMatchObject({ id: 'person.0@example.org', status: 'invited' })
    fake.users[0]!.uuid = 'accepted'
    const { users, userGroups } = await target.read({})
    expect(users).toMatchObject([{ id: 'person.0@example.org', status: 'active' }])
    expect(userGroups.find((group) => group.id === id)?.value.memberKeys).toEqual(['person.0@example.org'])
  })

  it('tell which address the platform refused', async () => {
    const { target } = await setUp()
    const results = await target.invite(
      [{ userKey: 'person:1', email: 'not an address', name: 'X', id: null }, ...invitations(1)],
      key('1'),
    )
    expect(results).toMatchObject([{ outcome: 'failed', error: 'FAIL' }, { outcome: 'invited' }])
  })
})

describe('people, schedules and policies', () => {
  it('keep what is known of a person beyond the platform, under the name that the platform shows', async () => {
    const { fake, target } = await setUp()
    member(fake, 'ana@example.org')
    const [record] = (await target.read({})).users
    const value = { ...record!.value, name: 'Ana García', timeZone: 'Europe/Madrid' }
    const link = { origin, key: 'person:1' }
    const change = { entity: 'user', id: record!.id, link, value, fields: ['name', 'timeZone'] } as const
    await target.update({ ...change, action: 'update', expectedRevision: record!.revision }, key('1'))
    expect((await target.read({})).users).toMatchObject([{ link, value }])
    fake.users[0]!.name = 'Ana G.'
    expect((await target.read({})).users[0]?.value).toMatchObject({ name: 'Ana G.', timeZone: 'Europe/Madrid' })
  })

  it('are one JSON file each, with a line feed at the end', async () => {
    const { target, folder } = await setUp()
    const value = { key: 'group:1', name: 'Base', timeZone: 'UTC', rotations: [], overrides: [] } as const
    const link = { origin, key: 'group:1' }
    const { id } = await target.create({ action: 'create', entity: 'schedule', link, value }, key('1'))
    const files = await readdir(path.join(folder, 'schedules'))
    expect(files).toHaveLength(1)
    const text = await readFile(path.join(folder, 'schedules', files[0]!), 'utf8')
    expect(JSON.parse(text)).toEqual({ id, link, version: 1, value })
    expect(text.endsWith('}\n')).toBe(true)
  })
})

describe('what goes wrong on the platform', () => {
  it('asks for another attempt where that may help, and never shows the key', async () => {
    const { folder, baseUrl } = await setUp()
    const away = createHarnessTarget({ baseUrl: 'http://127.0.0.1:9', apiKey, scope, folder })
    await expect(away.read({})).rejects.toMatchObject({ transient: true, code: 'HARNESS_UNREACHABLE' })
    const stranger = createHarnessTarget({ baseUrl, apiKey: 'wrong', scope, folder })
    await expect(stranger.read({})).rejects.toMatchObject({ transient: false, code: 'INVALID_TOKEN' })
    await expect(stranger.read({})).rejects.not.toThrow('wrong')
  })
})
