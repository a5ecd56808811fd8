import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mapRecurrence, mapTenant } from '../../src/mapping/index.ts'
import { rotationOccurrences } from '../../src/schedule/index.ts'
import { aTenantOf } from '../../src/testing/index.ts'
import type { XMattersTenant } from '../../src/xmatters/index.ts'

const data = process.env['XMATTERS_SYNC_DATA']
const folder = join(data ?? '', 'xmatters-recordings')

interface Recording {
  readonly request?: { readonly url: string; readonly method: string }
  readonly body?: unknown
}

/** Rows of all answers to reads of one path, whether one row or a page of them. */
function rowsAt(path: RegExp): readonly never[] {
  return readdirSync(folder).flatMap((name) => {
    const { request, body } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Recording
    const asked = request?.url.replace(/^.*\/api\/xm\/1\/|\?.*$/g, '').replace(/\/$/, '') ?? ''
    if (request?.method !== 'GET' || !path.test(asked) || typeof body !== 'object' || body === null) return []
    return ('data' in body && Array.isArray(body.data) ? body.data : [body]) as never[]
  })
}

function recorded(): XMattersTenant {
  return aTenantOf({
    people: rowsAt(/^people$|\/supervisors$/),
    devices: rowsAt(/^devices\/|^people\/[^/]+\/devices$/),
    groups: rowsAt(/^groups(\/[^/]+)?$/),
    roster: rowsAt(/\/group-memberships$/),
    shifts: rowsAt(/\/shifts$/),
    absences: rowsAt(/^temporary-absences$/),
    sites: rowsAt(/^sites\//),
  })
}

describe.skipIf(data === undefined)(`recordings${data === undefined ? ' (needs XMATTERS_SYNC_DATA)' : ''}`, () => {
  it('are accounted for, each leaf once, with no field that is not known', () => {
    const tenant = recorded()
    for (const list of ['people', 'devices', 'groups', 'shifts', 'absences', 'sites'] as const) {
      expect(tenant[list].length, list).toBeGreaterThan(0)
    }
    const { ledger } = mapTenant(tenant)
    expect(ledger.mapped + ledger.approximated + ledger.dropped + ledger.unknown).toBe(ledger.leaves)
    expect(ledger.leaves).toBeGreaterThan(300)
    expect(ledger.entries.filter(({ code }) => code === 'field.unknown')).toEqual([])
  })

  it('take place when the recorded on-call says', () => {
    const shifts = new Map(
      (rowsAt(/\/shifts$/) as unknown as XMattersTenant['shifts']).map((shift) => [shift.id, shift]),
    )
    const rows = rowsAt(/^on-call$/) as unknown as readonly { shift: { id: string }; start: string; end: string }[]
    const own = rows.flatMap(({ shift, start, end }) => {
      const found = shifts.get(shift.id)
      return found === undefined ? [] : [{ shift: found, start, end }]
    })
    expect(own.length).toBeGreaterThan(0)
    for (const { shift, start, end } of own) {
      const { value: recurrence } = mapRecurrence(shift, { timeZone: 'America/New_York' })
      const rotation = { key: '', name: '', timeZone: 'America/New_York', recurrence, participants: [], handoff: null }
      const found = rotationOccurrences(rotation, { from: start, to: end })
      expect(found.map((one) => [one.start, one.end])).toEqual([[start, end]])
    }
  })
})
