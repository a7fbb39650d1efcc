// What a page gains when scripts run. Nothing here is needed to do the work, and nothing is kept in the browser.
import { initAll } from './govuk-frontend.js'
import { keepSaved } from './autosave.js'
import { warnBeforeSignOut } from './timeout.js'
import { walkQueue } from './queue.js'
import { keepFresh } from './fresh.js'

// htmx notes the address of each page in the browser's storage even with its history switched off.
sessionStorage.removeItem('htmx-current-path-for-history')

initAll()
document.querySelectorAll('form[data-autosave]').forEach(keepSaved)
document.querySelectorAll('dialog[data-idle-seconds]').forEach(warnBeforeSignOut)
document.querySelectorAll('table[data-queue]').forEach(walkQueue)
document.querySelectorAll('[data-fresh]').forEach(keepFresh)
