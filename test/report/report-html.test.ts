import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderReportHtml } from '../../src/report/index.ts'
import { reportScript } from '../../src/report/report-script.ts'
import { reportStyle } from '../../src/report/report-style.ts'
import { aChange, aPlan, aReport, hostileNames, manyPolicies } from './report-fixtures.ts'

/** What a browser's tokenizer would take for tags: everything that follows `<` and a letter, `/`, `!` or `?`. */
const tags = (page: string): readonly string[] =>
  page
    .replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>/g, '')
    .match(/<[a-z/!?][^>]*>/gi)
    ?.map((tag) => tag.toLowerCase()) ?? []

const elements = (page: string): readonly string[] =>
  [...new Set(tags(page).map((tag) => /^<\/?([a-z0-9!?]+)/.exec(tag)?.[1] ?? ''))].sort()

const plain = renderReportHtml(aReport())

describe('renderReportHtml', () => {
  it.each(hostileNames)('keeps %j text', (name) => {
    const page = renderReportHtml(
      aReport(
        new Map([
          ['ana', name],
          ['bo', name],
          ['zoe', name],
        ]),
        name,
      ),
    )
    expect(elements(page)).toEqual(elements(plain))
    expect(page.match(/<script>/g)).toHaveLength(1)
    expect(
      tags(page).filter((tag) => /\son[a-z]+\s*=\s*[^"]|\sstyle=|javascript:/.test(tag.replace(/"[^"]*"/g, '""'))),
    ).toEqual([])
    expect(page).not.toMatch(
      // oxlint-disable-next-line no-control-regex
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|[\ud800-\udfff](?![\udc00-\udfff])(?<![\ud800-\udbff][\udc00-\udfff])/,
    )
  })

  it('never shows an attribute without quotes or with a stray one', () => {
    const page = renderReportHtml(
      aReport(
        new Map(hostileNames.map((name, i) => [['ana', 'bo', 'zoe'][i % 3] ?? '', name])),
        hostileNames.join(' '),
      ),
    )
    for (const tag of tags(page))
      expect(tag).toMatch(/^<(?:!doctype html|\/?[a-z0-9]+(?:\s[a-z-]+(?:="[^"<>]*")?)*\s?\/?)>$/i)
  })

  const sharp = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'<>/"\'`&!-= a;', '\u202e', '\ud800', '</p'), maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )

  it('keeps any text at all within its place', () => {
    fc.assert(
      fc.property(sharp, sharp, (name, team) => {
        const page = renderReportHtml(aReport(new Map([['ana', name]]), team))
        expect(elements(page)).toEqual(elements(plain))
      }),
      { numRuns: 40 },
    )
  })

  it('names the digests of its own script and style, and allows nothing else', () => {
    const digest = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(plain)?.[1]
    expect(policy).toBe(
      `default-src 'none'; script-src '${digest(reportScript)}'; style-src '${digest(reportStyle)}'; base-uri 'none'; form-action 'none'`,
    )
    expect(plain).toContain(`<style>${reportStyle}</style>`)
    expect(plain).toContain(`<script>${reportScript}</script>`)
  })

  it('asks for nothing from outside', () => {
    expect(plain).not.toMatch(/\b(?:src|href|srcset|action|data|poster)="(?!#)/)
    expect(plain).not.toMatch(/url\((?!#)|@import|https?:/)
  })

  it('has each id once, and something behind every link', () => {
    const ids = [...plain.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    const links = [...plain.matchAll(/href="#([^"]*)"/g)].map((match) => match[1])
    expect(links.length).toBeGreaterThan(8)
    expect(links.filter((link) => !ids.includes(link))).toEqual([])
  })

  it('names each part that scrolls by what it is of', () => {
    const { plan, parity, ...report } = aReport()
    const change = plan!.changes.find(({ fields }) => fields.length > 0)
    const changes = ['one', 'two'].map((name) => aChange({ id: name, name, fields: change!.fields }))
    const page = renderReportHtml({
      ...report,
      plan: { ...plan!, changes },
      snapshot: manyPolicies(3, ['ana', 'bo']),
      parity: {
        ...parity!,
        policies: [0, 1].map((nth) => ({ ...parity!.policies[0]!, key: `group:g${nth}`, name: `Team ${nth}` })),
      },
    })
    const labels = [...page.matchAll(/role="region" aria-label="([^"]*)"/g)].map((match) => match[1])
    expect(labels).toEqual(expect.arrayContaining(['Differences of Team 0', 'Who is on call in Team 1, as a table']))
    expect(labels.filter((label) => label?.startsWith('Fields: '))).toHaveLength(2)
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([])
  })

  it('links a change to the loss and the timeline that explain it', () => {
    const change = /<details class="item" id="change-2"[\s\S]*?<\/details>/.exec(plain)?.[0] ?? ''
    expect(change).toContain('What was lost: Order that depends on alerts')
    expect(change).toContain('href="#policy-1"')
    expect(change).toContain('href="#change-1"')
  })

  it('marks the night in which the clocks change', () => {
    expect(plain).toContain('The clock of Europe/London changes from +01:00 to +00:00 on Sun 25 Oct 01:00')
  })

  it('draws lanes by level, the replaced plan above, differences hatched', () => {
    const svg = /<svg class="timeline"[\s\S]*?<\/svg>/.exec(plain)?.[0] ?? ''
    expect(svg).toContain('>at once</text>')
    expect(svg).toContain('>after 15 min</text>')
    expect(svg).toMatch(/class="p\d+ before"/)
    expect(svg).toMatch(/class="changes" d="M[^"]*"[\s\S]*class="differs" d="M/)
  })

  it('gives the same bytes for the same input', () => {
    expect(renderReportHtml(aReport())).toBe(plain)
  })

  it('says of a plan alone what it means for people', () => {
    const page = renderReportHtml({ plan: aPlan() })
    expect(page).toContain('<h1>On-call report of xmatters:acme.xmatters.com</h1>')
    const row = /<tr><th scope="row"><bdi>Support<\/bdi>[^]*?<\/tr>/.exec(page)?.[0] ?? ''
    expect(row).toContain('<bdi>Ana Lima</bdi>, then <bdi>person:zoe</bdi> after 15 min')
    expect(row).toContain('<span class="bad">0 min becomes 2 h</span>')
    expect(row).toContain('Ana Lima +16 h, person:zoe -1 h 30 min')
  })

  it('is a whole page with nothing given', () => {
    const page = renderReportHtml({})
    expect(page).toMatch(/^<!doctype html><html lang="en">/)
    expect(page).toContain('<h1>On-call report</h1>')
  })
})
