// The sandbox lives in the story's page: it is asked over a channel where to go on.
const channel = new BroadcastChannel('ack-story-consent');
const address = location.href;

channel.addEventListener('message', ({ data }) => {
  if (data.address === address && typeof data.next === 'string') location.replace(data.next);
});
for (const button of document.querySelectorAll('button')) {
  button.addEventListener('click', () => {
    document.querySelector('[role="status"]').textContent = 'One moment';
    channel.postMessage({ address, decision: button.value });
  });
}
