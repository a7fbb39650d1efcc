// Single keys on a pair: only while the switch of the form is on, and never while typing. The switch goes with the form and
// the links to the next page; nothing is kept in the browser.
export function judgeByKeys(form) {
  const toggle = form.querySelector('input[name="keys"]')
  const walks = () => document.querySelectorAll('a[rel="next"], a[rel="prev"]')
  const verdicts = { s: 'same', n: 'not-same', u: 'unsure' }

  function choose(radio) {
    if (!radio) return
    radio.click()
    radio.focus()
  }

  function reason(number) {
    const verdict = form.querySelector('input[name="verdict"]:checked')?.value
    choose(form.querySelectorAll(`input[name="reason-${verdict}"]`)[number - 1])
  }

  function carry() {
    for (const link of walks()) {
      const to = new URL(link.href)
      if (toggle.checked) to.searchParams.set('keys', 'on')
      else to.searchParams.delete('keys')
      link.href = to.pathname + to.search
    }
  }

  toggle.addEventListener('change', carry)
  document.addEventListener('keydown', event => {
    const busy = event.ctrlKey || event.metaKey || event.altKey
      || event.target.closest('input:not([type="checkbox"]):not([type="radio"]), textarea, select, dialog')
    if (!toggle.checked || busy) return
    if (event.key in verdicts) choose(form.querySelector(`input[name="verdict"][value="${verdicts[event.key]}"]`))
    if (/^[1-9]$/.test(event.key)) reason(Number(event.key))
    if (event.key === 'j') document.querySelector('a[rel="next"]')?.click()
    if (event.key === 'k') document.querySelector('a[rel="prev"]')?.click()
  })
}
