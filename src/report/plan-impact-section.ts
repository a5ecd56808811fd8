import type { PolicyImpact, SyncPlan } from '../sync/index.ts'
import { affectedPolicies } from './affected-policies.ts'
import { policyLink } from './change-section.ts'
import { durationText } from './display-text.ts'
import { html, type Markup } from './html.ts'
import { loadText } from './plan-text.ts'
import { levelsMarkup } from './policy-tables.ts'
import type { ReportIndex } from './report-index.ts'
import { tableHead } from './section-tools.ts'

const mostPolicies = 500

/** What a plan itself says of people; for pages without a comparison of snapshots. */
export function planImpactSection({ impact }: SyncPlan, index: ReportIndex): Markup | null {
  const affected = affectedPolicies(impact, index.nameOf)
  if (affected.length === 0) return null
  const shown = affected.slice(0, mostPolicies)
  return html`<section aria-labelledby="people">
    <h2 id="people">What changes for people</h2>
    <div class="wide" tabindex="0" role="region" aria-label="What changes for people, by policy">
      <table>
        <caption>
          ${shown.length} of ${affected.length} policies
        </caption>
        ${tableHead(['Policy', 'On call now', 'Then', 'Without anybody', 'Hours gained and lost'])}
        <tbody>
          ${shown.map((policy) => policyRow(policy, index))}
        </tbody>
      </table>
    </div>
  </section>`
}

function policyRow({ key, now, uncoveredMinutes, load }: PolicyImpact, index: ReportIndex): Markup {
  const { before, after } = uncoveredMinutes
  const gap = before === after ? durationText(after) : `${durationText(before)} becomes ${durationText(after)}`
  return html`<tr>
    <th scope="row">${policyLink(key, index)}</th>
    <td>${levelsMarkup(now.before, index.nameOf)}</td>
    <td>${levelsMarkup(now.after, index.nameOf)}</td>
    <td>${after > before ? html`<span class="bad">${gap}</span>` : gap}</td>
    <td>${loadText(load, index.nameOf)}</td>
  </tr>`
}
