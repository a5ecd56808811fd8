import { BaseSequencer, createVitest, type TestModule, type TestSpecification, type Vitest } from 'vitest/node'

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

/**
 * Answers orders of the parent process one by one. The source files stay as they are: a change is put in place while the tests load
 * the file, so that others may work in the same checkout meanwhile.
 */
export async function serveMutants(root: string): Promise<void> {
  let change: Order['change'] = null
  // What the run itself tells: its result repeats the run before for test files that a failure called off.
  const ended: TestModule[] = []
  const load = (id: string): string | null => (id === change?.path ? change.text : null)
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
      testTimeout: 20_000,
      sequence: { sequencer: GivenOrder },
      reporters: [{ onTestModuleEnd: (module) => void ended.push(module) }],
    },
    { plugins: [{ name: 'change', enforce: 'pre', load }] },
  )
  const durations = new Map<string, number>()
  process.on('message', (order: Order) => {
    const changed = [change?.path, order.change?.path]
    change = order.change
    for (const path of changed) if (path !== undefined) vitest.invalidateFile(path)
    void answer(vitest, order, ended, durations).then((verdict) => process.send?.(verdict))
  })
  process.send?.({ number: 0, outcome: 'survived', seconds: 0 } satisfies Verdict)
}

async function answer(
  vitest: Vitest,
  { number, tests, change }: Order,
  ended: TestModule[],
  durations: Map<string, number>,
): Promise<Verdict> {
  const startedAt = performance.now()
  ended.length = 0
  const specifications = await vitest.globTestSpecifications([...tests])
  const duration = ({ moduleId }: TestSpecification): number => durations.get(moduleId) ?? 0
  const kinship = ({ moduleId }: TestSpecification): number =>
    change === null ? 0 : wordsOf(moduleId).filter((word) => wordsOf(change.path).includes(word)).length
  // Those named alike first, then the quick ones: most mutants die in them.
  const { unhandledErrors } = await vitest.runTestSpecifications(
    specifications.toSorted((a, b) => kinship(b) - kinship(a) || duration(a) - duration(b)),
  )
  if (change === null) for (const module of ended) durations.set(module.moduleId, module.diagnostic().duration)
  const passed = ended.filter((module) => module.state() === 'passed').length
  const isKilled = unhandledErrors.length > 0 || passed < specifications.length
  return { number, outcome: isKilled ? 'killed' : 'survived', seconds: (performance.now() - startedAt) / 1000 }
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
