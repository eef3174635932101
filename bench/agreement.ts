/**
 * Unpinned sets, resolved by this program, pip and uv one after the other, on the index that pip is configured for: a row of
 * docs/compatibility.md for each.
 *   node bench/agreement.ts [set…]        a set: a file of bench/sets, or requirements between quotes
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tools } from './lib/tools.ts'

const ROOT = join(import.meta.dirname, '..')
const SETS = [
  'bench/sets/small.in', 'bench/sets/web.in', 'bench/sets/sci.in', 'requests', 'flask', 'fastapi[standard]', 'django djangorestframework celery',
  'black mypy ruff pytest pytest-cov', 'boto3 awscli', 'httpx[http2,cli] rich typer', 'sqlalchemy alembic psycopg2-binary', 'pandas matplotlib', 'scikit-learn xgboost',
  'jupyterlab', 'poetry', 'mkdocs-material sphinx', 'transformers datasets', 'bench/sets/old-sphinx.in', 'bench/sets/backtrack-boto.in', 'bench/sets/jupyter.in',
  'django>=5,<6 djangorestframework django-filter django-allauth[socialaccount] celery[redis] gunicorn whitenoise psycopg[binary] sentry-sdk[django]',
  'fastapi[all] sqlalchemy[asyncio] asyncpg alembic python-jose[cryptography] passlib[bcrypt] pytest-asyncio',
  'pandas[excel,parquet] scikit-learn statsmodels seaborn polars duckdb plotly',
  'boto3 aiobotocore[boto3] s3fs moto[s3]',
  'sphinx<8 sphinx-rtd-theme myst-parser sphinx-copybutton furo sphinx-autobuild',
  'notebook<7 ipywidgets<8 nbconvert[webpdf] jupytext',
  'flask==1.1.4 markupsafe==2.0.1 requests==2.25.1 urllib3<1.27 click<8',
  'black>=24.1a1 pydantic>=2.13.0b1 httpx>=1.0.dev1',
  'django pydantic numpy --pre',
  'tox pre-commit nox hatch twine build cibuildwheel',
  'google-cloud-storage google-cloud-bigquery[pandas] grpcio-status protobuf<6',
  'streamlit langchain[openai] chromadb',
  'transformers[torch,sentencepiece] accelerate datasets[audio] peft',
  'bench/sets/airflow-2.in', 'azure-identity azure-storage-blob azure-cli-core', 'tensorflow keras-tuner', 'dbt-core dbt-postgres dbt-bigquery',
]

/** Name → version; undefined when refused. */
type Answer = ReadonlyMap<string, string> | undefined

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'ignore'], timeout: 900_000 }).status === 0
}

function fromReport(path: string): Answer {
  if (!existsSync(path)) return undefined
  const { install } = JSON.parse(readFileSync(path, 'utf8')) as { install: { metadata: { name: string; version: string } }[] }
  return new Map(install.map(({ metadata }) => [normal(metadata.name), metadata.version]))
}

function fromPins(path: string): Answer {
  if (!existsSync(path)) return undefined
  return new Map([...readFileSync(path, 'utf8').matchAll(/^([\w.-]+)(?:\[.*\])?==([^\s;]+)/gm)].map(([, name = '', version = '']) => [normal(name), version]))
}

function normal(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}

function compared(ours: Answer, theirs: Answer): string {
  if (ours === undefined || theirs === undefined) return ours === theirs ? 'refused by both' : `refused by ${ours === undefined ? 'us' : 'it'}`
  const names = [...new Set([...ours.keys(), ...theirs.keys()])].filter((name) => ours.get(name) !== theirs.get(name))
  return names.length === 0 ? 'equal' : names.map((name) => `${name} ${ours.get(name) ?? '–'} here, ${theirs.get(name) ?? '–'} there`).join('; ')
}

const { python, pip, uv } = tools()
const folder = mkdtempSync(join(tmpdir(), 'agreement-'))
console.log(`${new Date().toISOString().slice(0, 16)}\n\n| set | packages | beside pip | beside uv |\n| --- | --- | --- | --- |`)
for (const set of process.argv.length > 2 ? process.argv.slice(2) : SETS) {
  const file = set.endsWith('.in') ? set : join(folder, 'set.in')
  if (file !== set) writeFileSync(file, set.split(' ').join('\n'))
  const [ours, theirs, uvs] = [join(folder, 'ours.json'), join(folder, 'pip.json'), join(folder, 'uv.txt')]
  for (const path of [ours, theirs, uvs]) rmSync(path, { force: true })
  const asked = ['install', '--python', python, '--dry-run', '--ignore-installed', '--quiet', '--report']
  run(process.execPath, ['--disable-warning=ExperimentalWarning', join(ROOT, 'src', 'cli.ts'), ...asked, ours, '-r', file])
  run(pip, ['--python', python, 'install', '--dry-run', '--ignore-installed', '--quiet', '--report', theirs, '-r', file])
  run(uv, ['pip', 'compile', '--quiet', '--python', python, '--output-file', uvs, file])
  const answer = fromReport(ours)
  console.log(`| \`${set}\` | ${answer?.size ?? '–'} | ${compared(answer, fromReport(theirs))} | ${compared(answer, fromPins(uvs))} |`)
}
rmSync(folder, { recursive: true })
