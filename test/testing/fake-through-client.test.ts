import { describe, expect, it } from 'vitest'
import { mapTenant } from '../../src/mapping/index.ts'
import { createFakeXMatters, type FakeXMattersOptions } from '../../src/testing/index.ts'
import { verifyOnCall } from '../../src/verify/index.ts'
import { XMattersClient } from '../../src/xmatters/index.ts'

const now = '2026-11-23T12:00:00Z'
const to = '2026-12-07T12:00:00Z'

async function journey(options: FakeXMattersOptions) {
  const fake = createFakeXMatters({ now, ...options })
  const client = new XMattersClient({
    baseUrl: fake.baseUrl,
    fetch: fake.fetch,
    auth: { kind: 'basic', username: 'reader', password: 'any' },
  })
  const tenant = await client.exportTenant({ now })
  const { snapshot, ledger } = mapTenant(tenant)
  const groups = tenant.groups.map(({ id }) => id)
  const observed = await client.observeOnCall({ groups, from: now, to })
  return {
    fake,
    tenant,
    snapshot,
    ledger,
    observed,
    report: verifyOnCall({ snapshot, observed, from: now, to, ledger }),
  }
}

describe('the fake by way of the client', () => {
  it.each([
    ['in one page each', { seed: 1, people: 60, groups: 16 }],
    ['page by page', { seed: 2, people: 40, groups: 9, pageSize: 4 }],
  ])('comes over whole %s, and agrees with what it says itself', async (_, options) => {
    const { fake, tenant, snapshot, report } = await journey(options)
    expect(tenant.completeness).toEqual({ complete: true, gaps: [] })
    const { origin, capturedAt, ...rows } = fake.tenant
    const direct = mapTenant({ ...tenant, origin, capturedAt, ...rows })
    expect(snapshot.schedules).toEqual(direct.snapshot.schedules)
    expect(snapshot.escalationPolicies).toEqual(direct.snapshot.escalationPolicies)
    expect(snapshot.users).toEqual(direct.snapshot.users)
    expect(report.policies.flatMap(({ differences }) => differences)).toEqual([])
    expect(report.personMinutes).toBeGreaterThan(10_000)
    expect(report.notObserved).toEqual([])
  })

  it('knows no field that the library does not', async () => {
    const { ledger } = await journey({ seed: 3, people: 30, groups: 8 })
    expect(ledger.unknown).toBe(0)
  })
})
