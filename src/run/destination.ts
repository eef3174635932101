import { UserError } from '../kernel/errors.ts'
import type { InstallOptions } from '../requests/install-options.ts'
import type { Destination } from '../install/types.ts'
import { prefixScheme, rootedScheme, targetDirScheme, userScheme } from '../target/schemes.ts'
import type { Scheme, Target } from '../target/types.ts'

/** Where a run installs to. Throws `target-managed` for an environment that belongs to the system (PEP 668). */
export function chooseDestination(target: Target, settings: InstallOptions['target']): Destination {
  const scheme = chooseScheme(target, settings.placement)
  if (settings.placement.kind === 'environment' && target.externallyManaged !== undefined && !settings.breakSystemPackages) {
    throw new UserError('target-managed', `${target.prefix} is managed by the system`, {
      details: target.externallyManaged.trim().split('\n'),
      hint: 'install into a virtual environment (--venv DIR), or, at your own risk, use --break-system-packages',
    })
  }
  const [major = 3, minor = 0] = target.version.split('.').map(Number)
  return { scheme, python: { path: target.python, major, minor } }
}

function chooseScheme(target: Target, placement: InstallOptions['target']['placement']): Scheme {
  switch (placement.kind) {
    case 'environment':
      return placement.root === undefined ? target.scheme : rootedScheme(target.scheme, placement.root)
    case 'folder':
      return targetDirScheme(target, placement.path)
    case 'prefix':
      return placement.root === undefined ? prefixScheme(target, placement.path) : rootedScheme(prefixScheme(target, placement.path), placement.root)
    case 'user':
      return placement.root === undefined ? userScheme(target) : rootedScheme(userScheme(target), placement.root)
  }
}
