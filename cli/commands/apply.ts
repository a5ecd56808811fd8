import { applyPlan, type ApplyReport, type BrakeCode, parsePlan, type SyncPlan } from 'xmatters-sync'
import type { Command } from '../command.ts'
import { openTarget } from '../connect.ts'
import { exitCodes } from '../exit-codes.ts'
import { jsonText, readJson, writeOut } from '../output.ts'

export const applyCommand: Command = {
  positionals: ['PLAN'],
  options: ['allow-unsafe'],
  async run({ positionals: [file = ''], config, json, allowUnsafe, signal, onProgress }) {
    const plan = parsePlan(await readJson(file))
    const report = await applyPlan(plan, {
      ...(await openTarget(await config())),
      signal,
      allowUnsafe: releasedBrakes(plan, allowUnsafe),
      onProgress: ({ done, total }) => onProgress('changes', done, total),
    })
    writeOut(undefined, json ? jsonText(report) : reportText(report))
    if (report.refusal?.code === 'unsafe') return exitCodes.unsafe
    if (report.status !== 'complete') return exitCodes.error
    return plan.conflicts.length > 0 ? exitCodes.conflicts : exitCodes.inSync
  },
}

/** The brakes named, each of which must be on: a name that is misspelt must not look like a release. */
function releasedBrakes({ safety }: SyncPlan, names: readonly string[]): readonly BrakeCode[] {
  const held = safety.brakes.map(({ code }) => code)
  const stray = names.find((name) => !held.some((code) => code === name))
  if (stray !== undefined)
    throw new Error(`--allow-unsafe ${stray}: this plan has no such brake on; it has ${held.join(', ') || 'none'}.`)
  return held.filter((code) => names.includes(code))
}

function reportText({ status, results, refusal, stopped }: ApplyReport): string {
  const why = refusal ?? stopped
  const written = results.filter(({ outcome }) => outcome === 'applied' || outcome === 'adopted').length
  return [
    `${status}: ${written} of ${results.length} changes${why ? `. ${why.message}` : ''}`,
    ...results.flatMap(({ changeId, outcome, error }) =>
      error && status !== 'refused' ? [`  ${outcome} ${changeId}: ${error.message}`] : [],
    ),
  ].join('\n')
}
