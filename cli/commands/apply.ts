import { applyPlan, type BrakeCode, parsePlan } from 'xmatters-sync'
import { renderApplyText } from 'xmatters-sync/report'
import type { Command } from '../command.ts'
import { openTarget } from '../connect.ts'
import { exitCodes } from '../exit-codes.ts'
import { jsonText, readJson, writeOut } from '../output.ts'

const brakeCodes = Object.keys({
  'removal-share': 0,
  'removal-count': 0,
  'update-share': 0,
  'update-count': 0,
  'member-removals': 0,
  'empty-source': 0,
  'uncovered-minutes': 0,
  'last-responder-removed': 0,
  'uninvited-hours': 0,
  'on-call-now-changes': 0,
} satisfies Readonly<Record<BrakeCode, 0>>) as readonly BrakeCode[]

export const applyCommand: Command = {
  positionals: ['PLAN'],
  options: ['json', 'allow-unsafe'],
  async run({ positionals: [file = ''], config, json, allowUnsafe, signal, onProgress }) {
    const plan = parsePlan(await readJson(file))
    const report = await applyPlan(plan, {
      ...(await openTarget(await config())),
      signal,
      allowUnsafe: releasedBrakes(allowUnsafe),
      onProgress: ({ done, total }) => onProgress('changes', done, total),
    })
    writeOut(undefined, json ? jsonText(report) : renderApplyText(report, plan))
    if (report.refusal?.code === 'unsafe') return exitCodes.unsafe
    if (report.status !== 'complete') return exitCodes.error
    return plan.conflicts.length > 0 ? exitCodes.conflicts : exitCodes.inSync
  },
}

/** Each brake must be known: a name that is misspelt must not look like a release. It may be on only when the plan is applied. */
function releasedBrakes(names: readonly string[]): readonly BrakeCode[] {
  return names.map((name) => {
    const code = brakeCodes.find((one) => one === name)
    if (code === undefined)
      throw new Error(`--allow-unsafe ${name}: there is no such brake; there are ${brakeCodes.join(', ')}.`)
    return code
  })
}
