import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LoopbackServer, serve } from '../../examples/support/serve.ts'
import type { ParityReport, SyncPlan, XMattersTenant } from '../../src/index.ts'
import { createFakeXMatters, type FakeXMatters } from '../../src/testing/index.ts'
import { buildCli, type CliOptions, type CliResult, startCli } from './cli-process.ts'

const secret = 's3cr3t-of-the-reader'

/** A store in a SQLite file, as an application would have it; loaded by the command line from its config file. */
const configText = `
import { DatabaseSync } from 'node:sqlite'
import { createSqliteState } from ${JSON.stringify(new URL('../../examples/adapters/sqlite-state.ts', import.meta.url))}
import { createSqliteTarget } from ${JSON.stringify(new URL('../../examples/adapters/sqlite-target.ts', import.meta.url))}
const database = new DatabaseSync('store.sqlite')
export default {
  target: () => createSqliteTarget(database),
  state: () => createSqliteState(database),
  planner: { strategy: 'merge', removal: 'remove' },
  close: () => database.close(),
}
`

const reason = process.env['TZ'] === 'UTC' ? null : ' (in one zone only: it starts many processes)'

describe.skipIf(reason !== null)(`the command line${reason ?? ''}`, () => {
  let fake: FakeXMatters
  let server: LoopbackServer
  let folder: string
  let env: Record<string, string>

  beforeAll(async () => {
    fake = createFakeXMatters({ seed: 5, people: 24, groups: 6, auth: { username: 'reader', password: secret } })
    server = await serve(async (request) => fake.handle(request))
    folder = mkdtempSync(join(tmpdir(), 'xmatters-sync-cli-'))
    writeFileSync(join(folder, 'xmatters-sync.config.mjs'), configText)
    await buildCli(join(folder, 'cli.mjs'))
    env = { XMATTERS_BASE_URL: server.url, XMATTERS_USERNAME: 'reader', XMATTERS_PASSWORD: secret }
  })
  afterAll(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })

  const run = async (args: readonly string[], options: Partial<CliOptions> = {}): Promise<CliResult> => {
    const result = await startCli(join(folder, 'cli.mjs'), args, { cwd: folder, env, ...options })
    expect(result.out + result.err).not.toContain(secret)
    return result
  }
  const readPlan = (): SyncPlan => JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as SyncPlan

  it('says how it is used', async () => {
    const help = await run(['--help'])
    expect(help).toMatchObject({ code: 0, err: '' })
    expect(help.out).toMatch(/^xmatters-sync <command>/)
    expect(await run(['syncronise'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('syncronise') })
    expect(await run(['apply'])).toMatchObject({ code: 1, err: 'Usage: xmatters-sync apply PLAN\n' })
    expect(await run(['plan', '--help'])).toEqual(help)
    expect(await run([])).toMatchObject({ code: 1, out: '', err: help.out })
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect((await run(['plan', '--password', secret.slice(0, 3)])).err).toMatch(
      /^Unknown option '--password'\.\nUsage: xmatters-sync plan \[--config\|--quiet\|--json\|--out\|--allow-incomplete\]\n$/,
    )
    expect((await run(['status', '--days', '3'])).err).toContain("Unknown option '--days'")
  })

  it('tells whether the instance can be read', async () => {
    expect(await run(['doctor'])).toMatchObject({ code: 0, err: '' })
    fake.faults.next({ match: '/sites', status: 403 })
    expect((await run(['doctor'])).out).toMatch(/ can be read; refused: sites\.\n$/)
    const wrong = await run(['doctor', '--json'], { env: { ...env, XMATTERS_PASSWORD: 'wrong' } })
    expect(wrong.code).toBe(1)
    expect(JSON.parse(wrong.out)).toMatchObject({ ok: false, code: 'authentication' })
  })

  it('names the variables that are missing', async () => {
    expect((await run(['doctor'], { env: {} })).err).toContain('XMATTERS_BASE_URL')
    expect((await run(['doctor'], { env: { XMATTERS_BASE_URL: server.url } })).err).toContain('XMATTERS_API_KEY')
  })

  it('goes from a plan to a store that is in sync', async () => {
    const plan = await run(['plan', '--out', 'plan.json'])
    expect(plan.code).toBe(2)
    expect(plan.err).toMatch(/^groups: 6 of 6$/m)
    expect(plan.out).toMatch(/^Plan .*[^]*\n {2}create {3}24 users, /)
    // People have names in what is printed.
    expect(plan.out).not.toMatch(/person:[0-9a-f-]{36}/)

    const applied = await run(['apply', 'plan.json', '--json'])
    expect(JSON.parse(applied.out)).toMatchObject({ status: 'complete', planId: readPlan().id })
    expect(applied.code).toBe(0)
    expect(await run(['status', '--quiet'])).toEqual({
      code: 0,
      out: '0 changes, 0 conflicts, 0 local edits, 0 brakes\n',
      err: '',
    })
  })

  it('counts changes and conflicts in its exit code', async () => {
    const group = fake.tenant.groups[0]!
    const { targetName, description } = group
    Object.assign(group, { description: 'edited at the source' })
    expect(JSON.parse((await run(['status', '--json'])).out)).toMatchObject({ changes: 1, conflicts: 0 })

    const database = new DatabaseSync(join(folder, 'store.sqlite'))
    database
      .prepare(
        `update on_call_record set revision = revision + 1, value = json_set(value, '$.description', 'edited here')
          where entity = 'userGroup' and value ->> '$.name' = ?`,
      )
      .run(targetName ?? '')
    database.close()
    const conflict = await run(['plan', '--out', 'conflict.json'])
    expect(conflict).toMatchObject({ code: 3, out: expect.stringContaining('edited here') })
    expect(await run(['apply', 'conflict.json'])).toMatchObject({ code: 3, out: 'complete: 0 of 0 changes\n' })
    Object.assign(group, { description })
  })

  it('applies nothing past a brake that was not released by name', async () => {
    const shifts = fake.tenant.shifts.splice(0)
    expect((await run(['plan', '--out', 'unsafe.json'])).code).toBe(4)
    const refused = await run(['apply', 'unsafe.json'])
    expect(refused).toMatchObject({
      code: 4,
      out: expect.stringMatching(/^refused: 0 of \d+ changes\. .*uncovered-minutes/),
    })
    const stray = await run(['apply', 'unsafe.json', '--allow-unsafe', 'uncovered'])
    expect(stray).toMatchObject({ code: 1, err: expect.stringContaining('no such brake; there are removal-share, ') })
    fake.tenant.shifts.push(...shifts)
  })

  it('refuses a plan that was edited', async () => {
    const edited = JSON.stringify({ ...readPlan(), origin: 'xmatters:elsewhere' })
    expect(await run(['apply', '-'], { input: edited })).toMatchObject({
      code: 1,
      err: expect.stringContaining('edited'),
    })
    expect(await run(['apply', '-'], { input: 'no' })).toMatchObject({ code: 1, err: 'Standard input is not JSON.\n' })
  })

  it('exports, verifies, explains and reports', async () => {
    expect(await run(['export', '--out', 'tenant.json'])).toMatchObject({ code: 0, out: '' })
    const tenant = JSON.parse(readFileSync(join(folder, 'tenant.json'), 'utf8')) as XMattersTenant
    expect(tenant.people).toHaveLength(24)
    fake.faults.next({ match: '/sites', status: 403 })
    const partial = await run(['export', '--quiet'])
    expect(partial).toMatchObject({ code: 0, err: expect.stringMatching(/^Not complete: .*\n$/) })
    expect(JSON.parse(partial.out)).toMatchObject({ completeness: { complete: false } })

    const verified = await run(['verify', '--days', '14', '--out', 'parity.json'])
    expect(verified.out).toMatch(/ on call agree, /)
    const parity = JSON.parse(readFileSync(join(folder, 'parity.json'), 'utf8')) as ParityReport
    expect(verified.code).toBe(parity.ratio === 1 ? 0 : 2)
    expect(await run(['verify', '--days', '91'])).toMatchObject({ code: 1, err: expect.stringContaining('1 to 90') })

    const change = readPlan().changes[0]!
    expect((await run(['explain', 'plan.json', change.id])).out).toContain(change.name)
    expect((await run(['explain', 'tenant.json', 'users[0].email'])).out).toContain('e-mail')

    const report = await run(['report', 'plan.json', 'tenant.json', 'parity.json'])
    expect(report.code).toBe(0)
    expect(report.out).toMatch(/^<!doctype html>[^]*As in the source[^]*class="timeline"/)
  })

  it('says what is wrong with a config file', async () => {
    writeFileSync(join(folder, 'broken.mjs'), 'export default {')
    writeFileSync(join(folder, 'stray.mjs'), 'export default { stratgey: "merge" }')
    writeFileSync(join(folder, 'import.mjs'), 'import "./nowhere.mjs"\nexport default {}')
    writeFileSync(join(folder, 'empty.mjs'), '')
    for (const [file, message] of [
      ['missing.mjs', 'There is no config file missing.mjs.'],
      ['broken.mjs', 'broken.mjs cannot be loaded: '],
      ['stray.mjs', 'stray.mjs: there is no setting "stratgey"'],
      ['import.mjs', 'import.mjs cannot be loaded: Cannot find module'],
      ['empty.mjs', 'empty.mjs has no default export'],
    ] as const)
      expect(await run(['plan', '--config', file])).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining(message),
      })
    writeFileSync(join(folder, 'half.mjs'), 'export default { target: { read() {} }, state: {} }')
    expect((await run(['plan', '--config', 'half.mjs'])).err).toBe("The config's target has no method create().\n")
    const driverError = 'connect postgres://host:s3cr3t-of-the-reader@db/store?password=s3cr3t-of-the-reader failed'
    writeFileSync(
      join(folder, 'throws.mjs'),
      `export default { target() { throw new Error('${driverError}') }, state: {} }`,
    )
    expect((await run(['plan', '--config', 'throws.mjs'])).err).toBe('connect postgres://db/store failed\n')
    writeFileSync(join(folder, 'rules.mjs'), 'export default { planner: {} }')
    expect((await run(['plan', '--config', 'rules.mjs'])).err).toMatch(/^No host adapter: export \{ target, state \}/)
  })

  it('calls nothing in sync that was not read whole', async () => {
    const partly = async (...args: string[]): Promise<CliResult> => {
      fake.faults.next({ match: '/sites', status: 403 })
      return run([...args, '--quiet'])
    }
    const status = await partly('status')
    expect(status).toMatchObject({ code: 1, out: '0 changes, 0 conflicts, 0 local edits, 0 brakes, not read whole\n' })
    expect(status.err).toMatch(/^Not complete: .*sites.*\n.* add --allow-incomplete\.\n$/)
    expect(await partly('plan')).toMatchObject({ code: 1, out: expect.stringMatching(/^Plan /) })
    const allowed = await partly('status', '--allow-incomplete', '--json')
    expect(allowed).toMatchObject({ code: 0, err: expect.stringMatching(/^Not complete: .*\n$/) })
    expect(JSON.parse(allowed.out)).toEqual({ changes: 0, conflicts: 0, drift: 0, brakes: [], complete: false })

    const parity = await run(['verify', '--quiet'])
    expect(await partly('verify')).toMatchObject({ code: parity.code === 0 ? 1 : parity.code })
    const group = fake.tenant.groups[1]!
    const { description } = group
    Object.assign(group, { description: 'edited at the source once more' })
    expect(await partly('status')).toMatchObject({ code: 2 })
    Object.assign(group, { description })
  })

  it('looks where it is to write before it reads', async () => {
    const began = fake.requests.length
    expect(await run(['export', '--out', 'nowhere/tenant.json'])).toMatchObject({
      code: 1,
      err: '--out nowhere/tenant.json: there is no folder nowhere.\n',
    })
    expect((await run(['plan', '--out', '.'])).err).toBe('--out . is a folder; name a file in it.\n')
    expect(fake.requests).toHaveLength(began)
    expect((await run(['apply', 'nowhere.json'])).err).toBe('There is no file nowhere.json.\n')
    expect((await run(['report', 'tenant.json', '--json'])).err).toContain("Unknown option '--json'")
  })

  it('takes no file for what it is not', async () => {
    writeFileSync(join(folder, 'other.json'), '{"version":"1.0.0"}')
    expect(await run(['report', 'other.json'])).toMatchObject({
      code: 1,
      err: 'other.json is neither a plan nor a tenant nor what verify wrote.\n',
    })
    expect(await run(['explain', 'tenant.json', 'nowhere.at.all'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('such as users[0].email'),
    })
  })

  const inShell = async (command: string) =>
    promisify(execFile)('sh', ['-c', command.replaceAll('xmatters-sync', `"${process.execPath}" cli.mjs`)], {
      cwd: folder,
      env,
    })

  it.skipIf(!existsSync('/dev/full'))(
    'says in one sentence that its output has nowhere to go (where there is a /dev/full)',
    async () => {
      const { stdout } = await inShell('{ xmatters-sync help 2>&1 >/dev/full; echo $?; }')
      expect(stdout).toMatch(/^Standard output cannot be written: .*\n1\n$/)
    },
  )

  it('goes on when nobody reads its progress', async () => {
    const { stdout } = await inShell('{ { xmatters-sync export --out unread.json; echo $? >&3; } 2>&1 | true; } 3>&1')
    expect(stdout).toBe('0\n')
  })

  it('stops when it is interrupted', async () => {
    const began = fake.requests.length
    fake.faults.next({ failure: 'hang' })
    const stopped = await run(['export'], {
      onStart: (interrupt) => {
        const waiting = setInterval(() => {
          if (fake.requests.length === began) return
          clearInterval(waiting)
          interrupt()
        }, 20)
      },
    })
    expect(stopped).toEqual({ code: 1, out: '', err: 'Interrupted.\n' })
  })
})
