import fc from 'fast-check'

// Laws draw the same cases in each run, so that a failure is that of the change at hand. `LAWS_SEED=n` looks elsewhere.
fc.configureGlobal({ seed: Number(process.env['LAWS_SEED'] ?? 20261122) })
