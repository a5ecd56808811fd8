import { defineConfig } from 'vitest/config'

/** Nothing may depend on the zone of the machine, so everything runs in three: none, one with summer time, one with a half-hour shift. */
const hostZones = { utc: 'UTC', london: 'Europe/London', 'lord-howe': 'Australia/Lord_Howe' }

export default defineConfig({
  test: {
    projects: Object.entries(hostZones).map(([name, TZ]) => ({
      test: {
        name,
        include: ['test/**/*.test.ts'],
        env: { TZ },
        pool: 'forks' as const,
        testTimeout: 60_000,
      },
    })),
  },
})
