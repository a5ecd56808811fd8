import { BaseSequencer, createVitest, type TestSpecification, type Vitest } from 'vitest/node'

/** What became of a run: `survived` where no test failed. */
export interface Verdict {
  /** The number of the order; the first verdict, that all is ready, has 0. */
  readonly number: number
  readonly outcome: 'killed' | 'survived'
  readonly seconds: number
}

/** One run of the tests under some folders, with a file's text replaced, or with everything as it is. */
export interface Order {
  readonly number: number
  readonly tests: readonly string[]
  readonly change: { readonly path: string; readonly text: string } | null
}

/** What happens while an order is carried out. */
interface Progress {
  change: Order['change']
  isLoaded: boolean
  /** The run's own result repeats the run before for test files that a failure called off, so what it tells on the way counts. */
  readonly states: Map<string, string>
}

/**
 * Answers orders of the parent process one by one. The source files stay as they are: a change is put in place while the tests load
 * the file, so that others may work in the same checkout meanwhile.
 */
export async function serveMutants(root: string): Promise<void> {
  const progress: Progress = { change: null, isLoaded: false, states: new Map() }
  const load = (id: string): string | null => {
    if (id !== progress.change?.path) return null
    progress.isLoaded = true
    return progress.change.text
  }
  const vitest = await createVitest(
    // Without the project's own configuration, whose three zones would each be a server of their own: one zone is enough here.
    {
      root,
      config: false,
      fsModuleCache: false,
      watch: false,
      bail: 1,
      include: ['test/**/*.test.ts'],
      env: { TZ: 'UTC' },
      pool: 'forks',
      // Each test file in a process of its own: a process that lives on would keep the source of the mutant before.
      isolate: true,
      maxWorkers: 2,
      testTimeout: 60_000,
      sequence: { sequencer: GivenOrder },
      reporters: [{ onTestModuleEnd: (module) => void progress.states.set(module.moduleId, module.state()) }],
    },
    { plugins: [{ name: 'change', enforce: 'pre', load }] },
  )
  const durations = new Map<string, number>()
  const answer = async (order: Order): Promise<Verdict> => {
    const startedAt = performance.now()
    let isKilled = await fails(vitest, order, progress, durations)
    // Whoever was called off may have fetched the file just before the change; once more, then.
    if (!isKilled && order.change !== null && !progress.isLoaded) {
      isKilled = await fails(vitest, order, progress, durations)
    }
    const seconds = (performance.now() - startedAt) / 1000
    return { number: order.number, outcome: isKilled ? 'killed' : 'survived', seconds }
  }
  process.on('message', (order: Order) => {
    void answer(order).then((verdict) => process.send?.(verdict))
  })
  process.send?.({ number: 0, outcome: 'survived', seconds: 0 } satisfies Verdict)
}

async function fails(
  vitest: Vitest,
  { tests, change }: Order,
  progress: Progress,
  durations: Map<string, number>,
): Promise<boolean> {
  const changed = [progress.change?.path, change?.path]
  progress.change = change
  progress.isLoaded = false
  for (const path of changed) if (path !== undefined) vitest.invalidateFile(path)
  const specifications = await vitest.globTestSpecifications([...tests])
  const duration = ({ moduleId }: TestSpecification): number => durations.get(moduleId) ?? 0
  const kinship = ({ moduleId }: TestSpecification): number =>
    change === null ? 0 : wordsOf(moduleId).filter((word) => wordsOf(change.path).includes(word)).length
  progress.states.clear()
  // Those named alike first, then the quick ones: most mutants die in them.
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
    specifications.toSorted((a, b) => kinship(b) - kinship(a) || duration(a) - duration(b)),
  )
  if (change === null) {
    for (const module of testModules) durations.set(module.moduleId, module.diagnostic().duration)
  }
  // Whole files are skipped where what they read is not there.
  const isFine = ({ moduleId }: TestSpecification): boolean =>
    /^(passed|skipped)$/.test(progress.states.get(moduleId) ?? '')
  return unhandledErrors.length > 0 || !specifications.every(isFine)
}

class GivenOrder extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files)
  }
}

/** `/x/src/time/zone-source.ts` is made of `zone` and `source`. */
function wordsOf(path: string): string[] {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .split(/[-.]/)
    .filter((word) => word !== 'ts' && word !== 'test')
}
