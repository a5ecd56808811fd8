import type { SyncPlan } from '../sync/index.ts'
import { affectedPolicies } from './affected-policies.ts'
import { counted, durationText, utcText, visibleText } from './display-text.ts'
import { actions, actionTitles, countedEntities, entityWords } from './entity-words.ts'
import { fieldWords, pathWords } from './field-words.ts'
import { nameDirectory, type NameOptions } from './name-directory.ts'
import { levelsText } from './plan-text.ts'

/** A plan as Markdown (GitHub flavour), such as for a pull request or a ticket. Foreign text is escaped. */
export function renderPlanMarkdown(plan: SyncPlan, options: NameOptions = {}): string {
  const names = nameDirectory(plan, options.snapshot)
  const parts = [
    `## Plan for ${markdownText(plan.origin)}`,
    `Made ${utcText(plan.createdAt)}, id \`${plan.id.replace(/[^\w-]/g, '')}\`.`,
    summary(plan),
  ]
  if (plan.safety.brakes.length > 0) {
    parts.push(
      '### Brakes',
      'Not applied unless each of these is released by its name, with `allowUnsafe`.',
      list(plan.safety.brakes.map(({ code, message }) => `**${markdownText(code)}**: ${markdownText(message)}`)),
    )
  }
  if (plan.conflicts.length > 0) {
    parts.push(
      '### Conflicts',
      table(
        ['What', 'Field', 'Why', 'Way out'],
        plan.conflicts.map((one) => [
          `${entityWords[one.entity][0]} ${one.name}`,
          one.path ?? '',
          one.message,
          one.wayOut,
        ]),
      ),
    )
  }
  const affected = affectedPolicies(plan.impact, names)
  if (affected.length > 0) {
    parts.push(
      '### On call',
      table(
        ['Policy', 'Now', 'After', 'Without anybody'],
        affected.map(({ name, now, uncoveredMinutes }) => [
          name,
          levelsText(now.before, names),
          levelsText(now.after, names),
          `${durationText(uncoveredMinutes.before)} → ${durationText(uncoveredMinutes.after)}`,
        ]),
      ),
    )
  }
  for (const action of actions) {
    const changes = plan.changes.filter((change) => change.action === action)
    if (changes.length === 0) continue
    parts.push(
      `### ${actionTitles[action]}`,
      table(
        ['What', 'Name', 'Why', 'Fields'],
        changes.map(({ entity, name, reason, fields }) => [
          entityWords[entity][0],
          name,
          reason,
          fields.map((field) => `${pathWords(field.path, names)}: ${fieldWords(field, names)}`).join('; '),
        ]),
      ),
    )
  }
  if (plan.drift.length > 0) {
    parts.push(
      '### Local edits that stay',
      list(
        plan.drift.map(({ entity, name, message }) => markdownText(`${entityWords[entity][0]} ${name}: ${message}`)),
      ),
    )
  }
  if (plan.skipped.length > 0) {
    parts.push(
      '### Left out',
      list(
        plan.skipped.map(({ entity, name, reason }) => markdownText(`${entityWords[entity][0]} ${name}: ${reason}`)),
      ),
    )
  }
  return parts.join('\n\n')
}

function summary(plan: SyncPlan): string {
  const lines = actions.flatMap((action) => {
    const kinds = plan.changes.filter((change) => change.action === action).map(({ entity }) => entity)
    return kinds.length === 0 ? [] : [`${action}: ${countedEntities(kinds)}`]
  })
  const inSync = Object.values(plan.unchanged).reduce((sum, count) => sum + count, 0)
  return list([...(lines.length === 0 ? ['nothing to do'] : lines), `in sync: ${counted(inSync, 'item')}`])
}

/** Foreign text that stays text in Markdown, in a table cell too. */
export function markdownText(text: string): string {
  return visibleText(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~@-]/g, (one) => (one === '@' ? '&#64;' : `\\${one}`))
    .replace(/:\/\//g, ':&#47;&#47;')
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(row.map(markdownText)))].join('\n')
}
