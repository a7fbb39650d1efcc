// Looks every half minute whether a work list has changed and puts the new one in its place. Rests while the page is
// hidden and after five minutes without a key or a touch: looking must not keep somebody signed in who has gone.
const EVERY = 30_000
const REST = 5 * 60_000

export function keepFresh(region) {
  let mark = region.dataset.freshMark
  let touched = Date.now()
  let timer = setInterval(look, EVERY)

  async function look() {
    const writing = region.querySelector('input:focus, textarea:focus, select:focus')
    if (document.hidden || writing || Date.now() - touched > REST) return
    try {
      const response = await fetch(region.dataset.fresh, {
        headers: { 'If-None-Match': `"${mark}"`, 'X-Autosave': 'look' }, credentials: 'same-origin', cache: 'no-store'
      })
      if (response.status === 401 || response.redirected) return clearInterval(timer)
      if (response.status === 200) show(await response.text(), response.headers.get('ETag'))
    } catch {
      // The connection failed: the list stays as it is, with its time, and is looked at again.
    }
  }

  function show(list, tag) {
    const focused = region.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null
    region.innerHTML = list
    mark = tag.replaceAll('"', '')
    if (focused) region.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true })
  }

  for (const kind of ['pointerdown', 'keydown', 'scroll']) {
    document.addEventListener(kind, () => { touched = Date.now() }, { passive: true })
  }
  document.addEventListener('visibilitychange', look)
}
