import { UserError } from '../kernel/errors.ts'
import type { EventBus } from '../kernel/events.ts'
import type { Destination } from '../install/types.ts'
import type { InstallOptions } from '../requests/install-options.ts'
import { checkUserSite, fallsBackToUser, prefixScheme, rootedScheme, targetDirScheme, userScheme } from '../target/schemes.ts'
import type { Scheme, Target } from '../target/types.ts'

type TargetSettings = InstallOptions['target']

/**
 * Where a run installs to: the place that was asked for, or the user's site-packages where the environment cannot be written
 * and the interpreter looks there (pip's default). Throws `target-managed`, `usage`, `virtualenv-missing`.
 */
export function chooseDestination(target: Target, settings: TargetSettings, events: EventBus): Destination {
  if (settings.requireVirtualenv && !target.isVirtualEnvironment) {
    throw new UserError('virtualenv-missing', 'a virtual environment is required (--require-virtualenv), and the target is none', { details: [`interpreter: ${target.python}`] })
  }
  return { scheme: chooseScheme(target, settings.placement, events), python: pythonOf(target) }
}

/** The interpreter as scripts will name it. */
export function pythonOf(target: Pick<Target, 'python' | 'version'>): Destination['python'] {
  const [major = 3, minor = 0] = target.version.split('.').map(Number)
  return { path: target.python, major, minor }
}

function chooseScheme(target: Target, placement: TargetSettings['placement'], events: EventBus): Scheme {
  switch (placement.kind) {
    case 'environment': {
      const isUsers = placement.userFallback && placement.root === undefined && fallsBackToUser(target)
      if (isUsers) events.notice('info', `${target.scheme.purelib} cannot be written: installing into the user's site-packages`)
      return rooted(isUsers ? userScheme(target) : target.scheme, placement.root)
    }
    case 'folder':
      return targetDirScheme(target, placement.path)
    case 'prefix':
      return rooted(prefixScheme(target, placement.path), placement.root)
    case 'user':
      checkUserSite(target)
      return rooted(userScheme(target), placement.root)
  }
}

function rooted(scheme: Scheme, root: string | undefined): Scheme {
  return root === undefined ? scheme : rootedScheme(scheme, root)
}

/** Refuses to touch an environment that belongs to the system (PEP 668); as in pip, other roots, folders and prefixes are free. */
export function refuseManaged(target: Target, settings: TargetSettings): void {
  const { placement } = settings
  const isElsewhere = placement.kind === 'folder' || placement.kind === 'prefix' || placement.root !== undefined
  if (target.externallyManaged === undefined || isElsewhere || settings.breakSystemPackages) return
  throw new UserError('target-managed', `${target.prefix} is managed by the system`, {
    details: target.externallyManaged.trim().split('\n'),
    hint: 'install into a virtual environment (--venv DIR), or, at your own risk, use --break-system-packages',
  })
}
