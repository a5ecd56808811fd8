import type { SnapshotImpact } from '../verify/index.ts'
import { counted, shortText, utcText } from './display-text.ts'

/** Most sentences that a terminal shows; the gravest come first. */
const longestList = 20

/** What a change of snapshots means for people, as text for a terminal. */
export function renderImpactText(impact: SnapshotImpact): string {
  const changed = impact.policies.filter(({ status }) => status !== 'unchanged').length
  const head = `${utcText(impact.from)} to ${utcText(impact.to)}: ${counted(changed, 'policy changes', 'policies change')}, ${counted(impact.people.length, 'person is', 'people are')} affected.`
  if (impact.messages.length === 0) return `${head}\nNothing changes for anybody.`
  const left = impact.messages.length - longestList
  return [
    head,
    ...impact.messages.slice(0, longestList).map((message) => `  ${shortText(message, 400)}`),
    ...(left > 0 ? [`  … and ${left} more`] : []),
  ].join('\n')
}
