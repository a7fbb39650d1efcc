// Saves a form's fields to the server while they are typed: every ten seconds when something changed, and on leaving
// a field. The server answers {"saved":"14:02","version":3}. Nothing is kept in the browser's storage.
const EVERY = 10_000
const LONGEST_WAIT = 120_000
const LONGEST_HOLD = 3_000

export function keepSaved(form) {
  const line = form.querySelector('[data-saved]')
  let last = fields(form)
  let savedAt = null
  let saving = false
  let afterSaving = null
  let stopped = false
  let failures = 0
  let notBefore = 0

  async function save() {
    const now = fields(form)
    if (saving || stopped || now === last || Date.now() < notBefore) return
    saving = true
    try {
      await answer(await post(form, now), now)
    } catch {
      retryLater()
    } finally {
      saving = false
      afterSaving?.()
    }
  }

  async function answer(response, sent) {
    if (response.status === 409) return conflict()
    if (response.status === 401 || response.status === 403) return signedOut()
    if (!response.ok || response.redirected) throw new Error(`Not saved: ${response.status}`)
    const { saved, version } = await response.json()
    const field = form.querySelector('input[name="version"]')
    if (field && version !== undefined) {
      field.value = version
    }
    last = withVersion(sent, field)
    savedAt = saved
    failures = 0
    say(`Saved ${saved}`)
    document.dispatchEvent(new CustomEvent('sightline:saved'))
  }

  function retryLater() {
    failures += 1
    const wait = Math.min(EVERY * 2 ** (failures - 1), LONGEST_WAIT)
    notBefore = Date.now() + wait - 1
    setTimeout(save, wait)
    problem(`Not saved: the connection failed. Trying again. ${kept()}`)
  }

  function conflict() {
    stopped = true
    problem('Someone else changed this. Copy what you have typed, then ')
    const link = document.createElement('a')
    link.className = 'govuk-link'
    link.href = location.href
    link.textContent = 'load the page again'
    line?.append(link, '.')
  }

  function signedOut() {
    notBefore = Date.now() + EVERY - 1
    problem(`You have been signed out. Sign in in a new tab, then come back: your text is kept here${savedAt ? ` and up to ${savedAt} on the server` : ''}.`)
  }

  // A save under way changes the version: a form sent beside it would be told that somebody else was first.
  function sendAfterSaving(event) {
    event.preventDefault()
    const late = setTimeout(() => afterSaving?.(), LONGEST_HOLD)
    afterSaving = () => {
      clearTimeout(late)
      afterSaving = () => {}
      stopped = true
      form.requestSubmit(event.submitter)
    }
  }

  const kept = () => (savedAt ? `Saved up to ${savedAt}.` : 'Nothing is saved yet.')

  function say(words) {
    if (!line) return
    delete line.dataset.problem
    line.textContent = words
  }

  function problem(words) {
    if (!line) return
    line.dataset.problem = ''
    if (line.textContent !== words) line.textContent = words
  }

  setInterval(save, EVERY)
  form.addEventListener('focusout', save)
  form.addEventListener('submit', event => {
    if (saving && !afterSaving) return sendAfterSaving(event)
    stopped = true
  })
  addEventListener('pageshow', event => { if (event.persisted) { stopped = false; afterSaving = null } })
}

// Files are sent with the form itself, never in the background.
function fields(form) {
  const texts = [...new FormData(form)].filter(([, value]) => typeof value === 'string')
  return new URLSearchParams(texts).toString()
}

// The version the server answered with is not a change made by the person.
function withVersion(sent, field) {
  if (!field) return sent
  const body = new URLSearchParams(sent)
  body.set('version', field.value)
  return body.toString()
}

function post(form, body) {
  return fetch(form.dataset.autosave, {
    method: 'POST',
    body,
    credentials: 'same-origin',
    keepalive: body.length < 60_000,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8', 'X-Autosave': '1', Accept: 'application/json' }
  })
}
