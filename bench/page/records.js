// Records as an API answers with them: the documents that people make types of.
import { random } from './inputs.js';

const KINDS = ['push', 'fork', 'release', 'issue_comment', 'pull_request'];
const NAMES = ['ada', 'grace', 'linus', 'edsger', 'barbara', 'donald', 'margaret', 'dennis'];

/** An array of records of about `size` UTF-16 units: nested objects, lists, dates, UUIDs, members that may be missing or null. */
export function records(size) {
  const next = random(19);
  const number = (below) => Math.floor(next() * below);
  const pick = (list) => list[number(list.length)];
  const digits = (value, length) => String(value).padStart(length, '0');
  const hex = (length) => Array.from({ length }, () => number(16).toString(16)).join('');
  const date = () => `20${digits(10 + number(15), 2)}-${digits(1 + number(12), 2)}-${digits(1 + number(28), 2)}`;
  const time = () => `${date()}T${digits(number(24), 2)}:${digits(number(60), 2)}:${digits(number(60), 2)}Z`;
  const user = () => {
    const login = `${pick(NAMES)}${number(1000)}`;
    return { id: number(1e8), login, avatar_url: `https://avatars.example.com/u/${number(1e8)}?v=4`, site_admin: next() < 0.02 };
  };
  const record = () => ({
    id: `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    type: pick(KINDS),
    public: next() < 0.9,
    created_at: time(),
    actor: user(),
    repository: {
      id: number(1e9),
      full_name: `${pick(NAMES)}/project-${number(5000)}`,
      description: next() < 0.2 ? null : `The ${pick(NAMES)} of it all: "${hex(6)}",\nand more ${'words '.repeat(number(12))}`,
      stars: number(1e5),
      score: Number((next() * 100).toFixed(3)),
      topics: Array.from({ length: number(5) }, () => `topic-${number(300)}`),
      license: next() < 0.5 ? null : { key: pick(['mit', 'apache-2.0', 'bsd-3-clause']), name: 'License' },
    },
    commits: Array.from({ length: number(4) }, () => ({
      sha: hex(40),
      author: { name: pick(NAMES), email: `${pick(NAMES)}@example.com`, ...(next() < 0.5 && { date: date() }) },
      parents: [hex(40)],
      stats: { additions: number(900), deletions: number(900) },
    })),
    ...(next() < 0.3 && { organization: { ...user(), name: 'Example' } }),
  });
  const parts = [];
  for (let length = 2; length < size; ) {
    const part = JSON.stringify(record(), null, 2);
    parts.push(part);
    length += part.length + 2;
  }
  return `[${parts.join(',\n')}]`;
}
