import { gzipSync } from 'node:zlib'
import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { XMattersClient, type XMattersClientOptions } from '../../../src/xmatters/index.ts'
import { type Loopback, sendJson, serveHttp, serveRaw } from '../support/loopback.ts'
import { basic, emptyPage, page, rejection } from '../support/scripted-fetch.ts'

const open = ({ url }: Loopback, options: Partial<XMattersClientOptions> = {}): XMattersClient =>
  new XMattersClient({ baseUrl: url, auth: basic, retries: 0, timeoutMs: 10_000, ...options })

const head = (extra: string): string => `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${extra}\r\n`

describe('a server that answers badly', () => {
  it('is given up when its headers do not come in time, and the socket is closed', async () => {
    const server = await serveHttp(() => undefined)
    expect(await rejection(open(server, { timeoutMs: 100 }).sites.list())).toMatchObject({ code: 'timeout' })
    await server.drained()
  })

  it('is given up when it sends headers forever', async () => {
    const server = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(() => socket.write('x-filler: y\r\n'), 20)
      socket.on('close', () => clearInterval(timer))
    })
    expect(await rejection(open(server, { timeoutMs: 150 }).sites.list())).toMatchObject({ code: 'timeout' })
    await server.drained()
  })

  it('is given up when its body trickles, and the socket is closed', async () => {
    const server = await serveHttp((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const timer = setInterval(() => response.write(' '), 10)
      response.on('close', () => clearInterval(timer))
    })
    expect(await rejection(open(server, { timeoutMs: 150 }).sites.list())).toMatchObject({ code: 'timeout' })
    await server.drained()
  })

  it.each([
    ['before the answer', (socket: { destroy(): void }) => socket.destroy()],
    ['with half of a status line', (socket: { end(text: string): void }) => socket.end('HTTP/1.1 20')],
    ['with something else than HTTP', (socket: { end(text: string): void }) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')],
    [
      'before the length that it told',
      (socket: { end(text: string): void }) => socket.end(`${head('content-length: 100\r\n')}{"count":0`),
    ],
    [
      'between two chunks',
      (socket: { end(text: string): void }) => socket.end(`${head('transfer-encoding: chunked\r\n')}5\r\n{"cou\r\n`),
    ],
    [
      'in the middle of a body without a length',
      (socket: { end(text: string): void }) =>
        socket.end(`${head('connection: close\r\n')}{"count":2,"data":[{"id":"a"`),
    ],
  ])('breaks the connection %s: an error, and the next try goes well', async (_, breakOff) => {
    const server = await serveRaw((socket, index) => {
      if (index === 0) breakOff(socket)
      else socket.end(`${head('connection: close\r\n')}${JSON.stringify(page([{ id: 'a' }]))}`)
    })
    const client = open(server, { retries: 1 })
    expect(await client.sites.list()).toMatchObject({ count: 1, issues: [] })
    expect(server.requests).toHaveLength(2)
  })

  it('that is not there at all is a connection error with the cause', async () => {
    const server = await serveHttp(() => undefined)
    const client = new XMattersClient({ baseUrl: 'http://127.0.0.1:9', auth: basic, retries: 0 })
    expect(server.requests).toEqual([])
    expect(await rejection(client.sites.list())).toMatchObject({ code: 'connection', status: null })
  })
})

describe('a large body', () => {
  const most = 100_000

  it('is refused by the length that it tells, before it is read', async () => {
    const server = await serveHttp((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(100 * 1024 * 1024) })
      response.write('{')
    })
    expect(await rejection(open(server, { maxResponseBytes: most }).sites.list())).toMatchObject({
      code: 'response-too-large',
    })
    await server.drained()
  })

  it('is refused where it goes past the limit without telling', async () => {
    let written = 0
    const server = await serveHttp((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(10_000))) written += 10_000
      }
      response.on('drain', more)
      more()
    })
    expect(await rejection(open(server, { maxResponseBytes: most }).sites.list())).toMatchObject({
      code: 'response-too-large',
    })
    await server.drained()
    expect(written).toBeLessThan(50_000_000)
  })

  it('that unpacks to gigabytes is refused by what it unpacks to', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000, ' '))
    expect(bomb.length).toBeLessThan(most)
    const server = await serveHttp((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb)
    })
    expect(await rejection(open(server, { maxResponseBytes: most }).sites.list())).toMatchObject({
      code: 'response-too-large',
    })
  })

  it('of an error is read as far as is of use, and the socket is closed', async () => {
    const server = await serveHttp((_, response) => {
      response.writeHead(500)
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
      }
      response.on('drain', more)
      more()
    })
    expect(await rejection(open(server).sites.list())).toMatchObject({ code: 'server-error', status: 500 })
    await server.drained()
  })

  it('compressed within the limit is read, and counted after decompression', async () => {
    const body = JSON.stringify(page([{ id: 'a', name: 'x'.repeat(5000) }]))
    const server = await serveHttp((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipSync(body))
    })
    const bytes: number[] = []
    const client = open(server, { onEvent: (event) => event.kind === 'done' && bytes.push(event.bytes) })
    expect(await client.sites.list()).toMatchObject({ count: 1 })
    expect(bytes).toEqual([body.length])
  })
})

describe('credentials', () => {
  const evilServer = () => serveHttp((_, response) => sendJson(response, page([{ id: 'evil' }])))

  it.each([301, 302, 303, 307, 308])('do not follow a redirect (%d) to another origin', async (status) => {
    const evil = await evilServer()
    const server = await serveHttp((_, response) => {
      response.writeHead(status, { location: `${evil.url}/api/xm/1/sites` }).end()
    })
    expect(await rejection(open(server, { retries: 3 }).sites.list())).toMatchObject({ code: 'unsafe-link', status })
    expect(evil.requests).toEqual([])
    expect(server.requests).toHaveLength(1)
  })

  it('do not follow a link to another origin, in whichever way it is written', async () => {
    const evil = await evilServer()
    const { host } = new URL(evil.url)
    const links = [
      `${evil.url}/api`,
      `//${host}/api`,
      `\\\\${host}\\api`,
      `http://a:b@${host}/`,
      `https://${host}/`,
      'file:///etc/passwd',
      'javascript:0',
      'http://[',
    ]
    for (const next of links) {
      const server = await serveHttp((_, response) =>
        sendJson(response, page([{ id: 'a' }], { total: 2, links: { next } })),
      )
      const first = await open(server).sites.list()
      expect(await rejection(first.next!)).toMatchObject({ code: 'unsafe-link' })
      expect(server.requests).toHaveLength(1)
    }
    expect(evil.requests).toEqual([])
  })

  it('do not follow a redirect of the token call', async () => {
    const evil = await evilServer()
    const server = await serveHttp(
      (_, response) => void response.writeHead(307, { location: `${evil.url}/token` }).end(),
    )
    const auth = { kind: 'oauth', clientId: 'c', username: 'u', password: 'p' } as const
    expect(await rejection(open(server, { auth }).sites.list())).toMatchObject({ code: 'unsafe-link' })
    expect(evil.requests).toEqual([])
  })
})

describe('what is left afterwards', () => {
  it('of an abort in the middle of a body is no socket', async () => {
    const responses: ServerResponse[] = []
    const server = await serveHttp((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":[')
      responses.push(response)
    })
    const controller = new AbortController()
    const outcome = rejection(open(server).sites.list({}, { signal: controller.signal }))
    while (responses.length === 0) await new Promise(setImmediate)
    controller.abort()
    expect(await outcome).toMatchObject({ code: 'aborted' })
    await server.drained()
  })

  it('of leaving a loop early is nothing under way', async () => {
    const underWay = new Set<ServerResponse>()
    const server = await serveHttp((request, response) => {
      const offset = Number(new URL(request.url!, 'http://x').searchParams.get('offset') ?? 0)
      if (offset > 0) {
        underWay.add(response)
        response.on('close', () => underWay.delete(response))
        return
      }
      sendJson(response, page([{ id: 'a' }, { id: 'b' }], { total: 4, links: { next: '/api/xm/1/sites?offset=2' } }))
    })
    for await (const site of open(server, { timeoutMs: 300_000 }).sites.list()) {
      expect(site.id).toBe('a')
      while (underWay.size === 0) await new Promise(setImmediate)
      break
    }
    while (underWay.size > 0) await new Promise(setImmediate)
  })

  it('of a thousand requests is no listener on the signal, and few sockets', async () => {
    const server = await serveHttp((_, response) => sendJson(response, emptyPage))
    const client = open(server)
    const { signal } = new AbortController()
    let listeners = 0
    const add = signal.addEventListener.bind(signal)
    const remove = signal.removeEventListener.bind(signal)
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners += 1
      add(...args)
    }
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners -= 1
      remove(...args)
    }
    for (let round = 0; round < 10; round++) {
      await Promise.all(Array.from({ length: 100 }, () => client.sites.list({}, { signal })))
    }
    expect(server.requests).toHaveLength(1000)
    expect(listeners).toBeLessThanOrEqual(0)
    // undici opens another one where the body has just ended and its socket is not free yet.
    expect(server.sockets.size).toBeLessThanOrEqual(8)
  })
})

describe('an export from a real server', () => {
  it('ends at once with a 401 in its middle', async () => {
    const groups = Array.from({ length: 50 }, (_, index) => ({ id: `g${index}`, groupType: 'ON_CALL' }))
    const server = await serveHttp((request, response) => {
      const { pathname } = new URL(request.url!, 'http://x')
      if (pathname.endsWith('/groups')) sendJson(response, page(groups))
      else if (pathname.includes('/g20/')) sendJson(response, { code: 401 }, 401)
      else sendJson(response, emptyPage)
    })
    expect(await rejection(open(server, { retries: 3 }).exportTenant())).toMatchObject({ code: 'authentication' })
    expect(server.requests.length).toBeLessThan(65)
    expect(server.requests.filter((path) => path.includes('/g20/')).length).toBeLessThanOrEqual(2)
  })

  it('reads a loop of links to its end, and says so', async () => {
    const server = await serveHttp((request, response) => {
      const { pathname } = new URL(request.url!, 'http://x')
      const next = `${pathname}?offset=0&round=${server.requests.length}`
      sendJson(response, pathname.endsWith('/people') ? page([{ id: 'p' }], { total: 9, links: { next } }) : emptyPage)
    })
    const { people, completeness } = await open(server).exportTenant()
    expect(people).toHaveLength(1)
    expect(completeness.complete).toBe(false)
    expect(completeness.gaps.map(({ resource, reason }) => `${resource} ${reason}`)).toEqual([
      'people loop',
      'people total-mismatch',
    ])
  })
})
