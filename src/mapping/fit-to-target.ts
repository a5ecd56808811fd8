import type { OnCallSnapshot, User } from '../model/index.ts'
import { fitLevels } from './fit-levels.ts'
import { fitParity } from './fit-parity.ts'
import { fitRotations } from './fit-rotations.ts'
import type { CountedEntry } from './ledger-account.ts'
import { openSnapshotDraft } from './snapshot-draft.ts'
import type { FitOptions, FittedSnapshot, TargetFitCapabilities } from './target-fit.ts'

/**
 * Fits a snapshot to what a target can express, each change in the ledger with its size.
 *
 * Nested policies and recurrences that the target lacks become dated duties inside the horizon, and what parity found different becomes
 * true there by dated overrides; both must be renewed by the next sync. Delays are rounded and levels merged. Ways of contact that the
 * target lacks are reported, and kept.
 */
export function fitToTarget(
  snapshot: OnCallSnapshot,
  capabilities: TargetFitCapabilities,
  { horizon, parity }: FitOptions,
): FittedSnapshot {
  const corrections = openSnapshotDraft(snapshot)
  const entries = parity === undefined ? [] : fitParity(snapshot, parity, horizon, corrections)
  const corrected = corrections.close()
  const dated = openSnapshotDraft(corrected)
  entries.push(...fitRotations(corrected, capabilities, horizon, dated))
  const fitted = dated.close()
  const escalationPolicies = fitted.escalationPolicies.map((policy) => fitLevels(policy, capabilities, entries))
  for (const user of snapshot.users) reportContacts(user, capabilities, entries)
  const approximated = entries.filter(({ outcome }) => outcome === 'approximated').length
  const dropped = entries.length - approximated
  const ledger = { leaves: entries.length, mapped: 0, approximated, dropped, unknown: 0, entries }
  return { snapshot: { ...fitted, escalationPolicies }, ledger }
}

function reportContacts(user: User, { channels, phonePrefixes }: TargetFitCapabilities, entries: CountedEntry[]): void {
  for (const { key, kind, address } of user.contactMethods) {
    const base = { outcome: 'dropped', entity: user.key, path: key, effect: { people: 1 } } as const
    if (channels !== undefined && !channels.includes(kind)) {
      entries.push({ ...base, code: 'fit.channel', value: kind, message: 'The target has no such channel.' })
    } else if (
      phonePrefixes !== undefined &&
      (kind === 'sms' || kind === 'voice') &&
      !phonePrefixes.some((prefix) => address?.startsWith(prefix))
    ) {
      entries.push({
        ...base,
        code: 'fit.phone-country',
        value: address,
        message: 'The target does not call this country.',
      })
    }
  }
}
