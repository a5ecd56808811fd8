import { XMattersSyncError } from '../errors.ts'
import { firstDifference } from './first-difference.ts'

/** One thing that a contract wants: resolves when it is kept, rejects with what is wanted and why when it is broken. */
export interface ContractCase {
  readonly name: string
  readonly run: () => Promise<void>
}

/**
 * Thrown by a case of a contract that is broken; the message says what the contract wants, and why. Where the adapter threw what it
 * should not have, `cause` is that error itself, with its stack.
 */
export class ContractBrokenError extends XMattersSyncError {
  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super('contract-broken', message)
    if (options.cause !== undefined) this.cause = options.cause
  }
}

export function contractCase(name: string, check: () => Promise<void>): ContractCase {
  return {
    name,
    run: async () => {
      try {
        await check()
      } catch (error) {
        if (error instanceof ContractBrokenError) throw error
        const call = callThatThrew(error) ?? 'the adapter'
        const wanted = `${call} must succeed here: the store is new, and nobody else uses it.`
        throw new ContractBrokenError(`${wanted} Seen: ${JSON.stringify(clipped(describeError(error)))}.`, {
          cause: error,
        })
      }
    },
  }
}

const calls = new WeakMap<object, string>()

/** What the call gives; an error of it is remembered under that name. */
export async function named<T>(call: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (typeof error === 'object' && error !== null) calls.set(error, call)
    throw error
  }
}

function clipped(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`
}

function callThatThrew(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null ? calls.get(error) : undefined
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

export function describeError(error: unknown): string {
  if (error === undefined) return 'no error'
  return error instanceof Error ? error.message : `a thrown ${typeof error}`
}

export function codeOf(error: unknown): unknown {
  return propertyOf(error, 'code')
}

export function propertyOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? (error as Readonly<Record<string, unknown>>)[name] : undefined
}
