import type { EscalationInterval } from '../schedule/index.ts'
import type { Zone } from '../time/index.ts'
import type { PolicyParity } from '../verify/index.ts'
import { codeWords } from './code-words.ts'
import { counted, durationText, hoursText, shortText } from './display-text.ts'
import { html, joinMarkup, type Markup, nameMarkup } from './html.ts'
import { personColor } from './person-color.ts'
import type { ReportIndex } from './report-index.ts'
import { tableHead } from './section-tools.ts'
import type { Lane } from './timeline-lane.ts'
import { zonedText } from './zoned-time.ts'

/** Differences listed for one policy. */
const longestDifferences = 50

/** The people of a timeline with their colours and their time on call. */
export function peopleLegend(lanes: readonly Lane[], { nameOf }: ReportIndex): Markup {
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

/** Where the source says something else, with the cause. */
export function differenceTable(parity: PolicyParity | undefined, zone: Zone, index: ReportIndex): Markup | null {
  if (parity === undefined || parity.differences.length === 0) return null
  const people = (keys: readonly string[]): Markup =>
    keys.length === 0
      ? html`nobody`
      : joinMarkup(
          keys.map((key) => nameMarkup(index.nameOf(key))),
          ', ',
        )
  const rows = parity.differences.slice(0, longestDifferences)
  return html`<div class="wide" tabindex="0" role="region" aria-label="Differences of ${shortText(parity.name)}">
    <table>
      <caption>
        Where the source says something else (${rows.length} of ${parity.differences.length})
      </caption>
      ${tableHead(['From', 'To', 'Level', 'Expected', 'Source', 'Cause'])}
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
  return anchor === null
    ? html`${codeWords(cause ?? 'not known')}`
    : html`<a href="#${anchor}">${codeWords(cause ?? '')}</a>`
}

/** What the timeline shows, in words. */
export function intervalTable(
  name: string,
  intervals: readonly EscalationInterval[],
  rows: number,
  zone: Zone,
  { nameOf }: ReportIndex,
): Markup | null {
  if (intervals.length === 0) return html`<p class="bad">Nobody is on call in this window.</p>`
  const shown = intervals.slice(0, rows)
  return html`<details>
    <summary>As a table</summary>
    <div class="wide" tabindex="0" role="region" aria-label="Who is on call in ${shortText(name)}, as a table">
      <table>
        <caption>
          ${shown.length} of ${counted(intervals.length, 'stretch', 'stretches')}
        </caption>
        ${tableHead(['From', 'To', 'On call'])}
        <tbody>
          ${shown.map(
            ({ start, end, levels }) =>
              html`<tr>
                <td>${zonedText(start, zone)}</td>
                <td>${zonedText(end, zone)}</td>
                <td>${levelsMarkup(levels, nameOf)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`
}

/** `Ana Lima, then Bo Chen after 5 min`. */
export function levelsMarkup(levels: EscalationInterval['levels'], nameOf: (key: string) => string): Markup {
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

function levelWords(offsetMinutes: number): string {
  return offsetMinutes === 0 ? 'at once' : `after ${durationText(offsetMinutes)}`
}
