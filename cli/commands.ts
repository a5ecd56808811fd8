import { parseArgs, type ParseArgsConfig } from 'node:util'
import {
  applyPlan,
  explain,
  explainChange,
  mapTenant,
  parsePlan,
  type BrakeCode,
  formatInstant,
  parseInstant,
  SyncPlanner,
  type SyncPlan,
  verifyOnCall,
  type XMattersTenant,
} from 'xmatters-sync'
import { renderParityText, renderPlanText, renderReportHtml } from 'xmatters-sync/report'
import { type CliConfig, loadConfig, openClient, openTarget } from './config.ts'
import { exitCodeOf, exitCodes } from './exit-codes.ts'
import { readJson, showProgress, writeOut } from './output.ts'

export const usage = `xmatters-sync <command> [options]

  doctor                       can the instance be read, as whom, and what is refused
  export [--out FILE]          the tenant as JSON
  plan [--out FILE]            what a sync would change; the plan as JSON in FILE
  apply PLAN                   apply a plan that was written before
  status                       as plan, but only the exit code and one line
  verify [--days N]            compare the mapped schedules with xMatters' own on-call
  explain PLAN CHANGE          why a change is in a plan
  explain TENANT PATH          where a field of the mapped snapshot comes from
  report PLAN [--out FILE]     a plan as one HTML file

  --config FILE                host adapter and rules (default xmatters-sync.config.mjs)
  --json                       JSON on standard output instead of text
  --allow-unsafe BRAKE         release a brake by name; may be given several times

The instance is read from XMATTERS_BASE_URL, credentials from XMATTERS_API_KEY and XMATTERS_API_SECRET, or XMATTERS_USERNAME and
XMATTERS_PASSWORD. Exit codes: 0 in sync, 2 changes, 3 conflicts, 4 unsafe, 1 error.`

type Command = (args: readonly string[], signal: AbortSignal) => Promise<number>

const options = {
  config: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
  days: { type: 'string', default: '28' },
  'allow-unsafe': { type: 'string', multiple: true },
} as const satisfies ParseArgsConfig['options']

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options, allowPositionals: true })

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

async function exportFrom(config: CliConfig, signal: AbortSignal): Promise<XMattersTenant> {
  return openClient(config).exportTenant({
    signal,
    ...(config.select ? { select: config.select } : {}),
    onProgress: ({ resource, done, total }) => showProgress(resource, done, total),
  })
}

async function makePlan(config: CliConfig, signal: AbortSignal): Promise<SyncPlan> {
  const { target, state } = await openTarget(config)
  const { snapshot } = mapTenant(await exportFrom(config, signal), config.mapping)
  const { capabilities } = target
  return new SyncPlanner(config.planner).plan({
    desired: snapshot,
    current: await target.read({ signal }),
    baseline: await state.readBaseline(snapshot.origin),
    now: snapshot.capturedAt,
    ...(capabilities ? { capabilities } : {}),
  })
}

const doctor: Command = async (args, signal) => {
  const { values } = parse(args)
  const report = await openClient(await loadConfig(values.config)).testConnection({ signal })
  writeOut(undefined, values.json ? json(report) : report.message)
  return report.ok ? exitCodes.inSync : exitCodes.error
}

const exportCommand: Command = async (args, signal) => {
  const { values } = parse(args)
  const tenant = await exportFrom(await loadConfig(values.config), signal)
  writeOut(values.out, json(tenant))
  for (const gap of tenant.completeness.gaps) process.stderr.write(`not complete: ${gap.message}\n`)
  return exitCodes.inSync
}

const plan: Command = async (args, signal) => {
  const { values } = parse(args)
  const made = await makePlan(await loadConfig(values.config), signal)
  if (values.out !== undefined) writeOut(values.out, json(made))
  if (values.out !== '-') writeOut(undefined, values.json ? json(made) : renderPlanText(made))
  return exitCodeOf(made)
}

const status: Command = async (args, signal) => {
  const { values } = parse(args)
  const { changes, conflicts, drift, safety, ...made } = await makePlan(await loadConfig(values.config), signal)
  const counts = {
    changes: changes.length,
    conflicts: conflicts.length,
    drift: drift.length,
    brakes: safety.brakes.map((brake) => brake.code),
  }
  const text = [
    plural(counts.changes, 'change'),
    plural(counts.conflicts, 'conflict'),
    plural(counts.drift, 'local edit'),
    plural(counts.brakes.length, 'brake'),
  ].join(', ')
  writeOut(undefined, values.json ? json(counts) : text)
  return exitCodeOf({ changes, conflicts, drift, safety, ...made })
}

const apply: Command = async (args, signal) => {
  const { values, positionals } = parse(args)
  const [file] = positionals
  if (file === undefined) throw new Error('Which plan? Give the file that `plan --out` wrote.')
  const made = parsePlan(await readJson(file))
  const { target, state } = await openTarget(await loadConfig(values.config))
  const report = await applyPlan(made, {
    target,
    state,
    signal,
    allowUnsafe: releasedBrakes(made, values['allow-unsafe'] ?? []),
    onProgress: ({ done, total }) => showProgress('changes', done, total),
  })
  const applied = report.results.filter(({ outcome }) => outcome === 'applied' || outcome === 'adopted').length
  const refusal = report.refusal ? `: ${report.refusal.message}` : ''
  writeOut(
    undefined,
    values.json ? json(report) : `${report.status}${refusal}: ${applied} of ${report.results.length} changes`,
  )
  if (report.status === 'complete') return exitCodes.inSync
  return report.status === 'refused' ? exitCodes.unsafe : exitCodes.error
}

const verify: Command = async (args, signal) => {
  const { values } = parse(args)
  const days = Number(values.days)
  if (!Number.isInteger(days) || days < 1 || days > 90) throw new Error('--days takes a whole number from 1 to 90.')
  const config = await loadConfig(values.config)
  const tenant = await exportFrom(config, signal)
  const { snapshot, ledger } = mapTenant(tenant, config.mapping)
  const from = tenant.capturedAt
  const to = formatInstant(parseInstant(from) + days * 86_400_000)
  const observed = await openClient(config).observeOnCall({
    groups: tenant.groups.map(({ id }) => id),
    from,
    to,
    signal,
  })
  const parity = verifyOnCall({ snapshot, observed, from, to, ledger })
  writeOut(values.out, values.json ? json(parity) : renderParityText(parity))
  return parity.ratio === 1 ? exitCodes.inSync : exitCodes.changes
}

const explainCommand: Command = async (args) => {
  const { values, positionals } = parse(args)
  const [file, what] = positionals
  if (file === undefined || what === undefined) throw new Error('Give a plan and a change, or a tenant and a path.')
  const value = await readJson(file)
  if (isTenant(value)) {
    const answer = explain(mapTenant(value, (await loadConfig(values.config)).mapping).snapshot, what)
    writeOut(undefined, values.json ? json(answer) : answer.message)
  } else {
    const answer = explainChange(parsePlan(value), what)
    writeOut(undefined, values.json ? json(answer) : answer.text)
  }
  return exitCodes.inSync
}

const report: Command = async (args) => {
  const { values, positionals } = parse(args)
  const [file] = positionals
  if (file === undefined) throw new Error('Which plan? Give the file that `plan --out` wrote.')
  const made = parsePlan(await readJson(file))
  writeOut(values.out, renderReportHtml({ title: made.origin, plan: made }))
  return exitCodes.inSync
}

/** The brakes named, each of which must be on: a name that is misspelt must not look like a release. */
function releasedBrakes({ safety }: SyncPlan, names: readonly string[]): readonly BrakeCode[] {
  const held = safety.brakes.map(({ code }) => code)
  const stray = names.find((name) => !held.some((code) => code === name))
  if (stray !== undefined)
    throw new Error(`--allow-unsafe ${stray}: this plan has no such brake on; it has ${held.join(', ') || 'none'}.`)
  return held.filter((code) => names.includes(code))
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function isTenant(value: unknown): value is XMattersTenant {
  return typeof value === 'object' && value !== null && 'people' in value && 'shifts' in value
}

export const commands: ReadonlyMap<string, Command> = new Map([
  ['doctor', doctor],
  ['export', exportCommand],
  ['plan', plan],
  ['apply', apply],
  ['status', status],
  ['explain', explainCommand],
  ['verify', verify],
  ['report', report],
])
