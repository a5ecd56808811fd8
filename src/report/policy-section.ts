import type { EscalationPolicy, OnCallSnapshot } from '../model/index.ts'
import { type EscalationInterval, renderEscalation } from '../schedule/index.ts'
import { parseInstant } from '../time/index.ts'
import type { PolicyComparison, PolicyParity } from '../verify/index.ts'
import { changeWords } from './change-section.ts'
import { codeWords } from './code-words.ts'
import { counted, durationText, percentText, shortText } from './display-text.ts'
import { html, joinMarkup, type Markup, nameMarkup } from './html.ts'
import { differenceTable, intervalTable, levelsMarkup, peopleLegend } from './policy-tables.ts'
import type { ReportIndex } from './report-index.ts'
import { badge, listTools, searchText } from './section-tools.ts'
import { timelineLanes } from './timeline-lane.ts'
import { type LevelSpan, timelineSvg } from './timeline-svg.ts'
import { clockOf } from './zoned-time.ts'

/** Rows of tables on the whole page, shared out among the policies. */
const tableRows = 3000

/** A timeline for each policy, with what differs and who is on call in words. */
export function policiesSection(index: ReportIndex): Markup | null {
  const { window, input, policyKeys } = index
  if (window === null || policyKeys.length === 0) return null
  const rows = Math.max(8, Math.min(100, Math.floor(tableRows / policyKeys.length)))
  const [desired, before] = [policiesOf(input.snapshot), policiesOf(input.before)]
  const schedules = new Map(
    [...(input.before?.schedules ?? []), ...(input.snapshot?.schedules ?? [])].map((one) => [one.key, one]),
  )
  const parity = new Map(input.parity?.policies.map((one) => [one.key, one]))
  const impact = new Map(input.impact?.policies.map((one) => [one.key, one]))
  const render = (snapshot: OnCallSnapshot | undefined, policy: EscalationPolicy | undefined): EscalationInterval[] =>
    snapshot === undefined || policy === undefined ? [] : renderEscalation(snapshot, policy.key, window)
  const items = policyKeys.map((key) => {
    const schedule = schedules.get(key)
    return policyItem(
      {
        key,
        policy: desired.get(key),
        isGone: input.snapshot !== undefined && before.has(key) && !desired.has(key),
        timeZone: schedule?.timeZone ?? 'Etc/UTC',
        rotationZones: [...new Set(schedule?.rotations.map((one) => one.timeZone))].sort(),
        after: render(input.snapshot, desired.get(key)),
        before: input.before === undefined ? null : render(input.before, before.get(key)),
        parity: parity.get(key),
        impact: impact.get(key),
        rows,
        fromMs: parseInstant(window.from),
        toMs: parseInstant(window.to),
      },
      index,
    )
  })
  return html`<section aria-labelledby="policies">
    <h2 id="policies">Who is on call</h2>
    ${listTools('policy-list', 'policies', [
      ['changed', 'changed'],
      ['differs', 'differs from the source'],
      ['gap', 'with nobody on call at times'],
    ])}
    <div id="policy-list">${items}</div>
  </section>`
}

function policiesOf(snapshot: OnCallSnapshot | undefined): ReadonlyMap<string, EscalationPolicy> {
  return new Map(snapshot?.escalationPolicies.map((one) => [one.key, one]))
}

interface PolicyView {
  readonly key: string
  readonly policy: EscalationPolicy | undefined
  /** It was there before and is not any more. */
  readonly isGone: boolean
  readonly timeZone: string
  readonly rotationZones: readonly string[]
  readonly after: readonly EscalationInterval[]
  /** `null` where the page compares with nothing. */
  readonly before: readonly EscalationInterval[] | null
  readonly parity: PolicyParity | undefined
  readonly impact: PolicyComparison | undefined
  /** Most rows of its table. */
  readonly rows: number
  readonly fromMs: number
  readonly toMs: number
}

function policyItem(view: PolicyView, index: ReportIndex): Markup {
  const { key, policy, parity, impact, after, before, fromMs, toMs, isGone } = view
  const covered = after.reduce((sum, { start, end }) => sum + parseInstant(end) - parseInstant(start), 0)
  const gapMinutes = (toMs - fromMs - covered) / 60_000
  const changed = before !== null && JSON.stringify(after) !== JSON.stringify(before)
  const differs = (parity?.differences.length ?? 0) > 0
  const isEmpty = policy?.levels.length === 0
  const hasGap = gapMinutes > 0 && !isEmpty && !isGone
  const lanes = timelineLanes(after)
  const people = [...new Set(lanes.flatMap((lane) => lane.people.map((one) => one.key)))]
  const name = policy?.name ?? index.nameOf(key)
  const zone = clockOf(view.timeZone)
  const isBlank = after.length === 0 && !changed && !differs
  const flags = [changed && 'changed', differs && 'differs', hasGap && 'gap'].filter((flag) => flag !== false)
  const badges = [
    isGone && badge('gone', 'bad'),
    changed && badge('changed', 'warn'),
    differs && badge(`${percentText(parity?.ratio ?? 0)} as in the source`, 'bad'),
    parity !== undefined && !differs && badge('as in the source', 'good'),
    isEmpty && badge('nobody to page', 'faint'),
    hasGap && badge(`${durationText(gapMinutes)} without anybody`, lanes.length === 0 ? 'bad' : 'faint'),
  ].filter((one) => one !== false)
  const timeline = (): Markup =>
    timelineSvg({
      label: `${shortText(name)}: ${counted(people.length, 'person', 'people')} on ${counted(lanes.length, 'level')}, ${durationText(gapMinutes)} without anybody`,
      fromMs,
      toMs,
      zone,
      clocks: view.rotationZones.map(clockOf),
      lanes,
      before: changed ? timelineLanes(before) : [],
      changes: levelSpans(impact?.changes ?? []),
      differences: levelSpans(parity?.differences ?? []),
      nameOf: index.nameOf,
    })
  return html`<details
    class="item"
    id="${index.policyAnchor(key) ?? ''}"
    data-text="${searchText([name, ...people.map(index.nameOf)])}"
    data-flags="${flags.join(' ')}"
  >
    <summary><strong>${nameMarkup(name)}</strong>${badges}</summary>
    <div class="body">
      ${nowWords(impact, index)}${
        !isBlank &&
        html`<div class="wide" tabindex="0" role="region" aria-label="Timeline of ${shortText(name)}">
            ${timeline()}
          </div>
          <p class="faint">
            Times in
            ${zone.id}.${changed && ' Thin strips: how it was; blue hatch: what changes.'}${differs && ' Red hatch: the source says something else.'}
          </p>
          ${peopleLegend(lanes, index)}`
      }${explanation(key, index)}${differenceTable(parity, zone, index)}${intervalTable(name, after, view.rows, zone, index)}
    </div>
  </details>`
}

function levelSpans(
  list: readonly { readonly start: string; readonly end: string; readonly offsetMinutes: number }[],
): LevelSpan[] {
  return list.map(({ start, end, offsetMinutes }) => ({
    startMs: parseInstant(start),
    endMs: parseInstant(end),
    offsetMinutes,
  }))
}

function nowWords(impact: PolicyComparison | undefined, { nameOf }: ReportIndex): Markup | null {
  if (impact === undefined) return null
  const [before, after] = [levelsMarkup(impact.now.before, nameOf), levelsMarkup(impact.now.after, nameOf)]
  if (before.markup === after.markup) return html`<p>On call now: ${after}.</p>`
  return html`<p>On call now: ${before}. <strong class="warn">Then: ${after}.</strong></p>`
}

function explanation(key: string, index: ReportIndex): Markup | null {
  const links = [
    ...index.changesOf(key).map((id) => ({ anchor: index.changeAnchor(id), text: changeWords(id, index) })),
    ...index.codesFor(key).map((code) => ({ anchor: index.codeAnchor(code), text: codeWords(code) })),
  ].filter(({ anchor }) => anchor !== null)
  return links.length === 0
    ? null
    : html`<p>
        See
        ${joinMarkup(
          links.map(({ anchor, text }) => html`<a href="#${anchor ?? ''}">${text}</a>`),
          ', ',
        )}.
      </p>`
}
