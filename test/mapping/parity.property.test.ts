import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapTenant } from '../../src/mapping/index.ts'
import { type ParityReport, type PolicyDifference, verifyOnCall } from '../../src/verify/index.ts'
import type { TenantShift, XMattersTenant } from '../../src/xmatters/index.ts'
import { runs } from '../schedule/support/runs.ts'
import { observeWalk } from './support/observe-walk.ts'
import { randomTenant, type RandomTenant } from './support/random-tenant.ts'

/** Other tenants in each of the three zones: together more than 2,000. `XMATTERS_SYNC_SEED` repeats a run that failed. */
const seed = Number(process.env['XMATTERS_SYNC_SEED'] ?? 20_261_123 + new Date(0).getTimezoneOffset())

interface Judged {
  readonly report: ParityReport
  readonly differences: readonly (PolicyDifference & { readonly policy: string })[]
  readonly codes: ReadonlySet<string>
}

/** Maps what was exported, and holds it against what the fake computes from what is real. */
function judge({ tenant, from, to }: RandomTenant, real: XMattersTenant = tenant): Judged {
  const { snapshot, ledger } = mapTenant(tenant)
  const report = verifyOnCall({ snapshot, observed: observeWalk(real, { from, to }), from, to, ledger })
  const differences = report.policies.flatMap(({ key, differences: found }) =>
    found.map((one) => ({ policy: key, ...one })),
  )
  return { report, differences, codes: new Set(ledger.entries.map(({ code }) => code)) }
}

describe('parity with an independent reading of the same payloads', () => {
  it('is whole, to the minute, for every person and offset', () => {
    let minutes = 0
    fc.assert(
      fc.property(randomTenant, (random) => {
        const { report, differences } = judge(random)
        expect(differences).toEqual([])
        expect(report.ratio).toBe(1)
        minutes += report.personMinutes
      }),
      { numRuns: runs(700), seed },
    )
    // Tenants where nobody is on call would prove nothing.
    expect(minutes).toBeGreaterThan(runs(700) * 2000)
  })

  it('loses only what the ledger said would be lost, and names it as the cause', () => {
    let lost = 0
    fc.assert(
      fc.property(randomTenant, (random) => {
        const { differences, codes } = judge(random, reality(random.tenant))
        for (const { cause } of differences) expect(codes).toContain(cause)
        lost += differences.length
      }),
      { numRuns: runs(150), seed },
    )
    expect(lost).toBeGreaterThan(runs(150) / 10)
  })
})

/** What an instance may be doing where its payload does not say: holidays come, alerts turn rotations, the moon has phases. */
function reality(tenant: XMattersTenant): XMattersTenant {
  return { ...tenant, shifts: tenant.shifts.map((shift) => alerted(dated(shift))) }
}

function dated(shift: TenantShift): TenantShift {
  const frequency = shift.recurrence?.frequency
  return frequency === 'HOLIDAY' || frequency === 'LUNAR'
    ? { ...shift, recurrence: { frequency: 'DAILY', repeatEvery: 1, end: { endBy: 'NEVER' } } }
    : shift
}

function alerted(shift: TenantShift): TenantShift {
  const { type, intervalUnit } = shift.rotation ?? {}
  const isUnknown = /LUNAR/.test(type ?? '') && intervalUnit === undefined
  if (!/ALERT|EVENT/.test(type ?? '') && !isUnknown) return shift
  const places = shift.members.map(({ recipient }) => recipient)
  return {
    ...shift,
    members: shift.members.map(({ recipient: _recipient, ...slot }, at) => {
      const recipient = places[(at + 1) % places.length]
      return recipient === undefined ? slot : { ...slot, recipient }
    }),
  }
}
