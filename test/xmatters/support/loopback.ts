import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Loopback {
  readonly url: string
  /** Paths with their queries, as they came. */
  readonly requests: readonly string[]
  /** Values of the `authorization` header, as they came. */
  readonly authorizations: readonly (string | undefined)[]
  /** Connections that are open now. */
  readonly sockets: ReadonlySet<Socket>
  /** Resolves once so many connections, or fewer, are open. */
  drained(most?: number): Promise<void>
}

/** A real HTTP server on loopback, closed with the test. */
export async function serveHttp(
  answer: (request: IncomingMessage, response: ServerResponse, index: number) => void,
): Promise<Loopback> {
  const requests: string[] = []
  const authorizations: (string | undefined)[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    authorizations.push(request.headers.authorization)
    response.on('error', () => undefined)
    answer(request, response, requests.length - 1)
  })
  return { requests, authorizations, ...(await listen(server)) }
}

/** A server below HTTP, for answers that no HTTP server would send. */
export async function serveRaw(answer: (socket: Socket, index: number) => void): Promise<Loopback> {
  const requests: string[] = []
  const server = createSocketServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      requests.push(/^\w+ (\S+)/.exec(data.toString('latin1'))?.[1] ?? '')
      answer(socket, requests.length - 1)
    })
  })
  return { requests, authorizations: [], ...(await listen(server)) }
}

async function listen(server: ReturnType<typeof createSocketServer>) {
  const sockets = new Set<Socket>()
  const waiting = new Set<() => void>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => {
      sockets.delete(socket)
      for (const check of waiting) check()
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => void server.close(resolve))
  })
  const drained = async (most = 0): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (sockets.size > most) return
        waiting.delete(check)
        resolve()
      }
      waiting.add(check)
      check()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sockets, drained }
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
