/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type ReportInput, renderReportHtml } from '../../src/report/index.ts'
import { compareSnapshots } from '../../src/verify/index.ts'
import { hasBrowser, launchBrowser } from './browser.ts'
import { aLedger, aReport, hostileNames, manyPolicies, window as reportWindow } from './report-fixtures.ts'

const hostileReport = (): ReportInput => {
  const everything = hostileNames.join(' ')
  const people = ['ana', 'bo', 'cy', 'zoe']
  return aReport(new Map(people.map((id, at) => [id, hostileNames.slice(at * 3).join(' ') + id])), everything)
}

describe.skipIf(!hasBrowser)('the report in Chromium, where that is installed, in the run under UTC', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
  })
  afterAll(async () => {
    await browser.close()
  })

  /** Opens a report with everything that must never happen written down. */
  async function open(
    input: ReportInput,
    { width = 1280, colorScheme = 'light' }: { width?: number; colorScheme?: 'light' | 'dark' } = {},
  ): Promise<{ page: Page; wrong: readonly string[] }> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const wrong: string[] = []
    page.on('console', (message) => wrong.push(message.text()))
    page.on('pageerror', (error) => wrong.push(error.message))
    page.on('dialog', (dialog) => {
      wrong.push(`dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('request', (request) => wrong.push(`request ${request.url()}`))
    // Not `setContent`, which the policy of the page does not cover from its first byte.
    await page.route('http://report.localhost/', (route) =>
      route.fulfill({ contentType: 'text/html', body: renderReportHtml(input) }),
    )
    await page.goto('http://report.localhost/')
    wrong.splice(wrong.indexOf('request http://report.localhost/'), 1)
    return { page, wrong }
  }

  const openAll = (page: Page): Promise<void> =>
    page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true
    })

  it('runs its own script and style, and asks for nothing', async () => {
    const { page, wrong } = await open(aReport())
    expect(await page.locator('[data-tools]:visible').count()).toBe(3)
    expect(
      await page
        .locator('h2')
        .first()
        .evaluate((one) => getComputedStyle(one).borderBottomWidth),
    ).toBe('1px')
    expect(wrong).toEqual([])
  })

  it('runs nothing of a hostile name, wherever it stands', async () => {
    const { page, wrong } = await open(hostileReport())
    await openAll(page)
    for (const link of await page.locator('main a').all()) await link.dispatchEvent('click')
    expect(
      await page.locator('script, img, iframe, object, embed, [onerror], [onload], [onclick], [style]').count(),
    ).toBe(1)
    expect(await page.locator('a:not([href^="#"])').count()).toBe(0)
    expect(page.url()).toMatch(/^http:\/\/report\.localhost\/#/)
    expect(wrong).toEqual([])
    expect(await page.locator('h1').textContent()).toContain('<script>alert(1)</script>')
  })

  it.each([1280, 390])('keeps hostile names within a page of %i pixels', async (width) => {
    const { page } = await open(hostileReport(), { width })
    await openAll(page)
    const excess = await page.evaluate(() => ({
      page: document.documentElement.scrollWidth - innerWidth,
      // What sticks out of the page and is not in a box of its own that scrolls.
      parts: [...document.querySelectorAll('main *:not(.wide *), header *')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => one.outerHTML.slice(0, 80)),
    }))
    expect(excess).toEqual({ page: 0, parts: [] })
  })

  it.each(['light', 'dark'] as const)('has nothing that axe calls an obstacle, %s', async (colorScheme) => {
    const { page } = await open(hostileReport(), { colorScheme, width: 390 })
    await openAll(page)
    await page.evaluate(axe.source)
    const violations = await page.evaluate(async () => {
      const { axe: loaded } = globalThis as unknown as { axe: typeof axe }
      return (await loaded.run()).violations.map(({ id, impact, nodes }) => ({
        id,
        impact,
        where: nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)),
      }))
    })
    expect(violations).toEqual([])
  })

  it('finds, filters and counts', async () => {
    const { page } = await open(aReport())
    const tools = page.getByRole('search', { name: 'Search in changes' })
    const shown = page.locator('#change-list > details:visible')
    await tools.getByLabel('Search changes').fill('SCHEDULE')
    expect(await shown.count()).toBe(1)
    expect(await tools.locator('output').textContent()).toBe('1 of 3 shown')
    await tools.getByLabel('Search changes').fill('')
    await tools.getByLabel('Show').selectOption('create')
    expect(await shown.getAttribute('data-flags')).toBe('create')
    await tools.getByRole('button', { name: 'Open all' }).click()
    expect(await page.locator('#change-list > details[open]').count()).toBe(1)
  })

  it('leads from a change to what explains it, even where a filter hid that', async () => {
    const { page } = await open(aReport())
    await page.getByLabel('Search policies').fill('nothing like it')
    await page.locator('#change-2 > summary').click()
    await page.locator('#change-2').getByRole('link', { name: 'Who is on call there' }).click()
    expect(await page.locator('#policy-1').getAttribute('open')).toBe('')
    await page.waitForFunction(() => {
      const { top, bottom } = document.querySelector('#policy-1')!.getBoundingClientRect()
      return bottom > 0 && top < innerHeight
    })
  })

  it('is worked by keyboard alone', async () => {
    const { page } = await open(aReport())
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent.trim() ?? '')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await focused()).toContain('user group')
    await page.keyboard.press('Enter')
    expect(await page.locator('#conflict-1').getAttribute('open')).toBe('')
  })

  it('prints what is closed on the screen, without its tools', async () => {
    const report = aReport()
    const link = { ...aLedger.entries[0]!, code: 'field.link', entity: 'person:ana' }
    const { page } = await open({ ...report, ledger: { ...aLedger, entries: [...aLedger.entries, link] } })
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await page.locator('details.item:not([open])').count()).toBe(0)
    // A timeline's table says the same again, on many pages.
    expect(await page.locator('summary:text("As a table"):visible').count()).toBe(0)
    expect(await page.locator('.timeline:visible').count()).toBeGreaterThan(0)
    // Nor does what on-call does not need fill pages.
    expect(await page.locator('#ledger-list > .item > .body:visible').count()).toBeGreaterThan(0)
    expect(await page.locator('#ledger-list > .minor > .body:visible').count()).toBe(0)
    expect(await page.locator('#ledger-list > .minor').count()).toBeGreaterThan(0)
    expect(await page.locator('[data-tools]:visible, nav:visible').count()).toBe(0)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    expect(await page.locator('details[open]').count()).toBe(0)
  })

  it('stays usable with 500 policies', async () => {
    const [before, snapshot] = [manyPolicies(500, ['ana', 'bo']), manyPolicies(500, ['bo', 'ana', 'cy'])]
    const impact = compareSnapshots(before, snapshot, reportWindow, { now: reportWindow.from })
    const input = { snapshot, before, impact, window: reportWindow }
    expect(renderReportHtml(input).length).toBeLessThan(6_000_000)
    const { page, wrong } = await open(input)
    const interactiveMs = await page.evaluate(
      () => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).domInteractive,
    )
    expect(interactiveMs).toBeLessThan(10_000)
    const searchMs = await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#policy-list-search')!
      const started = performance.now()
      input.value = 'team 499'
      input.dispatchEvent(new Event('input'))
      document.body.getBoundingClientRect()
      return performance.now() - started
    })
    expect(searchMs).toBeLessThan(1000)
    expect(await page.locator('[data-tools="policy-list"] output').textContent()).toBe('1 of 500 shown')
    expect(wrong).toEqual([])
  })
})
