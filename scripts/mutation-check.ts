/**
 * Breaks the source in small ways, one at a time, and counts how many of them the tests notice.
 *
 *     node scripts/mutation-check.ts --sample 150 --seed 1        a random part, the same for the same seed
 *     node scripts/mutation-check.ts --rooms time,schedule        all of two rooms; hours
 *     node scripts/mutation-check.ts --only src/time/zone.ts      one file
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
const patience = 4
const leastPatienceMs = 30_000

type Outcome = Verdict['outcome'] | 'hung'
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
      sample: { type: 'string', default: 'all' },
      seed: { type: 'string', default: '1' },
      results: { type: 'string', default: join(tmpdir(), 'xmatters-sync-mutants.jsonl') },
    },
  })
  const all = values.rooms.split(',').flatMap(mutantsOf)
  const wanted = all.filter(({ mutant }) => mutant.file.includes(values.only))
  const sample = values.sample === 'all' ? wanted : shuffle(wanted, values.seed).slice(0, Number(values.sample))
  const known = readResults(values.results)
  const server = createServer()
  for (const [number, { id, mutant, text }] of sample.entries()) {
    if (known.has(id)) continue
    const { outcome, seconds } = await server.ask(workFor(mutant, text))
    const result = { id, outcome, seconds: Math.round(seconds) }
    known.set(id, result)
    appendFileSync(values.results, `${JSON.stringify(result)}\n`)
    console.log(`${number + 1}/${sample.length} ${outcome} in ${result.seconds} s: ${describe(mutant)}`)
  }
  server.stop()
  report(sample.map(({ id, mutant }) => ({ mutant, outcome: known.get(id)?.outcome ?? 'survived' })))
}

function report(results: readonly { readonly mutant: Mutant; readonly outcome: Outcome }[]): void {
  const survivors = results.filter(({ outcome }) => outcome === 'survived')
  console.log(`\n${survivors.length} of ${results.length} were not noticed:`)
  for (const { mutant } of survivors) console.log(`  ${describe(mutant)}`)
  const noticed = results.length - survivors.length
  console.log(`score ${((100 * noticed) / Math.max(1, results.length)).toFixed(1)} % (${noticed} of ${results.length})`)
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

/** The tests of the mutant's own room: whoever changes a rule should hear of it there. */
function workFor({ file, start, end, replacement }: Mutant, text: string): Work {
  const path = join(root, file)
  const tests = [`test/${file.split('/')[1]}/`]
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
  ask(work: Work): Promise<{ readonly outcome: Outcome; readonly seconds: number }>
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
