import { capabilitiesOf, mapTenant, type OnCallSnapshot, SyncPlanner, type SyncPlan } from 'xmatters-sync'
import { renderPlanText } from 'xmatters-sync/report'
import type { Command, CommandContext } from '../command.ts'
import { exportTenant, openClient, openTarget } from '../connect.ts'
import { exitCodeAfterRead, exitCodeOf } from '../exit-codes.ts'
import { jsonText, writeOut } from '../output.ts'

async function makePlan(context: CommandContext): Promise<{ plan: SyncPlan; snapshot: OnCallSnapshot }> {
  const { config, signal } = context
  const loaded = await config()
  const { target, state } = await openTarget(loaded)
  const { snapshot } = mapTenant(await exportTenant(openClient(loaded), loaded, context), loaded.mapping)
  const plan = new SyncPlanner(loaded.planner).plan({
    desired: snapshot,
    current: await target.read({ signal }),
    baseline: await state.readBaseline(snapshot.origin),
    now: snapshot.capturedAt,
    capabilities: capabilitiesOf(target),
  })
  return { plan, snapshot }
}

export const planCommand: Command = {
  positionals: [],
  options: ['json', 'out', 'allow-incomplete'],
  async run(context) {
    const { plan, snapshot } = await makePlan(context)
    const { out, json } = context
    if (out !== undefined) writeOut(out, jsonText(plan))
    if (out !== '-') writeOut(undefined, json ? jsonText(plan) : renderPlanText(plan, { snapshot }))
    return exitCodeAfterRead(exitCodeOf(plan), snapshot.scope.complete, context)
  },
}

export const statusCommand: Command = {
  positionals: [],
  options: ['json', 'allow-incomplete'],
  async run(context) {
    const { plan, snapshot } = await makePlan(context)
    const { complete } = snapshot.scope
    const { changes, conflicts, drift, safety } = plan
    const counts = {
      changes: changes.length,
      conflicts: conflicts.length,
      drift: drift.length,
      brakes: safety.brakes.map((brake) => brake.code),
      complete,
    }
    const text = [
      plural(counts.changes, 'change'),
      plural(counts.conflicts, 'conflict'),
      plural(counts.drift, 'local edit'),
      plural(counts.brakes.length, 'brake'),
      ...(complete ? [] : ['not read whole']),
    ].join(', ')
    writeOut(undefined, context.json ? jsonText(counts) : text)
    return exitCodeAfterRead(exitCodeOf(plan), complete, context)
  },
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
