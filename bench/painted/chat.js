// The least page that shows a streamed answer with `ai` and its React hook.
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { useChat } from '@ai-sdk/react';
import { DirectChatTransport, ToolLoopAgent } from 'ai';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Streamdown } from 'streamdown';

const { rate, markdown } = Object.fromEntries(new URLSearchParams(location.search));
const replay = createOpenAICompatible({ name: 'replay', baseURL: `${location.origin}/${rate}/v1`, apiKey: 'none' });
const transport = new DirectChatTransport({ agent: new ToolLoopAgent({ model: replay('paced') }) });

function Part({ text }) {
  return markdown ? createElement(Streamdown, null, text) : createElement('p', { style: { whiteSpace: 'pre-wrap' } }, text);
}

function Chat() {
  const { messages, sendMessage, status, error } = useChat({ transport });
  const answers = messages.filter(({ role }) => role === 'assistant').flatMap(({ parts }) => parts.filter(({ type }) => type === 'text'));
  return createElement(
    'main',
    { 'data-status': status },
    createElement('button', { onClick: () => sendMessage({ text: 'How do I remove a crate?' }) }, 'Ask'),
    createElement('div', { className: 'answer' }, answers.map(({ text }, at) => createElement(Part, { key: at, text }))),
    error ? createElement('p', { role: 'alert' }, String(error)) : null,
  );
}

createRoot(document.getElementById('root')).render(createElement(Chat));
