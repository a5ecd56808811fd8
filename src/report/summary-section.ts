import { counted, hoursText, percentText, utcText } from './display-text.ts'
import { countedEntities } from './entity-words.ts'
import { html, type Markup, nameMarkup } from './html.ts'
import { isFieldCode } from './ledger-text.ts'
import { planImpactSection } from './plan-impact-section.ts'
import type { ReportIndex } from './report-index.ts'
import { tableHead } from './section-tools.ts'

/** The figures that decide whether to read on. */
export function summaryTiles({ input }: ReportIndex): Markup {
  const { plan, parity, ledger, impact, snapshot } = input
  const tiles: Markup[] = []
  if (plan !== undefined) {
    tiles.push(
      tile('Changes', String(plan.changes.length), countedEntities(plan.changes.map(({ entity }) => entity)), ''),
    )
    const open = plan.safety.brakes.length + plan.conflicts.length
    tiles.push(
      tile(
        'To decide',
        String(open),
        `${counted(plan.safety.brakes.length, 'brake')}, ${counted(plan.conflicts.length, 'conflict')}`,
        open > 0 ? 'bad' : 'good',
      ),
    )
  }
  if (parity !== undefined) {
    const different = parity.policies.filter(({ differences }) => differences.length > 0).length
    tiles.push(
      tile(
        'As in the source',
        percentText(parity.ratio),
        different === 0
          ? `all of ${counted(parity.policies.length, 'policy', 'policies')}`
          : counted(different, 'policy differs', 'policies differ'),
        parity.ratio === 1 ? 'good' : 'warn',
      ),
    )
  }
  if (ledger !== undefined) {
    const others = ledger.entries.filter(({ code }) => isFieldCode(code)).length
    const lost = ledger.dropped + ledger.approximated + ledger.unknown - others
    tiles.push(
      tile(
        'Lost',
        String(lost),
        `of ${counted(ledger.leaves, 'value')}, besides ${others} that on-call does not need`,
        '',
      ),
    )
  }
  if (impact !== undefined) {
    tiles.push(
      tile(
        'People affected',
        String(impact.people.length),
        `${counted(impact.policies.filter(({ status }) => status !== 'unchanged').length, 'policy', 'policies')} with other people on call`,
        '',
      ),
    )
  }
  if (snapshot !== undefined) {
    tiles.push(
      tile(
        'Policies',
        String(snapshot.escalationPolicies.length),
        `${counted(snapshot.users.length, 'user')}, captured ${utcText(snapshot.capturedAt)}`,
        snapshot.scope.complete ? '' : 'warn',
      ),
    )
  }
  return html`<ul class="tiles">
    ${tiles}
  </ul>`
}

function tile(title: string, figure: string, words: string, tone: string): Markup {
  return html`<li>${title}<b class="${tone}">${figure}</b><span class="faint">${words}</span></li>`
}

/** What changes for people, in words and by person. */
/** Sentences about people that show at once; the gravest come first. */
const openMessages = 12
const mostMessages = 500

export function impactSection(index: ReportIndex): Markup | null {
  const { impact, plan } = index.input
  if (impact === undefined) return plan === undefined ? null : planImpactSection(plan, index)
  return html`<section aria-labelledby="people">
    <h2 id="people">What changes for people</h2>
    ${
      impact.messages.length === 0
        ? html`<p>Nothing changes for anybody.</p>`
        : html`${messageList(impact.messages.slice(0, openMessages))}${impact.messages.length > openMessages && moreMessages(impact.messages.slice(openMessages))}`
    }${
      impact.people.length > 0 &&
      html`<details class="item">
        <summary>Hours on call by person</summary>
        <div class="body">
          <div class="wide" tabindex="0" role="region" aria-label="Hours by person">
            <table>
              ${tableHead(['Person', 'Before', 'After', 'Gained', 'Lost'])}
              <tbody>
                ${impact.people.map(
                  ({ name, beforeMinutes, afterMinutes, gainedMinutes, lostMinutes }) =>
                    html`<tr>
                      <th scope="row">${nameMarkup(name)}</th>
                      <td>${hoursText(beforeMinutes)}</td>
                      <td>${hoursText(afterMinutes)}</td>
                      <td>${hoursText(gainedMinutes)}</td>
                      <td>${hoursText(lostMinutes)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>
        </div>
      </details>`
    }
  </section>`
}

function messageList(messages: readonly string[]): Markup {
  return html`<ul>
    ${messages.map((message) => html`<li>${message}</li>`)}
  </ul>`
}

function moreMessages(messages: readonly string[]): Markup {
  return html`<details class="item long">
    <summary>${messages.length} more</summary>
    <div class="body">
      ${messageList(messages.slice(0, mostMessages))}${
        messages.length > mostMessages && html`<p class="faint">… and ${messages.length - mostMessages} more.</p>`
      }
    </div>
  </details>`
}
