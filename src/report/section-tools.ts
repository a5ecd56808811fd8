import { html, type Markup } from './html.ts'

/** Search and filter above a list; hidden until the script has taken hold of it. */
export function listTools(
  listId: string,
  subject: string,
  filters: readonly (readonly [value: string, label: string])[],
): Markup {
  return html`<div class="tools" data-tools="${listId}" hidden role="search" aria-label="Search in ${subject}">
    <div>
      <label for="${listId}-search">Search ${subject}</label
      ><input id="${listId}-search" type="search" autocomplete="off" />
    </div>
    <div>
      <label for="${listId}-show">Show</label
      ><select id="${listId}-show">
        <option value="">all</option>
        ${filters.map(([value, label]) => html`<option value="${value}">${label}</option>`)}
      </select>
    </div>
    <div>
      <button type="button" data-open="yes">Open all</button> <button type="button" data-open="no">Close all</button>
    </div>
    <output aria-live="polite" class="faint"></output>
  </div>`
}

/** Text that the search looks through; lower case, cut so that a page of hundreds stays small. */
export function searchText(parts: readonly string[]): string {
  return parts.join(' ').toLowerCase().slice(0, 1000)
}

export function badge(text: string, tone: 'bad' | 'warn' | 'good' | 'faint'): Markup {
  return html`<span class="badge ${tone}">${text}</span>`
}

export function tableHead(columns: readonly string[]): Markup {
  return html`<thead>
    <tr>
      ${columns.map((column) => html`<th scope="col">${column}</th>`)}
    </tr>
  </thead>`
}
