// What proves a figure is shown beside it, wherever the pointer or the focus is. Values of a chart are one stop of the keyboard: arrows
// lead from one to the next, on slides those up and down.
(() => {
'use strict';
const doc = document, tip = doc.getElementById('tip');
if (!tip) return;
let on = null;
const hide = () => { tip.hidden = true; on = null; };
const show = e => {
if (e === on) return;
on = e;
const p = doc.getElementById(e.getAttribute('aria-describedby') ?? e.dataset.p ?? ''), said = e.getAttribute('aria-label');
tip.replaceChildren();
tip.className = 'p';
if (said) { const b = doc.createElement('b'); b.className = 'pv'; b.textContent = said; tip.append(b); }
if (p) for (const c of p.children) tip.append(c.cloneNode(true));
tip.hidden = false;
const r = (e.getClientRects()[0] ?? e.getBoundingClientRect()), t = tip.getBoundingClientRect(), w = doc.documentElement.clientWidth, h = innerHeight;
tip.style.left = Math.max(12, Math.min(w - t.width - 12, r.left + r.width / 2 - t.width / 2)) + 'px';
tip.style.top = (r.bottom + 8 + t.height < h || r.top < t.height + 16 ? r.bottom + 8 : r.top - t.height - 8) + 'px';
};
const of = e => e.target.closest?.('.pf,.mk');
doc.addEventListener('pointerover', e => { const x = of(e); if (x) show(x); else if (on && on !== doc.activeElement && !tip.contains(e.target)) hide(); });
doc.addEventListener('focusin', e => { const x = of(e); if (x) show(x); else hide(); });
doc.addEventListener('focusout', hide);
doc.addEventListener('click', e => { const x = of(e); if (x) { e.preventDefault(); on = null; show(x); } }, true);
addEventListener('scroll', hide, {passive: true, capture: true});
for (const m of doc.querySelectorAll('.mks')) [...m.children].forEach((b, i) => { b.tabIndex = i ? -1 : 0; });
addEventListener('keydown', e => {
if (e.key === 'Escape' && on) { hide(); e.stopImmediatePropagation(); return; }
const b = e.target.closest?.('.mk');
if (!b || e.ctrlKey || e.metaKey || e.altKey) return;
const all = [...b.parentNode.children], n = all.indexOf(b);
const flow = b.closest('#read'), steps = {ArrowDown: n + 1, ArrowUp: n - 1}; // on slides the other keys turn the slides
const to = (flow ? {...steps, ArrowRight: n + 1, ArrowLeft: n - 1, Home: 0, End: all.length - 1} : steps)[e.key];
if (to === undefined) return;
e.preventDefault();
e.stopImmediatePropagation();
const next = all[Math.max(0, Math.min(all.length - 1, to))];
b.tabIndex = -1;
next.tabIndex = 0;
next.focus();
}, true);
})();
