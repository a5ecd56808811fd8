// How long the proof takes: every group of a large tenant against what its source says, 28 days. Run: node bench/verify.mjs
import { compareSnapshots, verifyOnCall } from '../src/verify/index.ts'
import { renderSchedule } from '../src/schedule/index.ts'
import { aLargeTenant } from './large-tenant.mjs'

const ceilingMs = 2000
const groups = Number(process.argv[2] ?? 2000)
const window = { from: '2026-03-02T00:00:00Z', to: '2026-03-30T00:00:00Z' }
const snapshot = aLargeTenant({ groups, shiftsPerGroup: 3 })

const observed = snapshot.schedules.flatMap(({ key }) => rowsOf(key))
console.log(`${groups} groups × 28 days, ${observed.length} observed rows`)

/** The rows that a source would give if it agreed with the snapshot: a row for each stretch in which a shift's holders stay. */
function rowsOf(key) {
  const byShift = new Map()
  for (const { rotationKey, start, end, userKeys } of renderSchedule(snapshot, key, window)) {
    const [, shift, slot] = /^shift:(.+)\/slot:(\d+)$/.exec(rotationKey)
    const stretches = byShift.get(shift) ?? []
    byShift.set(shift, stretches)
    stretches.push({ slot: Number(slot), start: Date.parse(start), end: Date.parse(end), users: userKeys })
  }
  return [...byShift].flatMap(([shift, stretches]) => {
    const edges = [...new Set(stretches.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
    return edges.slice(0, -1).flatMap((start, at) => {
      const end = edges[at + 1]
      const active = stretches.filter((one) => one.start <= start && one.end >= end)
      return active.length === 0 ? [] : [rowOf(key.slice(6), shift, start, end, active)]
    })
  })
}

function rowOf(group, shift, start, end, active) {
  const firstDelay = Number(shift.split('-')[1]) % 2 === 1 ? 5 : 0
  return {
    group: { id: group, name: group },
    shift: { id: shift, name: shift },
    start: instant(start),
    end: instant(end),
    members: active
      .toSorted((a, b) => a.slot - b.slot)
      .flatMap(({ slot, users }) =>
        // Several hold a slot for the whole of an occurrence in which it changes hands.
        users.map((user, at) => ({
          position: slot,
          delay: at > 0 ? 0 : slot === 1 ? firstDelay : 10,
          escalationType: 'NONE',
          inRotation: null,
          member: { id: user.slice(7), name: user, kind: 'person', ownerId: null, active: true },
          replacements: [],
        })),
      ),
  }
}

function instant(ms) {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}

/** Time of this thread on a processor: what a clock would show if nothing else ran. */
function threadMs() {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Fresh copies, because what is read of a snapshot is remembered. */
function timed(what, run) {
  const inputs = Array.from({ length: 3 }, () => structuredClone(snapshot))
  let [least, result] = [Infinity, null]
  for (const input of inputs) {
    const start = threadMs()
    result = run(input)
    least = Math.min(least, threadMs() - start)
  }
  console.log(`${what.padEnd(18)} ${least.toFixed(0).padStart(6)} ms`)
  return { least, result }
}

const { least, result } = timed('verifyOnCall', (input) => verifyOnCall({ snapshot: input, observed, ...window }))
const differing = result.policies.filter(({ differences }) => differences.length > 0)
console.log(
  `  ratio ${result.ratio}, delays read ${result.delayReading}, ${differing.length} policies differ${differing.length > 0 ? `: ${JSON.stringify(differing[0].differences[0])}` : ''}`,
)

const worse = structuredClone(observed).map((row, at) =>
  at % 4 === 0 ? { ...row, members: row.members.toReversed().map((one, to) => ({ ...one, position: to + 1 })) } : row,
)
timed('a quarter differs', (input) => verifyOnCall({ snapshot: input, observed: worse, ...window }))
timed('compareSnapshots', (input) => compareSnapshots(snapshot, input, window, { now: window.from }))

if (least > ceilingMs) {
  console.log(`verifyOnCall takes longer than ${ceilingMs} ms.`)
  process.exitCode = 1
}
