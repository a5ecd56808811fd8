/**
 * Breaks the source in small ways, one at a time, and counts how many of them the tests notice: first those of the room that was broken,
 * where whoever changes a rule should hear of it, then those of the rooms that build on it.
 *
 *     node scripts/mutation-check.ts --sample 150 --seed 1        a random part, the same for the same seed
 *     node scripts/mutation-check.ts --rooms time,schedule        all of two rooms; hours
 *     node scripts/mutation-check.ts --only src/time/zone.ts:64   one file, or one line of it
 *     node scripts/mutation-check.ts --sample 150 --own           the room's own tests alone, which is quicker
 *
 * What was found is kept in `--results` (default: a file in the folder for temporary files), so that a run that was stopped goes on
 * where it was; a change of a file makes its mutants new ones. Data tables are left out.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, globSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findMutants, type Mutant } from './mutation/find-mutants.ts'
import { type Order, serveMutants, type Verdict } from './mutation/serve-mutants.ts'

const root = join(import.meta.dirname, '..')
/** A run of unchanged tests that takes longer has gone wrong. */
const longestRunMs = 600_000
/** A mutant that takes so many times as long as the unchanged source loops for ever, which is as good as noticed. */
const patience = 6
const leastPatienceMs = 60_000

/** By room: the rooms whose tests notice what its own overlooked. */
const roomsAbove: Readonly<Record<string, readonly string[]>> = {
  time: ['schedule', 'mapping', 'verify'],
  schedule: ['mapping', 'verify', 'pipeline'],
  mapping: ['schedule', 'verify', 'pipeline'],
}

/** `unnoticed`: by the tests of its own room; `survived`: by all that were asked. */
type Outcome = 'killed' | 'hung' | 'killed above' | 'unnoticed' | 'survived'
type Work = Omit<Order, 'number'>

interface Result {
  readonly id: string
  readonly outcome: Outcome
  readonly seconds: number
}

if (process.send === undefined) await check()
else await serveMutants(root)

async function check(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rooms: { type: 'string', default: 'time,schedule,mapping' },
      only: { type: 'string', default: '' },
      own: { type: 'boolean', default: false },
      sample: { type: 'string', default: 'all' },
      seed: { type: 'string', default: '1' },
      results: { type: 'string', default: join(tmpdir(), 'xmatters-sync-mutants.jsonl') },
    },
  })
  const all = values.rooms.split(',').flatMap(mutantsOf)
  const [file = '', line] = values.only.split(':')
  const wanted = all.filter(
    ({ mutant }) => mutant.file.includes(file) && (line === undefined || mutant.line === Number(line)),
  )
  const sample = values.sample === 'all' ? wanted : shuffle(wanted, values.seed).slice(0, Number(values.sample))
  const known = readResults(values.results)
  const server = createServer()
  for (const [number, { id, mutant, text }] of sample.entries()) {
    const before = known.get(id)?.outcome
    if (before !== undefined && (before !== 'unnoticed' || values.own)) continue
    const { outcome, seconds } = await tryMutant(server, mutant, text, {
      isOwnDone: before !== undefined,
      isOwnOnly: values.own,
    })
    const result = { id, outcome, seconds: Math.round(seconds) }
    known.set(id, result)
    appendFileSync(values.results, `${JSON.stringify(result)}\n`)
    console.log(`${number + 1}/${sample.length} ${outcome} in ${result.seconds} s: ${describe(mutant)}`)
  }
  server.stop()
  report(sample.map(({ id, mutant }) => ({ mutant, outcome: known.get(id)?.outcome ?? 'survived' })))
}

async function tryMutant(
  server: Server,
  mutant: Mutant,
  text: string,
  { isOwnDone, isOwnOnly }: { readonly isOwnDone: boolean; readonly isOwnOnly: boolean },
): Promise<{ readonly outcome: Outcome; readonly seconds: number }> {
  const room = mutant.file.split('/')[1] ?? ''
  const own = isOwnDone ? null : await server.ask(workFor(mutant, text, [room]))
  if (own !== null && own.outcome !== 'survived') return { outcome: own.outcome, seconds: own.seconds }
  const seconds = own?.seconds ?? 0
  if (isOwnOnly) return { outcome: 'unnoticed', seconds }
  const above = await server.ask(workFor(mutant, text, roomsAbove[room] ?? []))
  return { outcome: above.outcome === 'survived' ? 'survived' : 'killed above', seconds: seconds + above.seconds }
}

function report(results: readonly { readonly mutant: Mutant; readonly outcome: Outcome }[]): void {
  const survivors = results.filter(({ outcome }) => outcome === 'survived' || outcome === 'unnoticed')
  console.log(`\n${survivors.length} of ${results.length} were not noticed:`)
  for (const { mutant } of survivors) console.log(`  ${describe(mutant)}`)
  const score = (noticed: number): string =>
    `${((100 * noticed) / Math.max(1, results.length)).toFixed(1)} % (${noticed} of ${results.length})`
  const above = results.filter(({ outcome }) => outcome === 'killed above').length
  console.log(`score ${score(results.length - survivors.length)}`)
  console.log(`of them by the tests of the same room ${score(results.length - survivors.length - above)}`)
}

function describe({ file, line, original, replacement }: Mutant): string {
  return `${file}:${line} ${original} -> ${replacement}`
}

interface Candidate {
  readonly id: string
  readonly mutant: Mutant
  /** The whole file, because it may be edited while mutants of it are tried. */
  readonly text: string
}

function mutantsOf(room: string): Candidate[] {
  return globSync(`src/${room}/*.ts`, { cwd: root })
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      const version = createHash('sha256').update(text).digest('hex').slice(0, 12)
      return findMutants(file, text).map((mutant) => ({
        id: `${file}@${version}:${mutant.start}-${mutant.end}:${mutant.replacement}`,
        mutant,
        text,
      }))
    })
}

function workFor({ file, start, end, replacement }: Mutant, text: string, rooms: readonly string[]): Work {
  const path = join(root, file)
  const tests = rooms.map((room) => `test/${room}/`)
  return { tests, change: { path, text: `${text.slice(0, start)}${replacement}${text.slice(end)}` } }
}

function readResults(path: string): Map<string, Result> {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : []
  const results = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Result)
  return new Map(results.map((result) => [result.id, result]))
}

/** The same order for the same seed, for a sample of any size the same beginning, and little else after a small change of the source. */
function shuffle(candidates: readonly Candidate[], seed: string): Candidate[] {
  const seen = new Map<string, number>()
  const ranked = candidates.map((candidate) => {
    const { file, original, replacement } = candidate.mutant
    const kind = JSON.stringify([file, original, replacement])
    const nth = (seen.get(kind) ?? 0) + 1
    seen.set(kind, nth)
    return { candidate, rank: createHash('sha256').update(`${seed} ${nth} ${kind}`).digest('hex') }
  })
  return ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ candidate }) => candidate)
}

interface Server {
  ask(work: Work): Promise<{ readonly outcome: Verdict['outcome'] | 'hung'; readonly seconds: number }>
  stop(): void
}

/** A process that runs tests, started anew after it had to be ended. The first thing to try in a room is the unchanged source. */
function createServer(): Server {
  let child: ChildProcess | null = null
  let orders = 0
  /** By the tests of a room: how long they take with the unchanged source. */
  const usualMs = new Map<string, number>()
  const stop = (): void => {
    // With the test runners that it started.
    if (child?.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    child = null
  }
  const verdictOf = (running: ChildProcess, number: number, longestMs: number): Promise<Verdict | null> =>
    new Promise((resolve, reject) => {
      const finish = (verdict: Verdict | null): void => {
        clearTimeout(timer)
        running.off('message', listen)
        running.off('exit', fail)
        resolve(verdict)
      }
      const listen = (message: Verdict): void => {
        // Test runners talk over this channel too.
        if (message.number === number) finish(message)
      }
      const fail = (): void => reject(new Error('the process that runs the tests ended'))
      const timer = setTimeout(finish, longestMs, null)
      running.on('message', listen)
      running.once('exit', fail)
    })
  const open = async (): Promise<ChildProcess> => {
    const opened = fork(import.meta.filename, { detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    await verdictOf(opened, 0, longestRunMs)
    return opened
  }
  const order = (running: ChildProcess, work: Work, longestMs: number): Promise<Verdict | null> => {
    const verdict = verdictOf(running, ++orders, longestMs)
    running.send({ number: orders, ...work } satisfies Order)
    return verdict
  }
  return {
    stop,
    ask: async (work) => {
      child ??= await open()
      const tests = work.tests.join()
      if (!usualMs.has(tests)) {
        const unchanged = await order(child, { ...work, change: null }, longestRunMs)
        if (unchanged?.outcome !== 'survived') throw new Error(`the tests under ${tests} fail as they are`)
        usualMs.set(tests, unchanged.seconds * 1000)
      }
      const longestMs = Math.max(leastPatienceMs, patience * (usualMs.get(tests) ?? 0))
      const verdict = await order(child, work, longestMs)
      if (verdict !== null) return verdict
      stop()
      return { outcome: 'hung', seconds: longestMs / 1000 }
    },
  }
}
