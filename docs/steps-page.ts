import { codeBlock, contentsList } from '../support/reporting/text/markdown.ts';
import { isClosed, type Phrasebook, type Pattern, type Vocabulary } from './vocabulary.ts';

/** The page `docs/steps.md`: every pattern with an example, then the phrases of every parameter type. */
export function stepsPage({ patterns, phrasebooks }: Vocabulary): string {
  const topics = [...Map.groupBy(patterns, ({ topic }) => topic)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const closed = phrasebooks.filter(isClosed);
  return `${[
    '# Steps',
    introduction(patterns, closed),
    contentsList([...topics.map(([topic]) => headingOf(topic)), 'Phrases']),
    ...topics.map(([topic, members]) => topicSection(topic, members, closed)),
    '# Phrases',
    'In a phrase, `"…"` is quoted text and `N` a number.',
    ...closed.map(phraseSection),
  ].join('\n\n')}\n`;
}

function introduction(patterns: readonly Pattern[], closed: readonly Phrasebook[]): string {
  const phrases = closed.reduce((sum, book) => sum + book.phrases.length, 0);
  return [
    `The features use ${patterns.length} step patterns, whose ${closed.length} parameter types accept ${phrases} phrases.`,
    'Look here first: a new scenario rarely needs a new pattern, and a new phrase is one line in a parameter type.',
    'Written by `npm run -s docs:steps > docs/steps.md`.',
  ].join('\n');
}

function topicSection(topic: string, patterns: readonly Pattern[], closed: readonly Phrasebook[]): string {
  return [
    `## ${headingOf(topic)}`,
    `Defined in [steps/${topic}.ts](../steps/${topic}.ts).`,
    ...patterns.map((pattern) => patternSection(pattern, closed)),
  ].join('\n\n');
}

function headingOf(topic: string): string {
  return topic.charAt(0).toUpperCase() + topic.slice(1).replaceAll('-', ' ');
}

function patternSection({ text, uses, example }: Pattern, closed: readonly Phrasebook[]): string {
  const links = closed
    .filter(({ name }) => text.includes(`{${name}}`))
    .map(({ name, phrases }) => `\`{${name}}\` is one of [${phrases.length} phrases](#${anchorOf(name)})`);
  const facts = [`${uses} ${uses === 1 ? 'use' : 'uses'}`, ...links].join('; ');
  return [`### \`${text}\``, `${facts}.`, codeBlock(example, 'gherkin')].join('\n\n');
}

/** A long list is folded. */
function phraseSection({ name, phrases }: Phrasebook): string {
  const list = phrases.map((phrase) => `- \`${phrase}\``).join('\n');
  const body =
    phrases.length > 12 ? `<details><summary>${phrases.length} phrases</summary>\n\n${list}\n\n</details>` : list;
  return `## <a id="${anchorOf(name)}"></a>${name}\n\n${body}`;
}

/** GitHub's own anchor of `## bucket` is not `#bucket`: the pattern `{bucket}` has that. */
function anchorOf(parameterType: string): string {
  return `phrases-${parameterType}`;
}
