import type { Write } from './apply-change.ts'
import { idempotencyKey } from './journal.ts'
import type { Change } from '../plan.ts'
import type { Run } from './run.ts'
import type { WriteContext, WriteResult } from '../target-adapter.ts'

/** Hands a write to the adapter. Throws what the adapter throws, and `bad-result` for an answer that cannot be true. */
export async function handOver(
  run: Run,
  { id: changeId, entity, key }: Change,
  write: Write,
): Promise<{ id: string; revision: string | null }> {
  const { target, context } = run
  switch (write.action) {
    case 'create': {
      const { id, revision } = await send(run, changeId, async (call) => target.create(write, call))
      if (typeof id !== 'string' || id === '') throw new BadResult('The target gave no id for what it created.')
      const owner = context.index.record(entity, id)?.link
      if (owner && owner.origin === context.origin && owner.key !== key) {
        throw new BadResult(`The target gave the id of ${owner.key} for what it created.`)
      }
      return { id, revision: revisionOf(revision) }
    }
    case 'remove':
      await send(run, changeId, async (call) => target.remove(write, call))
      return { id: write.id, revision: null }
    default: {
      const result: WriteResult | undefined = await send(run, changeId, async (call) => target.update(write, call))
      return { id: write.id, revision: revisionOf(result?.revision) }
    }
  }
}

/** Calls the adapter the way every attempt at a change does. */
export async function send<T>(run: Run, changeId: string, call: (context: WriteContext) => Promise<T>): Promise<T> {
  const context = { idempotencyKey: idempotencyKey(run.planId, changeId), ...run.fencing }
  return run.grace.run(async (signal) => call(signal ? { ...context, signal } : context))
}

export class BadResult extends Error {
  readonly code = 'bad-result'
}

function revisionOf(revision: unknown): string | null {
  return typeof revision === 'string' ? revision : null
}
