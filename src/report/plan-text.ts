import type { Change, Conflict, PolicyImpact, SyncPlan } from '../sync/index.ts'
import { counted, durationText, hoursText, shortText, utcText } from './display-text.ts'
import { actionSigns, actionTitles, actions, countedEntities, entityWords } from './entity-words.ts'
import { fieldWords, pathWords, valueWords } from './field-words.ts'
import { nameDirectory, type NameOptions } from './name-directory.ts'

export interface PlanTextOptions extends NameOptions {
  /** Policies, and changes of one kind of thing, that are listed before the rest is only counted. Default 20. */
  readonly most?: number
}

/**
 * A plan as text for a terminal: what needs a decision first, then what would be done. Ends without a line break.
 *
 * Brakes, conflicts, removals and local edits are listed whole, the rest up to `most` of a kind.
 */
export function renderPlanText(plan: SyncPlan, { most = 20, snapshot }: PlanTextOptions = {}): string {
  const names = nameDirectory(plan, snapshot)
  return [
    headline(plan),
    brakesText(plan),
    conflictsText(plan.conflicts, names),
    onCallText(plan.impact.policies, names, most),
    ...actions.map((action) => changesText(action, plan.changes, names, most)),
    section(
      'Local edits that stay',
      plan.drift.map((one) => `  ${entityWords[one.entity][0]} ${shortText(one.name)}: ${shortText(one.message, 160)}`),
    ),
    section(
      'Left out',
      plan.skipped.map(
        (one) => `  ${entityWords[one.entity][0]} ${shortText(one.name)}: ${shortText(one.reason, 160)}`,
      ),
    ),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function headline(plan: SyncPlan): string {
  const inSync = Object.values(plan.unchanged).reduce((sum, count) => sum + count, 0)
  const lines = [`Plan ${shortText(plan.id, 13)} for ${shortText(plan.origin)}, made ${utcText(plan.createdAt)}`]
  if (plan.changes.length === 0) {
    lines.push(plan.conflicts.length === 0 ? 'Nothing to do.' : 'Nothing can be done before the conflicts are decided.')
  } else {
    for (const action of actions) {
      const kinds = plan.changes.filter((change) => change.action === action).map(({ entity }) => entity)
      if (kinds.length > 0) lines.push(`  ${action.padEnd(8)} ${countedEntities(kinds)}`)
    }
  }
  if (inSync > 0) lines.push(`  in sync  ${counted(inSync, 'item')}`)
  return lines.join('\n')
}

function brakesText({ safety }: SyncPlan): string {
  if (safety.brakes.length === 0) return ''
  return section(
    'Not applied unless these brakes are released by name',
    safety.brakes.map(({ code, message }) => `  ! ${code}: ${shortText(message, 200)}`),
  )
}

function conflictsText(conflicts: readonly Conflict[], names: (key: string) => string): string {
  return section(
    `${counted(conflicts.length, 'conflict')} for somebody to decide`,
    conflicts.flatMap((one) => [
      `  ? ${entityWords[one.entity][0]} ${shortText(one.name)}${one.path === null ? '' : `, ${pathWords(one.path, names)}`}: ${shortText(one.message, 200)}`,
      ...(['base', 'source', 'target'] as const).flatMap((side) =>
        side in one ? [`      ${side.padEnd(7)} ${valueWords(one[side], names, { characters: 160, items: 6 })}`] : [],
      ),
      ...(one.affects.length === 0 ? [] : [`      weakens ${shortText(one.affects.map(names).join(', '), 160)}`]),
      `      ${shortText(one.wayOut, 200)}`,
    ]),
  )
}

function onCallText(policies: readonly PolicyImpact[], names: (key: string) => string, most: number): string {
  const changed = policies.flatMap(({ name, now, uncoveredMinutes, load, phase }) => {
    const [before, after] = [levelsText(now.before, names), levelsText(now.after, names)]
    const gap = uncoveredMinutes.after - uncoveredMinutes.before
    const details = [
      ...(before === after ? [] : [`      now     ${before}`, `      then    ${after}`]),
      ...(gap > 0 ? [`      nobody  ${durationText(gap)} more without anybody on call`] : []),
      ...(gap < 0 ? [`      covered ${durationText(gap)} that had nobody on call`] : []),
      ...(load.length === 0 ? [] : [`      load    ${loadText(load, names)}`]),
      ...(phase === undefined ? [] : [`      ${shortText(phase.message, 200)}`]),
    ]
    return details.length === 0 ? [] : [[`  ${shortText(name)}`, ...details]]
  })
  return section('What changes for the people on call', [
    ...changed.slice(0, most).flat(),
    ...moreText(changed.length - most),
  ])
}

/** `Ana Lima, then Bo Chen after 5 min`. */
export function levelsText(
  levels: readonly { readonly offsetMinutes: number; readonly userKeys: readonly string[] }[],
  names: (key: string) => string,
): string {
  if (levels.length === 0) return 'nobody'
  return levels
    .map(({ offsetMinutes, userKeys }, index) => {
      const people = userKeys.map((key) => shortText(names(key), 40)).join(' and ')
      return `${index === 0 ? '' : 'then '}${people}${offsetMinutes === 0 ? '' : ` after ${durationText(offsetMinutes)}`}`
    })
    .join(', ')
}

/** `Ana Lima +16 h, Bo Chen -2 h, 3 more`. */
export function loadText(load: PolicyImpact['load'], names: (key: string) => string): string {
  const sorted = [...load].sort((a, b) => Math.abs(b.minutes) - Math.abs(a.minutes) || (a.userKey < b.userKey ? -1 : 1))
  const shown = sorted
    .slice(0, 4)
    .map(({ userKey, minutes }) => `${shortText(names(userKey), 40)} ${minutes < 0 ? '-' : '+'}${hoursText(minutes)}`)
  return [...shown, ...(sorted.length > 4 ? [`${sorted.length - 4} more`] : [])].join(', ')
}

function changesText(
  action: Change['action'],
  all: readonly Change[],
  names: (key: string) => string,
  most: number,
): string {
  const isWhole = action === 'remove' || action === 'disable'
  const changes = all.filter((change) => change.action === action)
  return section(
    actionTitles[action],
    Object.keys(entityWords).flatMap((kind) => {
      const ofKind = changes.filter(({ entity }) => entity === kind)
      const shown = isWhole ? ofKind : ofKind.slice(0, most)
      return [...shown.flatMap((change) => changeText(change, names)), ...moreText(ofKind.length - shown.length)]
    }),
  )
}

function changeText({ action, entity, name, reason, fields }: Change, names: (key: string) => string): string[] {
  const why = reason === '' ? '' : `: ${shortText(reason, 160)}`
  const differing = action === 'update' ? fields : []
  return [
    `  ${actionSigns[action]} ${entityWords[entity][0]} ${shortText(name)}${why}`,
    ...differing.map((field) => `      ${pathWords(field.path, names)}: ${fieldWords(field, names)}`),
  ]
}

function moreText(count: number): string[] {
  return count > 0 ? [`  … and ${count} more`] : []
}

export function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines].join('\n')
}
