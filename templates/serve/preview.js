// Keeps the findings and the page beside them up with the files. Texts are set as text, never as
// markup: they quote what stands in maps.
(() => {
  const byId = (id) => document.getElementById(id);
  const frame = byId('page'), list = byId('list'), scope = byId('scope');
  let state = { number: -1, problem: '', total: 0, pages: {}, findings: [] };
  let wanted = 'page';

  const element = (tag, text, kind) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };

  // What stands between backticks is something to write down.
  const words = (tag, text) => {
    const made = document.createElement(tag);
    made.append(...text.split('`').map((piece, n) => (n % 2 ? element('code', piece) : piece)));
    return made;
  };

  const here = () => {
    try { return decodeURIComponent(frame.contentWindow.location.pathname.replace(/^\/pages\//, '')); } catch { return ''; }
  };

  const item = (finding) => {
    const row = element('li', '', finding.severity);
    const head = element('div');
    head.append(element('span', finding.severity, 'word'));
    if (finding.href) {
      const link = words('a', finding.message);
      link.href = `/pages/${finding.href}`;
      link.target = 'page';
      head.append(link);
    } else head.append(words('strong', finding.message));
    row.append(head);
    if (finding.why) row.append(words('p', finding.why));
    if (finding.hint) row.append(words('p', finding.hint));
    const place = element('p');
    place.append(element('code', finding.place));
    row.append(place);
    return row;
  };

  const draw = () => {
    const journey = state.pages[here()] || '';
    scope.hidden = !journey;
    for (const button of scope.children) button.setAttribute('aria-pressed', String(button.value === wanted));
    const narrowed = journey && wanted === 'page';
    // An unreadable file belongs to no journey yet, and must be seen everywhere.
    const shown = state.findings.filter((f) => !narrowed || f.journey === journey || !f.journey);
    list.replaceChildren(...shown.map(item));
    byId('summary').textContent = state.total === 1 ? '1 finding' : `${state.total} findings`;
    byId('problem').hidden = !state.problem;
    byId('problem').textContent = state.problem && `You see ${state.problem}`;
    const left = state.total - state.findings.length;
    byId('rest').hidden = left <= 0;
    byId('rest').textContent = `and ${left} more: cxmap lint lists them all`;
  };

  const update = async () => {
    state = await (await fetch('/state')).json();
    draw();
  };

  // The page that is open stays open, at the place it was scrolled to.
  const reload = () => {
    const view = frame.contentWindow;
    const { scrollX, scrollY } = view;
    frame.addEventListener('load', () => frame.contentWindow.scrollTo(scrollX, scrollY), { once: true });
    if (state.pages[here()] === undefined) frame.src = '/pages/index.html';
    else view.location.reload();
  };

  const theme = () => {
    const chosen = frame.contentDocument?.documentElement?.getAttribute('data-theme');
    if (chosen) document.documentElement.setAttribute('data-theme', chosen);
    else document.documentElement.removeAttribute('data-theme');
  };

  frame.addEventListener('load', () => {
    draw();
    theme();
    const root = frame.contentDocument?.documentElement;
    if (root) new MutationObserver(theme).observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  });
  scope.addEventListener('click', (event) => {
    if (!event.target.value) return;
    wanted = event.target.value;
    draw();
  });
  byId('fold').addEventListener('click', (event) => {
    const folded = document.body.classList.toggle('folded');
    event.target.textContent = folded ? 'Show' : 'Hide';
    event.target.setAttribute('aria-expanded', String(!folded));
  });

  const news = new EventSource('/events');
  news.onmessage = async (event) => {
    const first = state.number < 0;
    if (Number(event.data) === state.number) return;
    await update();
    if (!first) reload();
  };
  news.onerror = () => { byId('summary').textContent = 'the preview has stopped'; };
})();
