import { attentionSection, changesSection } from './change-section.ts'
import { utcText } from './display-text.ts'
import { html, type Markup } from './html.ts'
import { ledgerSection } from './ledger-section.ts'
import { policiesSection } from './policy-section.ts'
import { indexReport } from './report-index.ts'
import type { ReportInput } from './report-input.ts'
import { reportScript } from './report-script.ts'
import { reportStyle } from './report-style.ts'
import { scriptHash, styleHash } from './report-hashes.ts'
import { impactSection, summaryTiles } from './summary-section.ts'

/** Nothing from outside, and no other script or style than the page's own: what a hostile name smuggles in would not run. */
const contentPolicy = `default-src 'none'; script-src '${scriptHash}'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`

// Not written inside of the page's template, where a formatter would add the white space that their digests do not know.
const ownStyle: Markup = { markup: `<style>${reportStyle}</style>` }
const ownScript: Markup = { markup: `<script>${reportScript}</script>` }

/**
 * One self-contained HTML page of a plan, a ledger, a parity report, an impact and timelines of who is on call; whatever is given.
 *
 * Needs no network and no script to be read; every text from the source is escaped. The same input gives the same bytes.
 */
export function renderReportHtml(input: ReportInput): string {
  const index = indexReport(input)
  const origin = input.snapshot?.origin ?? input.plan?.origin
  const title = input.title ?? `On-call report${origin === undefined ? '' : ` of ${origin}`}`
  const sections: readonly (readonly [id: string, label: string, markup: Markup | null])[] = [
    ['attention', 'Needs a decision', input.plan === undefined ? null : attentionSection(input.plan, index)],
    ['people', 'What changes for people', impactSection(index)],
    ['changes', 'Changes', input.plan === undefined ? null : changesSection(input.plan, index)],
    ['policies', 'Who is on call', policiesSection(index)],
    ['ledger', 'What was lost', input.ledger === undefined ? null : ledgerSection(input.ledger, index)],
  ]
  const present = sections.filter(([, , markup]) => markup !== null)
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${{ markup: contentPolicy }}" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${ownStyle}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <svg class="defs" aria-hidden="true" focusable="false">
          <defs>
            <pattern
              id="hatch-differs"
              width="7"
              height="7"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <path class="hatch-differs" d="M0 0V7" />
            </pattern>
            <pattern
              id="hatch-changes"
              width="9"
              height="9"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(-45)"
            >
              <path class="hatch-changes" d="M0 0V9" />
            </pattern>
          </defs>
        </svg>
        <header class="page">
          <h1>${title}</h1>
          ${index.window !== null && html`<p class="faint">${utcText(index.window.from)} to ${utcText(index.window.to)}</p>`}
          <nav aria-label="Parts of this page">
            <ul>
              ${present.map(([id, label]) => html`<li><a href="#${id}">${label}</a></li>`)}
            </ul>
          </nav>
        </header>
        <main id="main">${summaryTiles(index)}${present.map(([, , markup]) => markup ?? { markup: '' })}</main>
        ${ownScript}
      </body>
    </html> `
  return page.markup
}
