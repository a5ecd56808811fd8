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
/** A mutant that loops for ever is as good as noticed; the unchanged tests of a room take far less. */
const longestMs = 240_000

type Outcome = Verdict['outcome'] | 'hung'

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
  for (const [number, { id, mutant }] of sample.entries()) {
    if (known.has(id)) continue
    const { outcome, seconds } = await server.ask(orderOf(mutant))
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

function mutantsOf(room: string): { readonly id: string; readonly mutant: Mutant }[] {
  return globSync(`src/${room}/*.ts`, { cwd: root })
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      const version = createHash('sha256').update(text).digest('hex').slice(0, 12)
      return findMutants(file, text).map((mutant) => ({
        id: `${file}@${version}:${mutant.start}-${mutant.end}:${mutant.replacement}`,
        mutant,
      }))
    })
}

/** The tests of the mutant's own room: whoever changes a rule should hear of it there. */
function orderOf({ file, start, end, replacement }: Mutant): Order {
  const path = join(root, file)
  const text = readFileSync(path, 'utf8')
  const tests = [`test/${file.split('/')[1]}/`]
  return { tests, change: { path, text: `${text.slice(0, start)}${replacement}${text.slice(end)}` } }
}

function readResults(path: string): Map<string, Result> {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : []
  const results = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Result)
  return new Map(results.map((result) => [result.id, result]))
}

/** The same order for the same seed, and for a sample of any size the same beginning. */
function shuffle<T extends { readonly id: string }>(items: readonly T[], seed: string): T[] {
  const rank = ({ id }: T): string => createHash('sha256').update(`${seed} ${id}`).digest('hex')
  return items.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
}

interface Server {
  ask(order: Order): Promise<{ readonly outcome: Outcome; readonly seconds: number }>
  stop(): void
}

/** A process that runs tests, started anew after it had to be ended; the first thing it does in a room is to run the unchanged source. */
function createServer(): Server {
  let child: ChildProcess | null = null
  const warm = new Set<string>()
  const stop = (): void => {
    // With the test runners that it started.
    if (child?.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    child = null
    warm.clear()
  }
  const next = (running: ChildProcess): Promise<Verdict | null> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(null), longestMs)
      running.once('message', (verdict: Verdict) => {
        clearTimeout(timer)
        running.off('exit', reject)
        resolve(verdict)
      })
      running.once('exit', reject)
    })
  const open = async (): Promise<ChildProcess> => {
    const opened = fork(import.meta.filename, { detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    await next(opened)
    return opened
  }
  return {
    stop,
    ask: async (order) => {
      child ??= await open()
      const tests = order.tests.join()
      if (!warm.has(tests)) {
        warm.add(tests)
        child.send({ ...order, change: null })
        if ((await next(child))?.outcome !== 'survived') throw new Error(`the tests under ${tests} fail as they are`)
      }
      child.send(order)
      const verdict = await next(child)
      if (verdict !== null) return verdict
      stop()
      return { outcome: 'hung', seconds: longestMs / 1000 }
    },
  }
}
