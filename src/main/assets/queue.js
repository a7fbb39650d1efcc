// j and k walk a work list, Enter opens the row: only while the switch above the list is on, and never while typing.
export function walkQueue(table) {
  const toggle = document.querySelector(`input[type="checkbox"][data-queue-keys="${table.dataset.queue}"]`)
  const rows = () => [...table.tBodies[0].rows]

  function move(step) {
    const all = rows()
    const here = all.findIndex(row => row.getAttribute('aria-current') === 'true')
    const next = all[Math.min(Math.max(here + step, 0), all.length - 1)]
    all.forEach(row => row.removeAttribute('aria-current'))
    if (!next) return
    next.setAttribute('aria-current', 'true')
    next.querySelector('a')?.focus()
    next.scrollIntoView({ block: 'nearest' })
  }

  document.addEventListener('keydown', event => {
    const busy = event.ctrlKey || event.metaKey || event.altKey
      || event.target.closest('input:not([type="checkbox"]), textarea, select, dialog')
    if (!toggle?.checked || busy) return
    if (event.key === 'j') move(1)
    if (event.key === 'k') move(-1)
  })
}
