/**
 * Reading a large instance beside xmtoolbox: requests, wall time and memory of one run, as ratios. The instance is a loopback server in
 * a process of its own that takes 20 ms for every answer.
 *
 *     node bench/client.mjs
 *
 * The peer is installed into a temporary folder; without a network it is left out.
 */
import { execFileSync, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveInstance } from './client-server.mjs'

const size = { people: 20_000, groups: 2000, shiftsPerGroup: 3 }
const latencyMs = 20
const concurrency = 5
const auth = { username: 'reader', password: 'loopback' }

const roles = { server: runServer, ours: readWithOurs, peer: readWithPeer, floor: readWithFetch }
const [role, ...args] = process.argv.slice(2)
await (role === undefined ? compare() : roles[role](...args))

async function compare() {
  const server = fork(import.meta.filename, ['server'])
  const { port } = await reply(server, null)
  const peer = installPeer()
  try {
    const ours = await measure(server, ['ours', port])
    const theirs = peer && (await measure(server, ['peer', port, peer]))
    print('xmatters-sync', ours)
    if (theirs) print('xmtoolbox', theirs)
    const floor = await measure(server, ['floor', port])
    const ideal = (latencyMs * ours.requests) / concurrency
    const floorRatio = (floor.wallMs * concurrency) / (latencyMs * floor.requests)
    // People and devices ask for 1000 rows a page, and one group list answers for all groups.
    const needed = size.people / 1000 + (size.people * 2) / 1000 + size.groups / 1000 + 3 + size.groups * 2
    console.log(`\nrequests / needed             ${(ours.requests / needed).toFixed(3)}   (at most 1)`)
    console.log(`wall / latency x requests     ${(ours.wallMs / ideal).toFixed(2)}    (at most 1.25)`)
    console.log(`the same for a bare fetch     ${floorRatio.toFixed(2)}    (what this machine can do now)`)
    console.log(`peak memory / JSON read       ${(ours.peakBytes / ours.bytes).toFixed(2)}    (at most 3)`)
    if (theirs) console.log(`faster than xmtoolbox         ${(theirs.wallMs / ours.wallMs).toFixed(2)}    (at least 3)`)
  } finally {
    server.kill()
    if (peer) rmSync(peer, { recursive: true, force: true })
  }
}

/** Runs a reader in a process of its own, and adds what the server counted. */
async function measure(server, readerArgs) {
  await reply(server, 'reset')
  const reader = fork(import.meta.filename, readerArgs, { execArgv: ['--expose-gc'] })
  const result = await reply(reader, null)
  const counted = await reply(server, 'count')
  reader.kill()
  return { ...result, ...counted }
}

function reply(child, message) {
  return new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => code && reject(new Error(`A child ended with ${code}.`)))
    if (message !== null) child.send(message)
  })
}

function print(name, { requests, bytes, wallMs, peakBytes, rows }) {
  const mb = (count) => `${(count / 1024 / 1024).toFixed(0)} MB`
  console.log(
    `${name}: ${requests} requests, ${(wallMs / 1000).toFixed(1)} s, ${mb(bytes)} JSON, peak ${mb(peakBytes)}, ${rows} rows`,
  )
}

async function runServer() {
  const server = await serveInstance({ ...size, latencyMs })
  process.on('message', (message) => {
    if (message === 'reset') server.reset()
    process.send(message === 'count' ? server.count() : {})
  })
  process.send({ port: server.port })
}

async function readWithOurs(port) {
  const { XMattersClient } = await import('../src/xmatters/index.ts')
  const client = new XMattersClient({
    baseUrl: `http://127.0.0.1:${port}`,
    auth: { kind: 'basic', ...auth },
    concurrency,
  })
  await reportRun(async () => {
    const tenant = await client.exportTenant()
    if (!tenant.completeness.complete) throw new Error(JSON.stringify(tenant.completeness.gaps[0]))
    return tenant
  })
}

/** Rosters alone, with nothing around `fetch`: how near to the ideal any client can come on a machine as busy as this one. */
async function readWithFetch(port) {
  const base = `http://127.0.0.1:${port}/api/xm/1`
  await reportRun(async () => {
    const { data: groups } = await (await fetch(`${base}/groups?limit=${size.groups}`)).json()
    const roster = []
    const rest = groups.values()
    const worker = async () => {
      for (const { id } of rest) roster.push(await (await fetch(`${base}/groups/${id}/members?limit=1000`)).json())
    }
    await Promise.all(Array.from({ length: concurrency }, worker))
    return { roster }
  })
}

async function readWithPeer(port, folder) {
  process.env.MAX_CONCURRENT_CONNECTIONS = String(concurrency)
  const xm = createRequire(join(folder, 'index.js'))('xmtoolbox')
  const env = xm.environments.create('bench', auth.username, auth.password)
  env.baseUrl = `http://127.0.0.1:${port}`
  await reportRun(async () => {
    const groups = await xm.groups.getMany(env, { embed: 'observers,supervisors' })
    const [people, devices, absences, sites, services, roster, shifts] = await Promise.all([
      xm.people.getMany(env, { embed: 'roles' }),
      xm.devices.getMany(env, { embed: 'timeframes' }),
      xm.temporaryAbsences.getMany(env),
      xm.sites.getMany(env),
      xm.services.getMany(env),
      Promise.all(groups.map(({ id }) => xm.groupMembers.getMany(env, { embed: 'shifts' }, id))),
      Promise.all(groups.map(({ id }) => xm.shifts.getMany(env, { embed: 'members,rotation' }, id))),
    ])
    return { groups, people, devices, absences, sites, services, roster: roster.flat(), shifts: shifts.flat() }
  })
}

/** Peak of what is alive and of what waits to be collected, above what was there before. */
async function reportRun(read) {
  const used = () => {
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  globalThis.gc()
  const before = used()
  let peak = before
  const sampler = setInterval(() => (peak = Math.max(peak, used())), 20)
  const startedAt = performance.now()
  const tenant = await read()
  const wallMs = performance.now() - startedAt
  clearInterval(sampler)
  const rows = Object.values(tenant).reduce((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0)
  process.send({ wallMs, peakBytes: Math.max(peak, used()) - before, rows })
}

function installPeer() {
  const folder = mkdtempSync(join(tmpdir(), 'xmatters-sync-bench-'))
  try {
    execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--silent', 'xmtoolbox@1.2.31'], {
      stdio: 'ignore',
    })
    return folder
  } catch {
    console.log('xmtoolbox could not be installed; it is left out.')
    rmSync(folder, { recursive: true, force: true })
    return null
  }
}
