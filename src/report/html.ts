import { visibleText } from './display-text.ts'

/** Markup that is safe to put into the page as it is; only `html` makes it. */
export interface Markup {
  readonly markup: string
}

type Part = string | number | Markup | readonly Markup[] | false | null

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** Text for element content and quoted attributes; characters that act on the reader's screen become visible. */
export function escapeHtml(text: string): string {
  return visibleText(text).replace(/[&<>"'`]/g, (one) => entities[one] ?? one)
}

/** Builds markup; every interpolated text is escaped, `false` and `null` vanish. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const pieces = flatPieces(strings)
  let markup = pieces[0] ?? ''
  for (const [index, part] of parts.entries()) markup += partMarkup(part) + (pieces[index + 1] ?? '')
  return { markup }
}

const flattened = new WeakMap<TemplateStringsArray, readonly string[]>()

/** The literal pieces without the line breaks that they have in the source, so that pages of hundreds of items stay small. */
function flatPieces(strings: TemplateStringsArray): readonly string[] {
  let pieces = flattened.get(strings)
  if (pieces === undefined) {
    const last = strings.length - 1
    pieces = strings.map((piece, index) => {
      const inner = piece
        .replace(/>\s*\n\s*</g, '><')
        .replace(/\s*\n\s*(\/?>)/g, '$1')
        .replace(/\s*\n\s*/g, ' ')
      const start = index === 0 ? inner.trimStart() : inner
      return index === last ? start.trimEnd() : start
    })
    flattened.set(strings, pieces)
  }
  return pieces
}

function partMarkup(part: Part): string {
  if (part === false || part === null) return ''
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  if ('markup' in part) return part.markup
  return part.map(({ markup }) => markup).join('')
}

/** A foreign name, kept from reordering the text around it. */
export function nameMarkup(name: string): Markup {
  return html`<bdi>${name}</bdi>`
}

/** Markup joined by text. */
export function joinMarkup(parts: readonly Markup[], separator: string): Markup {
  return { markup: parts.map(({ markup }) => markup).join(escapeHtml(separator)) }
}
