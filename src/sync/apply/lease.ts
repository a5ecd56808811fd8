import type { Lease, SyncStateStore } from '../state-store.ts'
import type { SyncPlan } from '../plan.ts'
import type { WriteContext } from '../target-adapter.ts'

/** The right to write, kept alive while the apply runs. */
export interface HeldLease {
  /** What writes carry; nothing without leases. */
  readonly fencing: Pick<WriteContext, 'fencingToken'>
  /** Renews when a third of the time is over; false once the lease is lost, for good. */
  stillHeld(): Promise<boolean>
  isLost(): boolean
  readonly release: () => Promise<void>
}

/** Parts of one plan are independent of each other, so each has a lease of its own. */
export function leaseName(plan: SyncPlan): string {
  return plan.part ? `${plan.origin}#${plan.part.index}/${plan.part.count}` : plan.origin
}

interface LeaseOptions {
  readonly ttlMs: number
  readonly clock: () => number
  readonly signal: AbortSignal | undefined
}

/** `null` when somebody else holds it. A store without leases gives one that is never lost. Rejects when `signal` ends the wait. */
export async function holdLease(
  state: SyncStateStore,
  name: string,
  { ttlMs, clock, signal }: LeaseOptions,
): Promise<HeldLease | null> {
  signal?.throwIfAborted()
  if (!state.acquireLease) return unlocked
  const askedAt = clock()
  const lease = await untilStopped(state.acquireLease(name, { ttlMs }), signal)
  return lease ? keepAlive(lease, { ttlMs, clock, askedAt }) : null
}

/** Nothing is in flight yet that would be worth a wait. A lease that comes after the stop is given back. */
async function untilStopped(asked: Promise<Lease | null>, signal: AbortSignal | undefined): Promise<Lease | null> {
  if (!signal) return asked
  let onAbort = (): void => {}
  const stopped = new Promise<never>((_resolve, reject) => (onAbort = () => reject(signal.reason as Error)))
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([asked, stopped])
  } catch (error) {
    asked.then(async (lease) => lease?.release()).catch(() => {})
    throw error
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

const unlocked: HeldLease = {
  fencing: {},
  stillHeld: async () => true,
  isLost: () => false,
  release: async () => {},
}

function keepAlive(
  lease: Lease,
  { ttlMs, clock, askedAt }: { readonly ttlMs: number; readonly clock: () => number; readonly askedAt: number },
): HeldLease {
  let renewedAt = askedAt
  let lost = false
  let renewing: Promise<boolean> | null = null

  const renew = async (): Promise<boolean> => {
    const startedAt = clock()
    try {
      if (await withinTtl(lease.renew())) renewedAt = startedAt
      else lost = true
    } catch {
      // A store that cannot be asked may still hold the lease for us, but not longer than was agreed.
      if (clock() - renewedAt >= ttlMs) lost = true
    }
    renewing = null
    return !lost
  }
  /** A store that does not answer while the lease runs out has let it go. */
  const withinTtl = async (renewal: Promise<boolean>): Promise<boolean> => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const runOut = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), ttlMs)))
    try {
      return await Promise.race([renewal, runOut])
    } finally {
      clearTimeout(timer)
    }
  }
  const renewOnce = (): Promise<boolean> => (renewing ??= renew())

  // One slow write must not let the lease run out while nobody looks.
  const heartbeat = setInterval(
    () => {
      if (!lost) void renewOnce()
    },
    Math.max(1, ttlMs / 3),
  )

  return {
    fencing: { fencingToken: lease.fencingToken },
    stillHeld: async () => (lost || clock() - renewedAt < ttlMs / 3 ? !lost : renewOnce()),
    isLost: () => lost,
    release: async () => {
      clearInterval(heartbeat)
      await lease.release()
    },
  }
}
