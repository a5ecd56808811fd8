import type { Ledger, LedgerEntry } from '../model/index.ts'
import { codeWords } from './code-words.ts'
import { percentText, shortText, shortValue } from './display-text.ts'
import { html, type Markup } from './html.ts'
import { effectText, groupByCode, isFieldCode } from './ledger-text.ts'
import type { ReportIndex } from './report-index.ts'
import { badge, listTools, searchText, tableHead } from './section-tools.ts'

const longestEntries = 100

/** What did not come over as it is, by code. */
export function ledgerSection(ledger: Ledger, index: ReportIndex): Markup {
  const share = ledger.leaves === 0 ? 1 : ledger.mapped / ledger.leaves
  const codes = groupByCode(ledger.entries)
  return html`<section aria-labelledby="ledger">
    <h2 id="ledger">What was lost</h2>
    <p>
      Of ${ledger.leaves} values ${ledger.mapped} (${percentText(share)}) came over as they are, ${ledger.approximated}
      approximately, ${ledger.dropped} not at all; ${ledger.unknown} are unknown to this version.
    </p>
    ${
      codes.length > 0 &&
      html`${listTools('ledger-list', 'losses', [
          ['dropped', 'dropped'],
          ['approximated', 'approximated'],
          ['unknown', 'unknown'],
        ])}
        <div id="ledger-list">${codes.map(([code, entries]) => codeItem(code, entries, index))}</div>`
    }
  </section>`
}

function codeItem(code: string, entries: readonly LedgerEntry[], index: ReportIndex): Markup {
  const outcomes = [...new Set(entries.map(({ outcome }) => outcome))].sort()
  const weight = effectText(entries)
  const shown = entries.slice(0, longestEntries)
  return html`<details
    class="item${isFieldCode(code) ? ' minor' : ''}"
    id="${index.codeAnchor(code) ?? ''}"
    data-text="${searchText([code, codeWords(code), ...shown.map(({ message }) => message)])}"
    data-flags="${outcomes.join(' ')}"
  >
    <summary>
      <strong>${codeWords(code)}</strong> <code>${code}</code> ${entries.length}
      ×${outcomes.map((outcome) => badge(outcome, outcome === 'dropped' ? 'bad' : 'warn'))}${weight !== '' && html` <span class="faint">${weight}</span>`}
    </summary>
    <div class="body">
      <div class="wide" tabindex="0" role="region" aria-label="Entries of ${code}">
        <table>
          <caption>
            ${shown.length} of ${entries.length}
          </caption>
          ${tableHead(['Where', 'Value', 'What it means'])}
          <tbody>
            ${shown.map(
              ({ path, value, message, entity }) =>
                html`<tr>
                  <td>
                    <code>${shortText(path, 160)}</code><br /><span class="faint"
                      >${shortText(index.nameOf(entity), 120)}</span
                    >
                  </td>
                  <td><code>${shortValue(value, 200)}</code></td>
                  <td>${message}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </div>
  </details>`
}
