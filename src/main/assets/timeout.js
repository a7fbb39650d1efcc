// Warns two minutes before the session ends. Every answer of the server starts the time again, here as there.
const WARNING = 120

export function warnBeforeSignOut(dialog) {
  const idle = Number(dialog.dataset.idleSeconds) * 1000
  const left = dialog.querySelector('[data-time-left]')
  const form = dialog.querySelector('form')
  let ends = Date.now() + idle
  let over = false

  async function stay(event) {
    event.preventDefault()
    if (over) return dialog.close()
    try {
      const response = await fetch(dialog.dataset.keepAlive, {
        method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin'
      })
      if (!response.ok || response.redirected) return ended()
      ends = Date.now() + idle
      dialog.close()
    } catch {
      left.textContent = `${words(secondsLeft())}. The connection failed: try again`
    }
  }

  const secondsLeft = () => Math.max(0, Math.round((ends - Date.now()) / 1000))

  function ended() {
    dialog.querySelector('h2').textContent = 'You have been signed out'
    dialog.querySelector('p').textContent = 'Sign in in a new tab to go on. What you have typed on this page is still here.'
    form.querySelector('button').textContent = 'Close this message'
    over = true
    clearInterval(timer)
  }

  function tick() {
    const seconds = secondsLeft()
    if (seconds > WARNING) return
    if (!dialog.open) dialog.showModal()
    left.textContent = words(seconds)
    if (seconds === 0) ended()
  }

  const timer = setInterval(tick, 1000)
  form.addEventListener('submit', stay)
  document.addEventListener('sightline:saved', () => { ends = Date.now() + idle })
  document.addEventListener('htmx:afterRequest', () => { ends = Date.now() + idle })
}

// Said in steps, so that a screen reader is not interrupted each second.
function words(seconds) {
  if (seconds > 60) return '2 minutes'
  if (seconds > 20) return '1 minute'
  return '20 seconds'
}
