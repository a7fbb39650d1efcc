// Builds the style sheet and copies the scripts into the folder given as the argument, under a name made of their
// content, so that browsers may keep them for ever. Does nothing when nothing has changed.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const sources = dirname(fileURLToPath(import.meta.url))
const root = resolve(sources, '../../..')
const modules = join(root, 'node_modules')
const out = resolve(process.argv[2])

const hash = parts => parts.reduce((sum, part) => sum.update(part), createHash('sha256')).digest('hex').slice(0, 16)
const read = (...path) => readFileSync(join(...path))
const filesIn = folder => readdirSync(folder).sort().map(name => join(folder, name))

function installPackages() {
  const lock = hash([read(root, 'package-lock.json')])
  const stamp = join(modules, '.sightline-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const options = ['ci', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', '--loglevel=error']
  execFileSync(npm, options, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: npm.endsWith('.cmd') })
  writeFileSync(stamp, lock)
}

// The MOJ's own Sass would configure the GOV.UK Frontend a second time, so its built sheet is taken as it is,
// in our typeface and with its pictures beside it.
function mojStyles() {
  return read(modules, '@ministryofjustice/frontend/moj/moj-frontend.min.css').toString()
    .replaceAll('GDS Transport,arial', 'Arial')
    .replaceAll('/assets/images/', 'images/')
    .replace(/\/\*# sourceMappingURL=.*\*\//, '')
}

async function ourStyles() {
  const sass = await import(pathToFileURL(join(modules, 'sass/sass.node.mjs')))
  const sheet = sass.compile(join(sources, 'sightline.scss'), {
    style: 'compressed', loadPaths: [modules], quietDeps: true
  })
  return sheet.css
}

function copyScripts(folder) {
  const copy = (from, to) => writeFileSync(join(folder, to), read(modules, from).toString().replace(/\n\/\/# sourceMappingURL=.*/, ''))
  copy('govuk-frontend/dist/govuk/govuk-frontend.min.js', 'govuk-frontend.js')
  copy('htmx.org/dist/htmx.min.js', 'htmx.js')
  for (const file of filesIn(sources).filter(name => /\.(js|svg)$/.test(name))) {
    cpSync(file, join(folder, file.slice(sources.length + 1)))
  }
}

function copyPictures(folder, css) {
  mkdirSync(join(folder, 'images'))
  for (const [, name] of css.matchAll(/url\(images\/([^)]+)\)/g)) {
    cpSync(join(modules, '@ministryofjustice/frontend/moj/assets/images', name), join(folder, 'images', name))
  }
}

async function build() {
  const inputs = hash([...filesIn(sources).map(file => read(file)), read(root, 'package-lock.json')])
  const stamp = join(out, 'inputs')
  if (existsSync(join(out, 'version')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return
  installPackages()
  rmSync(out, { recursive: true, force: true })
  const folder = join(out, 'building')
  mkdirSync(folder, { recursive: true })
  const moj = mojStyles()
  writeFileSync(join(folder, 'sightline.css'), moj + (await ourStyles()))
  copyScripts(folder)
  copyPictures(folder, moj)
  const version = hash(filesIn(folder).filter(file => !file.endsWith('images')).map(file => readFileSync(file)))
  renameSync(folder, join(out, version))
  writeFileSync(join(out, 'version'), version)
  writeFileSync(stamp, inputs)
}

await build()
