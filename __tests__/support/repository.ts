import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeFiles } from './sdist.ts'
import { mustRun } from './process.ts'

/** A git repository on disk that tests clone from. */
export interface TestRepository {
  readonly root: string
  /** `file://` URL. */
  readonly url: string
  /** Runs git in it; gives its output, trimmed. */
  git(...args: string[]): Promise<string>
  /** Writes files and commits everything; gives the commit. */
  commit(files: Readonly<Record<string, string>>): Promise<string>
  /** Adds another repository as a submodule and commits. */
  submodule(other: TestRepository, path: string): Promise<string>
}

/** Makes an empty repository with the branch `main`. */
export async function aRepository(root: string): Promise<TestRepository> {
  mkdirSync(root, { recursive: true })
  const git = async (...args: string[]): Promise<string> => (await mustRun('git', ['-c', 'protocol.file.allow=always', ...args], { cwd: root, env: AUTHOR })).trim()
  await git('init', '--quiet', '--initial-branch=main')
  await git('config', 'uploadpack.allowFilter', 'true')
  const commitAll = async (): Promise<string> => {
    await git('add', '--all')
    await git('commit', '--quiet', '--allow-empty', '-m', 'a commit')
    return git('rev-parse', 'HEAD')
  }
  return {
    root,
    url: `file://${root}`,
    git,
    commit: async (files) => {
      writeFiles(root, files)
      return commitAll()
    },
    submodule: async (other, path) => {
      await git('submodule', 'add', '--quiet', other.url, path)
      return commitAll()
    },
  }
}

const AUTHOR = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@host.test', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@host.test', GIT_CONFIG_NOSYSTEM: '1' }

/** An environment for git with a configuration of its own, which lets submodules be local. */
export function gitEnvironment(home: string): Record<string, string> {
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, '.gitconfig'), '[protocol "file"]\n\tallow = always\n[advice]\n\tdetachedHead = false\n')
  return { PATH: process.env['PATH'] ?? '', HOME: home, GIT_CONFIG_NOSYSTEM: '1' }
}
