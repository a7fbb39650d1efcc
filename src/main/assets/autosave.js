// Saves a form's fields to the server while they are typed: every ten seconds when something changed, and on leaving
// a field. The server answers {"saved":"14:02","version":3}. Nothing is kept in the browser's storage.
const EVERY = 10_000
const LONGEST_WAIT = 120_000
const LONGEST_HOLD = 3_000
const BROKEN_OFF = 30_000

export function keepSaved(form) {
  const line = form.querySelector('[data-saved]')
  let last = fields(form)
  let savedAt = null
  let saving = null
  let held = false
  let released = false
  let stopped = false
  let failures = 0
  let notBefore = 0

  function save() {
    const now = fields(form)
    if (saving || stopped || now === last || Date.now() < notBefore) return
    saving = send(now).finally(() => { saving = null })
  }

  async function send(now) {
    try {
      await answer(await post(form, now), now)
    } catch {
      retryLater()
    }
  }

  async function answer(response, sent) {
    if (response.status === 409) return behind(await response.json())
    if (response.status === 410) return gone()
    if (response.status === 401 || response.status === 403) return signedOut()
    if (!response.ok || response.redirected) throw new Error(`Not saved: ${response.status}`)
    const { saved, version } = await response.json()
    last = withVersion(sent, take(version))
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

  function take(version) {
    const field = form.querySelector('input[name="version"]')
    if (field && version !== undefined) field.value = version
    return field
  }

  // The server tells its version when the last save was this page's own, and only the answer to it was lost.
  function behind({ version }) {
    if (version !== undefined) {
      take(version)
      return setTimeout(save)
    }
    stopped = true
    problem('This page was changed in another window, or by a colleague. Nothing is lost: save it here, and you will see both.')
  }

  function gone() {
    stopped = true
    problem('This was sent from another window. What you have typed here since is not in it: save this page, and you can add it to what was sent.')
  }

  function signedOut() {
    notBefore = Date.now() + EVERY - 1
    problem(`You have been signed out. Sign in in a new tab, then come back: your text is kept here${savedAt ? ` and up to ${savedAt} on the server` : ''}.`)
  }

  // A save under way changes the version, so the form waits for it: sent beside it, it would seem to come from another
  // window. It waits once, however often it is pressed, and not for ever.
  async function sendAfterSaving(submitter) {
    held = true
    await Promise.race([saving, pause(LONGEST_HOLD)])
    held = false
    released = true
    form.requestSubmit(submitter)
    released = false
  }

  // The page is still here, or here again: somebody stopped the sending, or came back.
  function stay() {
    stopped = false
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
    stopped = true
    if (!saving || released) return setTimeout(stay, BROKEN_OFF)
    event.preventDefault()
    if (!held) sendAfterSaving(event.submitter)
  })
  addEventListener('pageshow', event => { if (event.persisted) stay() })
}

const pause = millis => new Promise(done => setTimeout(done, millis))

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
