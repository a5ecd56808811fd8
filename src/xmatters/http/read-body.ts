/** Thrown by `readBody` for a body that goes on after the most that is read. */
export class BodyTooLargeError extends Error {}

/**
 * Reads a body whole, counting bytes after decompression. What is left of one that is too large or given up is cancelled, so that
 * no socket stays open. Rejects with the signal's reason, also where the body itself knows of no signal.
 */
export async function readBody(response: Response, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array()
  if (Number(response.headers.get('content-length')) > maxBytes) {
    response.body.cancel().catch(() => undefined)
    throw new BodyTooLargeError()
  }
  const reader = response.body.getReader()
  // Cancelling ends a pending read at once.
  const onAbort = (): void => void reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    const chunks: Uint8Array[] = []
    let size = 0
    for (;;) {
      const { done, value } = await reader.read()
      signal.throwIfAborted()
      if (done) return concat(chunks, size)
      size += value.byteLength
      if (size > maxBytes) throw new BodyTooLargeError()
      chunks.push(value)
    }
  } catch (error) {
    onAbort()
    throw error
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

function concat(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = chunks
  if (chunks.length === 1 && first !== undefined) return first
  const whole = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return whole
}
