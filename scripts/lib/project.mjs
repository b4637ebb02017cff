import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The project's top folder, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Where built pages, reports and screenshots go. */
export const DIST = `${ROOT}dist`
export const ARTIFACTS = `${ROOT}artifacts`

/**
 * Runs a program in the project's top folder and answers its exit code (1 if a signal ended it or it
 * could not be started). It shares this process's output, or with `quiet` gives it only on failure.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...options.env },
      // npm is a .cmd file on Windows, which only a shell can start.
      shell: process.platform === 'win32' && command === 'npm',
    })
    let kept = ''
    const keep = (/** @type {Buffer} */ bytes) => {
      kept += bytes.toString()
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`)
      resolve(1)
    })
    child.on('close', (code) => {
      if (code !== 0) process.stderr.write(kept)
      resolve(code ?? 1)
    })
  })
}

/**
 * Runs a tool that is installed in node_modules, with the Node that runs this script.
 *
 * @param {string} file the tool's entry below node_modules
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options]
 */
export function runTool(file, args, options) {
  return run(process.execPath, [`${ROOT}node_modules/${file}`, ...args], options)
}
