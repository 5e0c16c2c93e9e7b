(() => {
  const d = document, root = d.documentElement;
  root.classList.add('js');

  // the theme: system, then light, then dark
  const store = {
    get() { try { return localStorage.getItem('cxmap-theme'); } catch { return null; } },
    set(v) { try { v ? localStorage.setItem('cxmap-theme', v) : localStorage.removeItem('cxmap-theme'); } catch { /* private mode */ } }
  };
  const button = d.querySelector('.theme');
  const apply = v => {
    v ? root.setAttribute('data-theme', v) : root.removeAttribute('data-theme');
    if (button) button.querySelector('span').textContent = v === 'dark' ? 'Dark' : v === 'light' ? 'Light' : 'System';
  };
  apply(store.get());
  if (button) button.addEventListener('click', () => {
    const now = root.getAttribute('data-theme');
    const next = now === null ? 'light' : now === 'light' ? 'dark' : null;
    store.set(next); apply(next);
  });

  // one file with many pages: show the one that the address names, the first otherwise
  const leaves = [...d.querySelectorAll('.leaf')];
  const target = () => { try { return decodeURIComponent(location.hash.slice(1).split('?')[0]); } catch { return ''; } };
  const turn = () => {
    if (!leaves.length) return;
    const el = d.getElementById(target());
    const here = (el && el.closest('.leaf')) || leaves.find(l => l.classList.contains('here')) || leaves[0];
    for (const leaf of leaves) leaf.classList.toggle('here', leaf === here);
    if (el && el !== here) el.scrollIntoView(); else if (el) scrollTo(0, 0);
  };
  addEventListener('hashchange', turn);
  turn();

  // the search keeps the pages that have every word, in any order and any case, and adds the
  // touchpoints that do; the index has them without markup, as there may be tens of thousands
  for (const page of d.querySelectorAll('[data-search]')) {
    const field = page.querySelector('input'), out = page.querySelector('output');
    const list = page.querySelector('.found'), most = 200;
    const plain = text => text.replace(/[\u00ad\u200b]/g, '').toLowerCase();
    const entries = [...list.children].map(li => [li, plain(li.textContent)]);
    const index = page.querySelector('[data-index]');
    const points = (index ? JSON.parse(index.textContent) : []).flatMap(([title, state, start, spots]) =>
      spots.map(([number, what, id, pains]) => ({
        words: number + ' ' + what, href: start + encodeURIComponent(id), beside: pains ? title + '. ' + pains : title,
        sort: state === 'target' ? 'Target touchpoint' : 'Touchpoint',
        text: plain([number, what, title, pains, state === 'target' ? 'target' : '', 'touchpoint'].join(' '))
      })));
    const entry = point => {
      const li = d.createElement('li'), a = d.createElement('a'), sort = d.createElement('span'), beside = d.createElement('span');
      a.href = point.href; a.textContent = point.words;
      sort.className = 'n'; sort.textContent = point.sort;
      beside.className = 'muted'; beside.textContent = point.beside;
      li.append(a, ' ', sort, ' ', beside);
      return li;
    };
    const find = () => {
      const words = plain(field.value).split(/\s+/).filter(Boolean);
      const hit = text => words.every(w => text.includes(w));
      let shown = 0;
      for (const [li, text] of entries) { li.hidden = !hit(text); shown += !li.hidden; }
      const found = words.length ? points.filter(p => hit(p.text)) : [];
      list.replaceChildren(...entries.map(e => e[0]), ...found.slice(0, most).map(entry));
      out.textContent = (shown + found.length) + ' of ' + (entries.length + points.length) + (found.length > most ? ', the first ' + (shown + most) + ' shown' : '');
    };
    field.addEventListener('input', find);
    page.querySelector('form').addEventListener('submit', e => e.preventDefault());
    find();
  }

  // a filter drives the map and the table of its page; the choice is kept in the address after #?
  for (const form of d.querySelectorAll('form.filter')) {
    const page = form.closest('[data-page]');
    const items = [...page.querySelectorAll('[data-tp]')];
    const out = form.querySelector('output'), none = page.querySelector('.nomatch');
    const has = (el, key, v) => !v || (' ' + (el.getAttribute('data-' + key) || '') + ' ').includes(' ' + v + ' ');
    const run = () => {
      const f = Object.fromEntries(new FormData(form));
      let shown = 0, total = 0;
      for (const el of items) {
        const gap = el.getAttribute('data-gap');
        const hit = has(el, 'team', f.team) && has(el, 'ch', f.ch) && (!f.gap || (f.gap === 'any' ? gap !== '' && gap !== 'voice' : f.gap === 'mot' ? el.hasAttribute('data-mot') : has(el, 'gap', f.gap)));
        if (el.tagName === 'TR') { el.hidden = !hit; total++; shown += hit; } else el.classList.toggle('dim', !hit);
      }
      for (const b of page.querySelectorAll('tbody[data-group]')) b.hidden = ![...b.querySelectorAll('[data-tp]')].some(r => !r.hidden);
      out.textContent = shown + ' of ' + total;
      if (none) none.hidden = shown > 0;
      const q = new URLSearchParams(Object.entries(f).filter(e => e[1])).toString();
      if (!leaves.length && (q || location.hash.startsWith('#?'))) location.hash = '#?' + q;
    };
    if (!leaves.length && location.hash.startsWith('#?')) {
      const q = new URLSearchParams(location.hash.slice(2));
      for (const s of form.querySelectorAll('select')) s.value = q.get(s.name) || '';
    }
    form.addEventListener('change', run);
    form.addEventListener('submit', e => e.preventDefault());
    form.addEventListener('reset', () => setTimeout(run));
    run();
  }
})();
