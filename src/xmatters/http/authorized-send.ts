import { AuthenticationError, XMattersClientError } from '../client-error.ts'
import { createCredentialGate, type GateOutcome, type GatePass } from './credential-gate.ts'
import type { CredentialSource } from './credential-source.ts'
import type { Answer } from './read-answer.ts'
import type { Call, Send } from './sender.ts'

/** Sends with credentials: once more with new ones after a 401 where there are any, and not at all once they were refused. */
export function createAuthorizedSend(
  send: Send,
  credentials: CredentialSource,
  headers: Readonly<Record<string, string>>,
): (call: Call, signal: AbortSignal) => Promise<Answer> {
  const gate = createCredentialGate(credentials.canChange)
  let refusedAt = ''

  const sendWith = async (authorization: string, call: Call, signal: AbortSignal, pass: GatePass): Promise<Answer> =>
    send(call, { method: 'GET', headers: { ...headers, authorization } }, signal, {
      begin: () => {
        if (!pass.isValid()) throw new PassExpired()
      },
      failed: (error) => {
        if (!(error instanceof AuthenticationError)) return
        refusedAt ||= ` for ${error.route}`
        if (credentials.isFixed) pass.report('refused')
      },
    })

  const sendTwice = async (call: Call, signal: AbortSignal, pass: GatePass): Promise<Answer> => {
    const first = await credentials.current(signal)
    try {
      return await sendWith(first, call, signal, pass)
    } catch (error) {
      if (!(error instanceof AuthenticationError) || !(await credentials.renew(first, signal))) throw error
    }
    return sendWith(await credentials.current(signal), call, signal, pass)
  }

  const sendOnce = async (call: Call, signal: AbortSignal): Promise<Answer> => {
    const { route, attempts } = call
    const refusal = (): Error =>
      new AuthenticationError(
        `The credentials were refused${refusedAt}, so ${route} was not asked for: check them, then make a new client.`,
        { route, attempts },
      )
    const pass = await gate.enter(signal, refusal)
    try {
      const answer = await sendTwice(call, signal, pass)
      pass.report('accepted')
      return answer
    } catch (error) {
      if (error instanceof PassExpired) return sendOnce(call, signal)
      pass.report(outcomeOf(error))
      throw error
    }
  }
  return sendOnce
}

/** The credentials were refused to others while this one waited in the queue, where it must not wait for them. */
class PassExpired extends Error {}

/** A 403 and its like come after the credentials were found right. */
function outcomeOf(error: unknown): GateOutcome {
  if (!(error instanceof XMattersClientError)) return 'unknown'
  if (error.code === 'authentication') return 'refused'
  return error.code === 'permission' || error.code === 'not-found' || error.code === 'bad-request'
    ? 'accepted'
    : 'unknown'
}
