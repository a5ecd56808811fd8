// How long the mapping takes, against parsing the same tenant's JSON, and whether it grows with the tenant. Run: node bench/mapping.mjs
import { mapTenant } from '../src/mapping/index.ts'
import { aTenant } from '../src/testing/index.ts'

const mostTimesParse = 3
const mostGrowth = 2.3
const people = Number(process.argv[2] ?? 100_000)

function measure(share) {
  const text = JSON.stringify(aTenant({ seed: 1, people: people * share, groups: (people / 10) * share }))
  const tenant = JSON.parse(text)
  const { people: persons, groups, shifts } = tenant
  console.log(
    `${persons.length} people, ${groups.length} groups, ${shifts.length} shifts, ${(text.length / 1e6).toFixed(0)} MB`,
  )
  const parse = least(() => JSON.parse(text))
  const map = least(() => mapTenant(tenant))
  const { ledger } = mapTenant(tenant)
  console.log(
    `  JSON.parse ${parse.toFixed(0)} ms, mapTenant ${map.toFixed(0)} ms, ${(map / parse).toFixed(2)} times; ${ledger.leaves} leaves`,
  )
  return { parse, map }
}

function least(run) {
  let best = Infinity
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.()
    const start = threadMs()
    run()
    best = Math.min(best, threadMs() - start)
  }
  return best
}

/** Time of this thread on a processor: what a clock would show if nothing else ran. */
function threadMs() {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

const half = measure(0.5)
const whole = measure(1)
const growth = whole.map / half.map
console.log(`twice the tenant takes ${growth.toFixed(2)} times as long`)
if (whole.map / whole.parse > mostTimesParse || growth > mostGrowth) {
  console.log(`More than ${mostTimesParse} times JSON.parse, or more than ${mostGrowth} times for twice the tenant.`)
  process.exitCode = 1
}
