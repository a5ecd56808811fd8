import type { Participant } from '../model/index.ts'

/** Keys of the policies to which participants hand on. */
export function policiesIn(participants: readonly Participant[]): readonly string[] {
  return participants.flatMap((one) =>
    one.kind === 'policy' ? [one.key] : one.kind === 'all' ? policiesIn(one.of) : [],
  )
}
