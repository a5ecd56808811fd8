/**
 * Who is on call, beside its peers: expanding a recurrence, and rendering a large tenant, as ratios of one run.
 *
 *     node bench/schedule.mjs
 *
 * rrule-rust is a native addon and no dependency; it takes part where `npm i --no-save rrule-rust` put it.
 */
import { fromZonedTime } from 'date-fns-tz'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { renderEscalation, renderSchedule, rotationOccurrenceTimes } from '../src/schedule/index.ts'
import { rotationTiming } from '../src/schedule/rotation-timing.ts'
import { occurrenceTimes } from '../src/schedule/occurrence-times.ts'
import { aLargeTenant } from './large-tenant.mjs'

const timeZone = 'America/New_York'
const rotation = {
  key: 'shift:1/slot:1',
  name: 'Every second week',
  timeZone,
  recurrence: {
    startsAtWall: '2026-01-05T09:00:00',
    endsAtWall: '2026-01-05T17:00:00',
    rule: { kind: 'weekly', every: 2, days: ['MO', 'TU', 'WE', 'TH', 'FR'], weekStart: 'SU' },
    until: { kind: 'never' },
    duration: { kind: 'wall' },
    disambiguation: 'compatible',
    exceptions: [],
  },
  participants: [{ kind: 'user', key: 'person:1' }],
  handoff: null,
}
const window = { from: '2026-01-01T00:00:00Z', to: '2036-01-01T00:00:00Z' }
const [fromMs, toMs] = [Date.parse(window.from), Date.parse(window.to)]
const tenant = (rotations) => ({
  origin: 'xmatters:bench',
  capturedAt: window.from,
  tzdb: '',
  scope: { complete: true, selected: null },
  users: [],
  userGroups: [],
  schedules: [{ key: 'group:1', name: 'One', timeZone, rotations, overrides: [] }],
  escalationPolicies: [],
})
const one = tenant([rotation])
const compiled = rotationTiming(rotation)

/** Best of several rounds, in milliseconds for one call. */
function best(rounds, calls, run) {
  let least = Infinity
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    for (let call = 0; call < calls; call++) run()
    least = Math.min(least, (performance.now() - start) / calls)
  }
  return least
}

function dateFnsLoop() {
  const shifts = []
  for (let day = Date.UTC(2026, 0, 5), number = 0; day < toMs; day += 86_400_000, number++) {
    if (number % 14 > 4) continue
    const date = new Date(day).toISOString().slice(0, 10)
    shifts.push([fromZonedTime(`${date}T09:00:00`, timeZone), fromZonedTime(`${date}T17:00:00`, timeZone)])
  }
  return shifts
}

function rruleTemporal() {
  const rule = new RRuleTemporal({
    freq: 'WEEKLY',
    interval: 2,
    byDay: ['MO', 'TU', 'WE', 'TH', 'FR'],
    wkst: 'SU',
    dtstart: Temporal.ZonedDateTime.from(`2026-01-05T09:00[${timeZone}]`),
    until: Temporal.ZonedDateTime.from(`2036-01-01T00:00[UTC]`).withTimeZone(timeZone),
  })
  return rule.all().map((start) => [start.toInstant().toString(), start.add({ hours: 8 }).toInstant().toString()])
}

const rust = await import(['rrule', 'rust'].join('-')).catch(() => null)

function rruleRust() {
  const { DateTime, DtStart, Frequency, RRule, RRuleSet, Weekday } = rust
  const rule = new RRule({
    frequency: Frequency.Weekly,
    interval: 2,
    byWeekday: [Weekday.Monday, Weekday.Tuesday, Weekday.Wednesday, Weekday.Thursday, Weekday.Friday],
    weekstart: Weekday.Sunday,
    until: DateTime.utc(2036, 1, 1, 0, 0, 0),
  })
  const starts = new RRuleSet({ dtstart: new DtStart(DateTime.local(2026, 1, 5, 9, 0, 0), timeZone), rrules: [rule] })
  return starts.all().map((start) => [start.toDate().toISOString(), start])
}

const counts = [
  renderSchedule(one, 'group:1', window).length,
  rotationOccurrenceTimes(rotation, fromMs, toMs).length,
  dateFnsLoop().length,
  rruleTemporal().length,
  ...(rust === null ? [] : [rruleRust().length]),
]
if (new Set(counts).size !== 1) throw new Error(`The engines do not agree: ${counts.join()}`)

const core = best(30, 200, () => occurrenceTimes(compiled.series, compiled.exceptions, fromMs, toMs))
const fromModel = best(30, 200, () => rotationOccurrenceTimes(rotation, fromMs, toMs))
const publicApi = best(30, 20, () => renderSchedule(one, 'group:1', window))
const dateFns = best(5, 1, dateFnsLoop)
const rrule = best(5, 1, rruleTemporal)
const row = (name, ms, ratio = '') => console.log(`${name.padEnd(58)} ${ms.toFixed(4).padStart(10)} ms  ${ratio}`)
console.log(`Ten years of Mon-Fri 09-17 every second week, ${timeZone}: ${counts[0]} shifts`)
row('date-fns-tz loop', dateFns)
row('rrule-temporal', rrule)
if (rust !== null) {
  const rustMs = best(30, 10, rruleRust)
  row('rrule-rust, starts only', rustMs, `${(rustMs / publicApi).toFixed(1)} x as long as renderSchedule (at least 1)`)
}
row('renderSchedule', publicApi, `${(rrule / publicApi).toFixed(0)} x rrule-temporal (at least 40)`)
row('rotationOccurrenceTimes (from the model)', fromModel, `${(dateFns / fromModel).toFixed(0)} x date-fns-tz`)
row('typed-array core', core, `${(dateFns / core).toFixed(0)} x date-fns-tz (at least 500)`)

const near = { from: '2026-02-01T00:00:00Z', to: '2026-03-01T00:00:00Z' }
const far = { from: '2090-02-01T00:00:00Z', to: '2090-03-01T00:00:00Z' }
const [nearMs, farMs] = [near, far].map((window) => best(30, 100, () => renderSchedule(one, 'group:1', window)))
row('four weeks from the first shift on', nearMs)
row('four weeks in 2090', farMs, `${(farMs / nearMs).toFixed(2)} x the near ones`)

const snapshot = aLargeTenant({ groups: 10_000, shiftsPerGroup: 3 })
const horizon = { from: '2026-03-01T00:00:00Z', to: '2026-05-30T00:00:00Z' }
let intervals = 0
const [start, cpuBefore] = [performance.now(), process.cpuUsage()]
for (const { key } of snapshot.escalationPolicies) intervals += renderEscalation(snapshot, key, horizon).length
const { user, system } = process.cpuUsage(cpuBefore)
row(
  'renderEscalation, 10,000 groups, 30,000 shifts, 90 days',
  performance.now() - start,
  `${intervals} intervals (at most 3000 ms); ${((user + system) / 1000).toFixed(0)} ms of CPU with garbage collection`,
)
