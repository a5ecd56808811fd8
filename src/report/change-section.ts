import type { Change, Conflict, SyncPlan } from '../sync/index.ts'
import { codeWords } from './code-words.ts'
import { counted, shortText } from './display-text.ts'
import { actions, actionTitles, entityWords, winnerWords } from './entity-words.ts'
import { pathWords, valueWords } from './field-words.ts'
import { html, joinMarkup, type Markup, nameMarkup } from './html.ts'
import type { ReportIndex } from './report-index.ts'
import { badge, listTools, searchText, tableHead } from './section-tools.ts'

/** How much of a value a cell shows. */
const cell = { characters: 300, items: 12 }

/** Brakes and conflicts: what keeps the plan back. */
export function attentionSection({ safety, conflicts }: SyncPlan, index: ReportIndex): Markup | null {
  if (safety.brakes.length === 0 && conflicts.length === 0) return null
  return html`<section aria-labelledby="attention">
    <h2 id="attention">Needs a decision</h2>
    ${
      safety.brakes.length > 0 &&
      html`<h3>Brakes</h3>
        <p>
          The plan is shown whole and applied by nobody until each of these is released by its name, with
          <code>allowUnsafe</code>.
        </p>
        <ul>
          ${safety.brakes.map(({ code, message }) => html`<li><strong class="bad">${code}</strong>: ${message}</li>`)}
        </ul>`
    }${
      conflicts.length > 0 &&
      html`<h3>${counted(conflicts.length, 'conflict')}</h3>
        ${conflicts.map((one, at) => conflictItem(one, at, index))}`
    }
  </section>`
}

function conflictItem(conflict: Conflict, at: number, index: ReportIndex): Markup {
  const { entity, name, path, message, wayOut, affects } = conflict
  const values = (['base', 'source', 'target'] as const).filter((side) => side in conflict)
  return html`<details class="item" id="conflict-${at + 1}">
    <summary>
      ${entityWords[entity][0]} ${nameMarkup(name)}
      ${path !== null && html`<code>${pathWords(path, index.nameOf, 120)}</code>`}: ${message}
    </summary>
    <div class="body">
      <p><strong>Way out:</strong> ${wayOut}</p>
      ${
        values.length > 0 &&
        html`<table>
          <tbody>
            ${values.map(
              (side) =>
                html`<tr>
                  <th scope="row">${side}</th>
                  <td><code>${valueWords(conflict[side], index.nameOf, cell)}</code></td>
                </tr>`,
            )}
          </tbody>
        </table>`
      }${
        affects.length > 0 &&
        html`<p>
          Weakens
          ${joinMarkup(
            affects.slice(0, 20).map((key) => policyLink(key, index)),
            ', ',
          )}.
        </p>`
      }
    </div>
  </details>`
}

/** Every change of a plan, with the fields that differ and links to what explains it. */
export function changesSection({ changes }: SyncPlan, index: ReportIndex): Markup {
  const present = actions.filter((action) => changes.some((change) => change.action === action))
  return html`<section aria-labelledby="changes">
    <h2 id="changes">Changes</h2>
    ${
      changes.length === 0
        ? html`<p>Nothing to do.</p>`
        : html`${listTools(
              'change-list',
              'changes',
              present.map((action) => [action, actionTitles[action]]),
            )}
            <div id="change-list">${changes.map((change) => changeItem(change, index))}</div>`
    }
  </section>`
}

function changeItem(change: Change, index: ReportIndex): Markup {
  const { action, entity, name, reason, fields } = change
  const tone = action === 'remove' || action === 'disable' ? 'bad' : action === 'create' ? 'good' : 'faint'
  return html`<details
    class="item"
    id="${index.changeAnchor(change.id) ?? ''}"
    data-text="${searchText([name, entity, action, change.key, ...fields.map(({ path }) => path)])}"
    data-flags="${action}"
  >
    <summary>
      ${actionTitles[action]}: ${entityWords[entity][0]} <strong>${nameMarkup(name)}</strong>${badge(action, tone)}
    </summary>
    <div class="body">
      ${reason !== '' && html`<p>${reason}</p>`}${fields.length > 0 && fieldTable(change, index)}${explanation(change, index)}
    </div>
  </details>`
}

function fieldTable({ id, fields }: Change, index: ReportIndex): Markup {
  const side = (field: Change['fields'][number], which: 'base' | 'source' | 'target'): string =>
    which in field ? valueWords(field[which], index.nameOf, cell) : '(absent)'
  return html`<div class="wide" tabindex="0" role="region" aria-label="Fields: ${changeWords(id, index)}">
    <table>
      ${tableHead(['Field', 'Last agreed', 'Source', 'Target', 'Outcome'])}
      <tbody>
        ${fields.map(
          (field) =>
            html`<tr>
              <th scope="row"><code>${pathWords(field.path, index.nameOf, 120)}</code></th>
              <td><code>${side(field, 'base')}</code></td>
              <td><code>${side(field, 'source')}</code></td>
              <td><code>${side(field, 'target')}</code></td>
              <td>${winnerWords[field.winner]}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function explanation({ id, key, dependsOn }: Change, index: ReportIndex): Markup | null {
  const links: Markup[] = []
  const policy = index.policyAnchor(key)
  if (policy !== null) links.push(html`<a href="#${policy}">Who is on call there</a>`)
  for (const code of index.codesFor(key)) {
    const anchor = index.codeAnchor(code)
    if (anchor !== null) links.push(html`<a href="#${anchor}">What was lost: ${codeWords(code)}</a>`)
  }
  for (const other of [...index.changesOf(key).filter((one) => one !== id), ...dependsOn].slice(0, 10)) {
    const anchor = index.changeAnchor(other)
    const words = dependsOn.includes(other) ? 'Needs' : 'Same item'
    if (anchor !== null) links.push(html`<a href="#${anchor}">${words}: ${changeWords(other, index)}</a>`)
  }
  return links.length === 0
    ? null
    : html`<h3>Explanation</h3>
        <ul>
          ${links.map((link) => html`<li>${link}</li>`)}
        </ul>`
}

/** `update schedule Support`. */
export function changeWords(id: string, index: ReportIndex): string {
  const change = index.change(id)
  return change === null ? id : `${change.action} ${entityWords[change.entity][0]} ${shortText(change.name, 60)}`
}

export function policyLink(key: string, index: ReportIndex): Markup {
  const anchor = index.policyAnchor(key)
  return anchor === null
    ? nameMarkup(index.nameOf(key))
    : html`<a href="#${anchor}">${nameMarkup(index.nameOf(key))}</a>`
}
