import { untilAborted } from '../linked-signal.ts'

/** What a request that was let through says about the credentials. */
export type GateOutcome = 'accepted' | 'refused' | 'unknown'

/** What a request got at the gate. */
export interface GatePass {
  /** False once others found the credentials refused while this one waited for its turn; then it has to ask for another. */
  isValid(): boolean
  report(outcome: GateOutcome): void
}

/** Lets one request try credentials of which nobody knows whether they are right, while all others wait: accounts lock after a few refusals. */
export interface CredentialGate {
  /** Resolves when a request may be sent. Throws what `refusal` makes once the credentials were refused. */
  enter(signal: AbortSignal, refusal: () => Error): Promise<GatePass>
}

/** `canChange`: later credentials may be other ones, so that a refusal holds only for those who waited for it. */
export function createCredentialGate(canChange: boolean): CredentialGate {
  let state: GateOutcome = 'unknown'
  let trial: Promise<GateOutcome> | null = null

  const open = (): GatePass => {
    let settle: (outcome: GateOutcome) => void = () => undefined
    trial = new Promise((resolve) => (settle = resolve))
    return {
      isValid: () => true,
      report: (outcome) => {
        trial = null
        state = outcome === 'refused' && canChange ? 'unknown' : outcome
        settle(outcome)
      },
    }
  }
  const enter: CredentialGate['enter'] = async (signal, refusal) => {
    for (let other = trial; other !== null; other = trial) {
      if ((await untilAborted(other, signal)) === 'refused') throw refusal()
    }
    if (state === 'refused') throw refusal()
    if (state === 'unknown') return open()
    return {
      isValid: () => state === 'accepted',
      report: (outcome) => {
        // They were right before: the next request finds out whether they still are.
        if (outcome === 'refused' && state === 'accepted') state = 'unknown'
      },
    }
  }
  return { enter }
}
