import { type FakeAnswer, refusal } from './fake-answer.ts'
import type { FakeFault } from './fake-faults.ts'

const jsonType = { 'content-type': 'application/json;charset=utf-8', 'cache-control': 'no-cache, no-store' }

/** An answer with the headers of the instance: what its clock says, and what is used of its rate limit. */
export function jsonResponse(
  { status, body }: FakeAnswer,
  { date, used }: { readonly date: string; readonly used: number },
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...jsonType,
      date: new Date(date).toUTCString(),
      'x-ratelimit-limit': '60000',
      'x-ratelimit-period_in_sec': '60',
      'x-ratelimit-used': String(used),
      'x-concurrentlimit-limit': '10000',
      'x-concurrentlimit-used': '1',
    },
  })
}

/** What a request gets that a fault was scripted for; `answer` is what it would have got. */
export async function failingResponse(
  { status = 500, headers = {}, body, failure }: FakeFault,
  signal: AbortSignal,
  answer: () => Promise<FakeAnswer>,
): Promise<Response> {
  if (failure === 'reset') throw new TypeError('fetch failed')
  if (failure === 'hang') return untilAborted(signal)
  if (failure === 'cut') {
    const whole = await answer()
    return new Response(brokenOff(JSON.stringify(whole.body)), { status: whole.status, headers: jsonType })
  }
  if (body === undefined) return jsonWith(refusal(status, 'Scripted failure').body, status, headers)
  return typeof body === 'string' ? new Response(body, { status, headers }) : jsonWith(body, status, headers)
}

function jsonWith(body: unknown, status: number, headers: Readonly<Record<string, string>>): Response {
  return new Response(JSON.stringify(body), { status, headers: { ...jsonType, ...headers } })
}

async function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const give = (): void => reject(signal.reason instanceof Error ? signal.reason : new TypeError('fetch failed'))
    if (signal.aborted) give()
    else signal.addEventListener('abort', give, { once: true })
  })
}

/** The first half of a text, after which the connection breaks. */
function brokenOff(text: string): ReadableStream<Uint8Array> {
  const half = new TextEncoder().encode(text.slice(0, Math.ceil(text.length / 2)))
  let isSent = false
  return new ReadableStream({
    pull: (controller) => {
      if (isSent) controller.error(new TypeError('terminated'))
      else controller.enqueue(half)
      isSent = true
    },
  })
}
