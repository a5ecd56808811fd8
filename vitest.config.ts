import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Nothing may depend on the zone of the machine, so everything runs in three: none, one with summer time, one with a half-hour shift. */
const hostZones = { utc: 'UTC', london: 'Europe/London', 'lord-howe': 'Australia/Lord_Howe' }

const source = (file: string): string => fileURLToPath(new URL(`./src/${file}`, import.meta.url))

export default defineConfig({
  test: {
    projects: Object.entries(hostZones).map(([name, TZ]) => ({
      test: {
        name,
        include: ['test/**/*.test.ts'],
        env: { TZ },
        pool: 'forks' as const,
        testTimeout: 60_000,
        // Examples import the package by its name; under test that is the source, not a build.
        alias: [
          { find: /^xmatters-sync$/, replacement: source('index.ts') },
          { find: /^xmatters-sync\/(report|harness|testing)$/, replacement: source('$1/index.ts') },
        ],
      },
    })),
  },
})
