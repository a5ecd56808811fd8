import type { ApplyReport, Change, SyncPlan } from '../sync/index.ts'
import { counted, shortText, visibleText } from './display-text.ts'
import { actionTitles, entityWords } from './entity-words.ts'

/**
 * What became of a plan, as text for a terminal: how much of it is in the target, then each change that was not carried out whole, by
 * name and with the reason. Ends without a line break.
 *
 * `plan` is the one that was applied; a change that it does not have shows by its id.
 */
export function renderApplyText({ status, results, refusal, stopped }: ApplyReport, plan: SyncPlan): string {
  const changes = new Map(plan.changes.map((change) => [change.id, change]))
  const written = results.filter(({ outcome }) => outcome === 'applied' || outcome === 'adopted').length
  const why = refusal ?? stopped
  const wordsOf = (id: string): string => changeWords(id, changes.get(id))
  const lines = results.flatMap(({ changeId, outcome, error }) => {
    if (error === undefined || status === 'refused') return []
    const needed = changes.get(changeId)?.dependsOn.find((id) => error.message.includes(id))
    const reason = needed === undefined ? error.message : error.message.replace(needed, () => wordsOf(needed))
    return [`  ${outcome.padEnd(11)} ${wordsOf(changeId)}: ${visibleText(reason)}`]
  })
  const reached = `${status}: ${written} of ${counted(results.length, 'change')}`
  return [why === undefined ? reached : `${reached}. ${visibleText(why.message)}`, ...lines].join('\n')
}

function changeWords(id: string, change: Change | undefined): string {
  if (change === undefined) return visibleText(id)
  return `${actionTitles[change.action]}: ${entityWords[change.entity][0]} ${shortText(change.name)}`
}
