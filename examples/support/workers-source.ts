import { setTimeout as delay } from 'node:timers/promises'
import { XMattersClient } from 'xmatters-sync'
import { createFakeXMatters } from 'xmatters-sync/testing'

/** A customer of the demo with an xMatters instance of its own. */
export interface DemoTenant {
  readonly id: string
  readonly seed: number
  readonly people: number
  readonly groups: number
}

/** Small ones, and every eighth a large one. */
export function demoTenants(count: number, seed: number): readonly DemoTenant[] {
  return Array.from({ length: count }, (_, nth) => {
    const isLarge = nth % 8 === 0
    return {
      id: `tenant-${String(nth + 1).padStart(3, '0')}`,
      seed: seed * 1000 + nth,
      people: isLarge ? 120 : 12,
      groups: isLarge ? 24 : 3,
    }
  })
}

/**
 * The client of that customer. Here it talks to a fake in this process, and each request takes `latencyMs`, since a real instance is
 * far away; an application would look up base URL and credentials by the customer's id.
 */
export function connectSource(
  tenant: DemoTenant,
  { now, latencyMs }: { now: string; latencyMs: number },
): XMattersClient {
  const { seed, people, groups } = tenant
  const fake = createFakeXMatters({ seed, people, groups, now })
  return new XMattersClient({
    baseUrl: fake.baseUrl,
    auth: { kind: 'basic', username: 'reader', password: 'demo' },
    fetch: async (input, init) => {
      await delay(latencyMs)
      return fake.fetch(input, init)
    },
  })
}
