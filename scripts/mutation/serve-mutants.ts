import { createVitest, type TestSpecification, type Vitest } from 'vitest/node'

/** What became of a run: `survived` where no test failed. */
export interface Verdict {
  readonly outcome: 'killed' | 'survived'
  readonly seconds: number
}

/** One run of the tests under some folders, with a file's text replaced, or with everything as it is. */
export interface Order {
  readonly tests: readonly string[]
  readonly change: { readonly path: string; readonly text: string } | null
}

/**
 * Answers orders of the parent process one by one. The source files stay as they are: a change is put in place while the tests load
 * the file, so that others may work in the same checkout meanwhile.
 */
export async function serveMutants(root: string): Promise<void> {
  let change: Order['change'] = null
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
      reporters: [{}],
    },
    { plugins: [{ name: 'change', enforce: 'pre', load }] },
  )
  const durations = new Map<string, number>()
  process.on('message', (order: Order) => {
    const changed = [change?.path, order.change?.path]
    change = order.change
    for (const path of changed) if (path !== undefined) vitest.invalidateFile(path)
    void answer(vitest, order, durations).then((verdict) => process.send?.(verdict))
  })
  process.send?.({ outcome: 'survived', seconds: 0 } satisfies Verdict)
}

async function answer(vitest: Vitest, { tests, change }: Order, durations: Map<string, number>): Promise<Verdict> {
  const startedAt = performance.now()
  const specifications = await vitest.globTestSpecifications([...tests])
  const duration = ({ moduleId }: TestSpecification): number => durations.get(moduleId) ?? 0
  const kinship = ({ moduleId }: TestSpecification): number =>
    change === null ? 0 : wordsOf(moduleId).filter((word) => wordsOf(change.path).includes(word)).length
  // Those named alike first, then the quick ones: most mutants die in them.
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
    specifications.toSorted((a, b) => kinship(b) - kinship(a) || duration(a) - duration(b)),
  )
  if (change === null) {
    for (const module of testModules) durations.set(module.moduleId, module.diagnostic().duration)
  }
  // After a failure the rest is called off, and what failed is not always told in time.
  const passed = testModules.filter((module) => module.state() === 'passed').length
  const isKilled = unhandledErrors.length > 0 || passed < specifications.length
  return { outcome: isKilled ? 'killed' : 'survived', seconds: (performance.now() - startedAt) / 1000 }
}

/** `/x/src/time/zone-source.ts` is made of `zone` and `source`. */
function wordsOf(path: string): string[] {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .split(/[-.]/)
    .filter((word) => word !== 'ts' && word !== 'test')
}
