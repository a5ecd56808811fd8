import { XMattersSyncError } from '../errors.ts'
import { firstDifference } from './first-difference.ts'

/** One thing that a contract wants: resolves when it is kept, rejects with what is wanted and why when it is broken. */
export interface ContractCase {
  readonly name: string
  readonly run: () => Promise<void>
}

/** Thrown by a case of a contract that is broken; the message says what the contract wants, and why. */
export class ContractBrokenError extends XMattersSyncError {
  constructor(message: string) {
    super('contract-broken', message)
  }
}

/** `wanted` is a whole sentence; `seen` is shown after it. */
export function want(holds: boolean, wanted: string, seen?: unknown): void {
  if (holds) return
  throw new ContractBrokenError(seen === undefined ? wanted : `${wanted} Seen: ${JSON.stringify(seen)}.`)
}

/** `seen` must be `wanted`, whatever the order of keys; what is shown is the first place where it is not. */
export function wantSame(seen: unknown, wanted: unknown, sentence: string): void {
  const difference = firstDifference(seen, wanted)
  if (difference !== null) throw new ContractBrokenError(`${sentence} Seen: ${difference}.`)
}

/** The error of a call that must fail. */
export async function failureOf(call: () => Promise<unknown>): Promise<unknown> {
  try {
    await call()
  } catch (error) {
    return error
  }
  return undefined
}
