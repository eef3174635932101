import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, expect } from '@jest/globals'
import type { IndexServer } from '../index-server/server.ts'
import { findPython } from '../python.ts'
import { Job, type JobAction, type JobOptions, type StepResult } from './job.ts'

/** A job with one use of the action. */
export interface Given extends JobOptions {
  /** Path → content, below the workspace; default: a requirements.txt that asks for `app`. */
  readonly files?: Readonly<Record<string, string>>
  readonly inputs?: Readonly<Record<string, string>>
}

export interface Use {
  readonly job: Job
  readonly action: JobAction
}

/** Makes uses of the action of this file in jobs of their own, whose Python is that of the tests; jobs end with their test. */
export function usesOf(actionFile: string, index: () => IndexServer): (given?: Given) => Use {
  const jobs: Job[] = []
  afterEach(() => {
    for (const job of jobs.splice(0)) job.close()
  })
  return ({ files = { 'requirements.txt': 'app\n' }, inputs = {}, ...options } = {}) => {
    const job = new Job({ ...options, env: { PIP_INDEX_URL: index().indexUrl(), ...options.env } })
    jobs.push(job)
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(job.workspace, file)), { recursive: true })
      writeFileSync(join(job.workspace, file), text)
    }
    return { job, action: job.action(actionFile, { 'python-path': findPython().executable, venv: 'env', ...inputs }) }
  }
}

/** The result of a step that has to be green; its log is the message otherwise. */
export function succeeded(result: StepResult): StepResult {
  expect({ status: result.status, log: result.status === 0 ? '' : result.output }).toEqual({ status: 0, log: '' })
  return result
}
