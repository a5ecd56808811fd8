import type { User } from '../../model/index.ts'
import { append } from '../../get-or-add.ts'
import { applyErrorOf } from './apply-error.ts'
import type { Change } from '../plan.ts'
import type { ApplyError } from '../state-store.ts'
import type { Invitation, InvitationResult } from '../target-adapter.ts'

/** What became of one person's invitation. */
export type InvitationOutcome =
  | { readonly kind: 'invited'; readonly id: string | null }
  | { readonly kind: 'failed'; readonly error: ApplyError }

/** `null` when there is no address to send it to. */
export function invitationOf(change: Change): Invitation | null {
  const { email, name } = change.value as User
  return email ? { userKey: change.key, email, name, id: change.targetId } : null
}

export function inBatches<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const step = Number.isFinite(size) && size >= 1 ? Math.floor(size) : 1
  return Array.from({ length: Math.ceil(items.length / step) }, (_, batch) =>
    items.slice(batch * step, (batch + 1) * step),
  )
}

/**
 * Exactly one outcome an invitation, whatever came back: by address without regard to case; several results for one address go to
 * the invitations for it in order, a success before a failure; results that nobody asked for are ignored.
 */
export function matchResults(invitations: readonly Invitation[], results: unknown): readonly InvitationOutcome[] {
  const byEmail = new Map<string, InvitationResult[]>()
  for (const result of Array.isArray(results) ? (results as readonly unknown[]) : []) {
    if (isResult(result)) append(byEmail, result.email.toLowerCase(), result)
  }
  for (const list of byEmail.values())
    list.sort((a, b) => Number(a.outcome === 'failed') - Number(b.outcome === 'failed'))

  const used = new Map<string, number>()
  return invitations.map(({ email }) => {
    const address = email.toLowerCase()
    const list = byEmail.get(address) ?? []
    const nth = used.get(address) ?? 0
    used.set(address, nth + 1)
    return outcomeOf(list[Math.min(nth, list.length - 1)])
  })
}

function outcomeOf(result: InvitationResult | undefined): InvitationOutcome {
  if (!result) {
    const message = 'The target did not say what became of this invitation.'
    return { kind: 'failed', error: { code: 'no-result', message } }
  }
  if (result.outcome === 'failed') {
    const reason = typeof result.error === 'string' ? result.error : 'The target refused the invitation.'
    return { kind: 'failed', error: applyErrorOf(new Error(reason), 'invitation-failed') }
  }
  return { kind: 'invited', id: typeof result.id === 'string' && result.id !== '' ? result.id : null }
}

const outcomes: ReadonlySet<unknown> = new Set<InvitationResult['outcome']>(['invited', 'added', 'already', 'failed'])

function isResult(result: unknown): result is InvitationResult {
  if (typeof result !== 'object' || result === null) return false
  const { email, outcome } = result as Partial<Record<'email' | 'outcome', unknown>>
  return typeof email === 'string' && outcomes.has(outcome)
}
