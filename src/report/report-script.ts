/** The page's whole script: search, filters, links into closed parts, every item open for print. The page is readable without it. */
export const reportScript: string = `'use strict'
for (const tools of document.querySelectorAll('[data-tools]')) {
  const list = document.getElementById(tools.dataset.tools)
  const items = [...list.querySelectorAll(':scope > [data-text]')]
  const search = tools.querySelector('input')
  const show = tools.querySelector('select')
  const count = tools.querySelector('output')
  const update = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean)
    let shown = 0
    for (const item of items) {
      const fits = words.every((word) => item.dataset.text.includes(word))
      const kept = show.value === '' || item.dataset.flags.split(' ').includes(show.value)
      item.hidden = !(fits && kept)
      if (!item.hidden) shown++
    }
    count.value = shown + ' of ' + items.length + ' shown'
  }
  search.addEventListener('input', update)
  show.addEventListener('change', update)
  for (const button of tools.querySelectorAll('button')) {
    button.addEventListener('click', () => {
      for (const item of items) if (!item.hidden && item.tagName === 'DETAILS') item.open = button.dataset.open === 'yes'
    })
  }
  tools.hidden = false
  update()
}
const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!target) return
  for (let one = target; one; one = one.parentElement) {
    one.hidden = false
    if (one.tagName === 'DETAILS') one.open = true
  }
  target.scrollIntoView()
}
addEventListener('hashchange', reveal)
addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]')
  if (link && link.getAttribute('href') === location.hash) reveal()
})
let opened = []
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details.item:not([open])')].slice(0, 400)
  for (const one of opened) one.open = true
})
addEventListener('afterprint', () => {
  for (const one of opened) one.open = false
})
if (location.hash) reveal()
`
