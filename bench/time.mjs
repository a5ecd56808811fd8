/**
 * Wall clock to instant and label to zone, beside the peers, as ratios of one run.
 *
 *     node bench/time.mjs
 */
import { fromZonedTime } from 'date-fns-tz'
import { Temporal } from 'temporal-polyfill'
import { normalizeTimeZone, wallToEpochMs } from '../src/time/index.ts'

const zones = ['America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Santiago']
// Through JSON, as walls arrive in practice: a piece of another string is slower to read.
const walls = JSON.parse(JSON.stringify(randomWalls(20_000)))

/** Deterministic, so that two runs ask the same. */
function randomWalls(count) {
  let seed = 42
  const from = Date.UTC(2020, 0, 1)
  const minutes = (Date.UTC(2036, 0, 1) - from) / 60_000
  return Array.from({ length: count }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return new Date(from + Math.floor((seed / 2 ** 32) * minutes) * 60_000).toISOString().slice(0, 16)
  })
}

/** Operations a second, the best of several short runs. */
function rate(operation, { runs = 5, runMs = 250 } = {}) {
  let best = 0
  for (let run = 0; run < runs; run++) {
    let count = 0
    const start = performance.now()
    while (performance.now() - start < runMs) count += operation()
    best = Math.max(best, (count / (performance.now() - start)) * 1000)
  }
  return best
}

let sink = 0
const overWalls = (convert, sample) => () => {
  for (let i = 0; i < sample; i++) sink += convert(walls[i % walls.length], zones[i % zones.length])
  return sample
}

const own = rate(overWalls((wall, zone) => wallToEpochMs(wall, zone), 20_000))
const dateFns = rate(overWalls((wall, zone) => fromZonedTime(wall, zone).getTime(), 2_000))
const temporal = rate(
  overWalls((wall, zone) => Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds, 2_000),
)

const named = ['America/New_York', 'Europe/London', 'Asia/Kolkata', 'US/Pacific', 'Etc/GMT+5']
const others = [
  'Pacific Standard Time',
  '(UTC-08:00) Pacific Time (US & Canada)',
  'US/Los Angeles',
  '(UTC-0800) US/Pacific',
  'EST5EDT,M3.2.0,M11.1.0',
  'UTC+5',
  '"America/New_York"',
  'IST',
]
const overLabels = (labels, options) => () => {
  for (let i = 0; i < 20_000; i++) sink += normalizeTimeZone(labels[i % labels.length], options).candidates.length
  return 20_000
}

/** More labels than are remembered, so that each is read anew. */
const unseen = Array.from(
  { length: 20_000 },
  (_, i) => `${others[i % others.length]}${' '.repeat(i % 100)}\t${' '.repeat(i / 100)}`,
)

const millions = (perSecond) => `${(perSecond / 1e6).toFixed(2)} M/s`
console.log(`wall to instant        ${millions(own)}`)
console.log(`  date-fns-tz          ${millions(dateFns)}   ratio ${(own / dateFns).toFixed(0)} (at least 100)`)
console.log(`  temporal-polyfill    ${millions(temporal)}   ratio ${(own / temporal).toFixed(0)} (at least 30)`)
console.log(`normalize, IANA names  ${millions(rate(overLabels(named)))} (at least 5)`)
console.log(`normalize, others      ${millions(rate(overLabels(others)))} (at least 1)`)
console.log(`  read anew            ${millions(rate(overLabels(unseen)))}`)
console.log(`  with a country       ${millions(rate(overLabels(others, { country: 'US' })))}`)
if (Number.isNaN(sink)) throw new Error('an operation gave no number')
