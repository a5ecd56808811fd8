import { describeCause } from '../../errors.ts'
import type { ApplyError } from '../state-store.ts'

/** What a foreign error becomes in a report: its code and message, without what a URL may carry. */
export function applyErrorOf(error: unknown, fallbackCode: string): ApplyError {
  try {
    const { code, message, name } = describeCause(error)
    return { code: code ?? fallbackCode, message: withoutUrlSecrets(message || name).slice(0, 500) }
  } catch {
    return { code: fallbackCode, message: 'An error that cannot be read was thrown.' }
  }
}

/** Why the state store could not be read or written. */
export function stateErrorOf(error: unknown): ApplyError {
  return { ...applyErrorOf(error, ''), code: 'state-store' }
}

/** Whether the thrower asks for another attempt. */
export function isTransient(error: unknown): boolean {
  return propertyOf(error, 'transient') === true
}

/** Whether the thrower says that the expected revision no longer fits. */
export function isStale(error: unknown): boolean {
  return propertyOf(error, 'code') === 'stale'
}

function propertyOf(error: unknown, name: 'transient' | 'code'): unknown {
  if (typeof error !== 'object' || error === null) return undefined
  try {
    return (error as Record<string, unknown>)[name]
  } catch {
    return undefined
  }
}

function withoutUrlSecrets(message: string): string {
  // The length of a scheme is bounded, or a long message without any would take quadratic time.
  return message.replace(/([a-z][a-z0-9+.-]{0,30}:\/\/)(?:[^\s/@]*@)?([^\s?#]*)[?#]?\S*/gi, '$1$2')
}
