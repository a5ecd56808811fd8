import { type EscalationInterval, renderEscalation } from '../schedule/index.ts'
import type { OnCallSnapshot } from '../model/index.ts'
import { formatInstant, parseInstant, type Zone } from '../time/index.ts'
import type { PolicyComparison, PolicyParity } from '../verify/index.ts'
import { counted, durationText, hoursText, percentText, shortText } from './display-text.ts'
import { html, joinMarkup, type Markup, nameMarkup } from './html.ts'
import { personColor } from './person-color.ts'
import { policyKeys, type ReportIndex } from './report-index.ts'
import { badge, listTools, searchText } from './section-tools.ts'
import { timelineLanes, type Lane } from './timeline-lane.ts'
import { type LevelSpan, timelineSvg } from './timeline-svg.ts'
import { clockOf, zonedText } from './zoned-time.ts'

/** Rows of tables on the whole page, shared out among the policies. */
const tableRows = 3000
const longestDifferences = 50

/** A timeline for each policy, with what differs and who is on call in words. */
export function policiesSection(index: ReportIndex): Markup | null {
  const { window, input } = index
  const keys = policyKeys(input)
  if (window === null || keys.length === 0) return null
  const rows = Math.max(8, Math.min(100, Math.floor(tableRows / keys.length)))
  const items = keys.map((key) => policyItem(key, window, rows, index))
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

function policyItem(
  key: string,
  window: { readonly from: string; readonly to: string },
  rows: number,
  index: ReportIndex,
): Markup {
  const { input } = index
  const policy = input.snapshot?.escalationPolicies.find((one) => one.key === key)
  const parity = input.parity?.policies.find((one) => one.key === key)
  const impact = input.impact?.policies.find((one) => one.key === key)
  const [after, before] = [intervalsOf(input.snapshot, key, window), intervalsOf(input.before, key, window)]
  const [fromMs, toMs] = [parseInstant(window.from), parseInstant(window.to)]
  const covered = after.reduce((sum, { start, end }) => sum + parseInstant(end) - parseInstant(start), 0)
  const gapMinutes = (toMs - fromMs - covered) / 60_000
  const changed = input.before !== undefined && JSON.stringify(after) !== JSON.stringify(before)
  const lanes = timelineLanes(after)
  const zone = clockOf(input.snapshot?.schedules.find((one) => one.key === key)?.timeZone ?? 'Etc/UTC')
  const name = policy?.name ?? index.nameOf(key)
  const differs = (parity?.differences.length ?? 0) > 0
  const people = [...new Set(lanes.flatMap((lane) => lane.people.map((one) => one.key)))]
  const flags = [changed && 'changed', differs && 'differs', gapMinutes > 0 && 'gap'].filter((flag) => flag !== false)
  const timeline = timelineSvg({
    label: `${shortText(name)}: ${counted(people.length, 'person', 'people')} on ${counted(lanes.length, 'level')}, ${durationText(gapMinutes)} without anybody`,
    fromMs,
    toMs,
    zone,
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
    <summary>
      <strong>${nameMarkup(name)}</strong
      >${changed && badge('changed', 'warn')}${parity !== undefined && (differs ? badge(`${percentText(parity.ratio)} as in the source`, 'bad') : badge('as in the source', 'good'))}${gapMinutes > 0 && badge(`${durationText(gapMinutes)} without anybody`, lanes.length === 0 ? 'bad' : 'faint')}
    </summary>
    <div class="body">
      ${nowWords(impact, index)}
      <div class="wide" tabindex="0" role="region" aria-label="Timeline of ${shortText(name)}">${timeline}</div>
      <p class="faint">
        Times in
        ${zone.id}.${changed && ' Thin strips and the hatch from top left: how it was, and what changes.'}${differs && ' Red hatch: the source says something else.'}
      </p>
      ${legend(lanes, index)}${explanation(key, index)}${differenceTable(parity, zone, index)}${intervalTable(after, rows, zone, index)}
    </div>
  </details>`
}

function intervalsOf(
  snapshot: OnCallSnapshot | undefined,
  key: string,
  window: { readonly from: string; readonly to: string },
): readonly EscalationInterval[] {
  if (snapshot?.escalationPolicies.some((one) => one.key === key) !== true) return []
  return renderEscalation(snapshot, key, { from: window.from, to: window.to })
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

function legend(lanes: readonly Lane[], { nameOf }: ReportIndex): Markup {
  const minutes = new Map<string, number>()
  for (const { people } of lanes) {
    for (const { key, spans } of people) {
      minutes.set(key, (minutes.get(key) ?? 0) + spans.reduce((sum, one) => sum + one.endMs - one.startMs, 0) / 60_000)
    }
  }
  return html`<ul class="legend" aria-label="People">
    ${[...minutes].map(
      ([key, total]) =>
        html`<li>
          <span class="swatch p${personColor(key)}"></span>${nameMarkup(nameOf(key))}
          <span class="faint">${hoursText(total)}</span>
        </li>`,
    )}
  </ul>`
}

function explanation(key: string, index: ReportIndex): Markup | null {
  const links = [
    ...index.changesOf(key).map((id) => ({ anchor: index.changeAnchor(id), text: 'change of the plan' })),
    ...index.codesFor(key).map((code) => ({ anchor: index.codeAnchor(code), text: code })),
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

function differenceTable(parity: PolicyParity | undefined, zone: Zone, index: ReportIndex): Markup | null {
  if (parity === undefined || parity.differences.length === 0) return null
  const people = (keys: readonly string[]): Markup =>
    keys.length === 0
      ? html`nobody`
      : joinMarkup(
          keys.map((key) => nameMarkup(index.nameOf(key))),
          ', ',
        )
  const rows = parity.differences.slice(0, longestDifferences)
  return html`<div class="wide" tabindex="0" role="region" aria-label="Differences">
    <table>
      <caption>
        Where the source says something else (${rows.length} of ${parity.differences.length})
      </caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Level</th>
          <th scope="col">Expected</th>
          <th scope="col">Source</th>
          <th scope="col">Cause</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ start, end, offsetMinutes, expected, observed, cause }) =>
            html`<tr>
              <td>${zonedText(start, zone)}</td>
              <td>${zonedText(end, zone)}</td>
              <td>${levelWords(offsetMinutes)}</td>
              <td>${people(expected)}</td>
              <td>${people(observed)}</td>
              <td>${causeMarkup(cause, index)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function causeMarkup(cause: string | null, index: ReportIndex): Markup {
  const anchor = cause === null ? null : index.codeAnchor(cause)
  return anchor === null ? html`${cause ?? 'not known'}` : html`<a href="#${anchor}">${cause ?? ''}</a>`
}

function intervalTable(
  intervals: readonly EscalationInterval[],
  rows: number,
  zone: Zone,
  { nameOf }: ReportIndex,
): Markup | null {
  if (intervals.length === 0) return html`<p class="bad">Nobody is on call in this window.</p>`
  const shown = intervals.slice(0, rows)
  return html`<details>
    <summary>As a table</summary>
    <div class="wide" tabindex="0" role="region" aria-label="Who is on call, as a table">
      <table>
        <caption>
          ${shown.length} of ${counted(intervals.length, 'stretch', 'stretches')}
        </caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">On call</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            ({ start, end, levels }) =>
              html`<tr>
                <td>${zonedText(formatInstant(parseInstant(start)), zone)}</td>
                <td>${zonedText(end, zone)}</td>
                <td>${levelsMarkup(levels, nameOf)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`
}

function levelWords(offsetMinutes: number): string {
  return offsetMinutes === 0 ? 'at once' : `after ${durationText(offsetMinutes)}`
}

function levelsMarkup(levels: EscalationInterval['levels'], nameOf: (key: string) => string): Markup {
  if (levels.length === 0) return html`nobody`
  const words = levels.map(({ offsetMinutes, userKeys }, index) => {
    const people = joinMarkup(
      userKeys.map((key) => nameMarkup(shortText(nameOf(key)))),
      ' and ',
    )
    return html`${index > 0 && 'then '}${people}${offsetMinutes > 0 && ` ${levelWords(offsetMinutes)}`}`
  })
  return joinMarkup(words, ', ')
}
