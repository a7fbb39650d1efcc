// What a page gains when scripts run. Nothing here is needed to do the work, and nothing is kept in the browser.
import { initAll, Radios } from './govuk-frontend.js'
import { keepSaved } from './autosave.js'
import { warnBeforeSignOut } from './timeout.js'
import { walkQueue } from './queue.js'
import { keepFresh } from './fresh.js'
import { judgeByKeys } from './judge.js'

// htmx notes the address of each page in the browser's storage even with its history switched off.
sessionStorage.removeItem('htmx-current-path-for-history')

// ARIA knows no expanded radios; the question that opens follows its answer at once.
const syncRadio = Radios.prototype.syncConditionalRevealWithInputState
Radios.prototype.syncConditionalRevealWithInputState = function (input) {
  syncRadio.call(this, input)
  input.removeAttribute('aria-expanded')
}

initAll()
document.querySelectorAll('form[data-autosave]').forEach(keepSaved)
document.querySelectorAll('dialog[data-idle-seconds]').forEach(warnBeforeSignOut)
document.querySelectorAll('table[data-queue]').forEach(walkQueue)
document.querySelectorAll('[data-fresh]').forEach(keepFresh)
document.querySelectorAll('form#judge').forEach(judgeByKeys)
