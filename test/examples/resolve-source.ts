import { registerHooks } from 'node:module'

const doors: Readonly<Record<string, string>> = {
  'xmatters-sync': 'index.ts',
  'xmatters-sync/report': 'report/index.ts',
  'xmatters-sync/harness': 'harness/index.ts',
  'xmatters-sync/testing': 'testing/index.ts',
}

// Preloaded into processes that a test starts: there too the package's name stands for the source, not for a build.
registerHooks({
  resolve(specifier, context, nextResolve) {
    const file = doors[specifier]
    if (file === undefined) return nextResolve(specifier, context)
    return { url: new URL(`../../src/${file}`, import.meta.url).href, shortCircuit: true }
  },
})
