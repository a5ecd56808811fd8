import { TimeoutError, XMattersClientError } from '../client-error.ts'
import { linkSignal, untilAborted } from '../linked-signal.ts'
import { type Answer, readAnswer } from './read-answer.ts'
import { BodyTooLargeError, readBody } from './read-body.ts'

/** Bytes of an error's body that are read. */
const longestRefusal = 65_536

export interface AttemptRequest {
  readonly route: string
  readonly url: string
  readonly init: RequestInit
  /** Number of this attempt, from 1. */
  readonly attempts: number
}

export interface AttemptLimits {
  readonly fetch: typeof globalThis.fetch
  readonly timeoutMs: number
  readonly maxResponseBytes: number
  /** Text that repeats a credential is left out of what is told. */
  readonly isSecret: (text: string) => boolean
}

/** What came back, good or bad, for whoever keeps count. */
export type AttemptResult = {
  readonly status: number | null
  readonly headers: Headers | null
  readonly bytes: number
} & ({ readonly answer: Answer; readonly error: null } | { readonly answer: null; readonly error: XMattersClientError })

/** Sends once and reads the body to its end. Never rejects but with the reason of a signal that ended. */
export async function attemptOnce(
  request: AttemptRequest,
  limits: AttemptLimits,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const own = linkSignal(signal, limits.timeoutMs)
  let response: Response | null = null
  try {
    response = await send(request, limits, own.signal)
    const body = response.ok
      ? await readBody(response, limits.maxResponseBytes, own.signal)
      : await readRefusal(response, own.signal)
    signal.throwIfAborted()
    const { status, headers } = response
    const told = { status, headers, bytes: body.byteLength }
    try {
      return { ...told, answer: readAnswer(request, limits.isSecret, response, body), error: null }
    } catch (error) {
      if (error instanceof XMattersClientError) return { ...told, answer: null, error }
      throw error
    }
  } catch (error) {
    signal.throwIfAborted()
    own.abort()
    return {
      answer: null,
      error: own.timedOut() ? timeout(request, limits, response) : failure(request, limits, response, error),
      status: response?.status ?? null,
      headers: response?.headers ?? null,
      bytes: 0,
    }
  } finally {
    own.release()
  }
}

async function send({ url, init }: AttemptRequest, { fetch }: AttemptLimits, signal: AbortSignal): Promise<Response> {
  const pending = Promise.resolve().then(async () => fetch(url, { ...init, redirect: 'manual', signal }))
  try {
    return await untilAborted(pending, signal)
  } catch (error) {
    // A fetch that knows of no signal may still answer; its body would keep the socket.
    pending.then((late) => late.body?.cancel()).catch(() => undefined)
    throw error
  }
}

/** A refusal counts as what its status says, whatever becomes of its body: a 401 must never look like something to try again. */
async function readRefusal(response: Response, signal: AbortSignal): Promise<Uint8Array> {
  return readBody(response, longestRefusal, signal).catch(() => new Uint8Array())
}

function timeout({ route, attempts }: AttemptRequest, limits: AttemptLimits, response: Response | null): TimeoutError {
  const what = response === null ? 'did not answer' : 'did not finish its answer'
  return new TimeoutError(`${route} ${what} within ${limits.timeoutMs} ms.`, { route, attempts })
}

function failure(
  { route, attempts }: AttemptRequest,
  { maxResponseBytes, isSecret }: AttemptLimits,
  response: Response | null,
  error: unknown,
): XMattersClientError {
  const details = { route, attempts, status: response?.status ?? null }
  if (error instanceof BodyTooLargeError) {
    const message = `${route} answered with more than ${maxResponseBytes} bytes.`
    return new XMattersClientError('response-too-large', message, details)
  }
  const where = response === null ? 'before' : 'in the middle of'
  return new XMattersClientError('connection', `The connection broke ${where} the answer to ${route}.`, {
    ...details,
    cause: innermost(error, isSecret),
  })
}

/** The cause that names the problem, such as `ECONNREFUSED` below "fetch failed"; without queries and without secrets. */
function innermost(error: unknown, isSecret: (text: string) => boolean): unknown {
  let cause: unknown = error
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause
  if (!(cause instanceof Error)) return cause
  const message = isSecret(cause.message) ? '' : cause.message.replaceAll(/\?\S*/g, '?')
  const code: unknown = (cause as { code?: unknown }).code
  return Object.assign(new Error(message), { name: cause.name, code })
}
