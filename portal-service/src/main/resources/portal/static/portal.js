// Shortcuts, rows that open in place, and toasts. Every page works without this file.
(function () {
  'use strict';
  var toast = document.getElementById('toast');
  var timer = 0;

  function say(text) {
    if (!toast || !text) return;
    toast.textContent = text;
    toast.classList.remove('gone');
    window.clearTimeout(timer);
    timer = window.setTimeout(function () { toast.classList.add('gone'); }, 8000);
  }

  function rows() { return Array.prototype.slice.call(document.querySelectorAll('tr.r')); }

  function current() {
    var at = document.activeElement && document.activeElement.closest('tr.r');
    return at ? rows().indexOf(at) : -1;
  }

  function move(by) {
    var all = rows();
    if (!all.length) return;
    var next = Math.max(0, Math.min(all.length - 1, current() + by));
    var link = all[next].querySelector('a');
    if (link) link.focus();
  }

  var pages = { w: '/worklist', g: '/gaps', r: '/roster', c: '/contracts', d: '/data' };
  var waiting = false;

  function typing(target) {
    return target.closest('input, textarea, select, [contenteditable]') !== null;
  }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.documentElement.getAttribute('data-keys') === 'off') return;
    if (waiting && pages[event.key]) {
      waiting = false;
      window.location.assign(pages[event.key]);
      return;
    }
    waiting = event.key === 'g';
    if (event.key === 'j') move(1);
    if (event.key === 'k') move(-1);
    if (event.key === 'l') {
      var all = rows();
      var open = current() >= 0 && all[current()].querySelector('[data-open]');
      if (open) open.click();
    }
  });

  document.body.addEventListener('htmx:afterSettle', function () {
    var part = document.getElementById('content');
    var text = part && part.getAttribute('data-toast');
    if (text) {
      part.removeAttribute('data-toast');
      say(text);
      var main = document.getElementById('main');
      if (main && document.activeElement === document.body) main.focus();
    }
  });
  document.body.addEventListener('htmx:responseError', function () {
    say('That did not work and nothing was saved. Reload the page and try again.');
  });
  document.body.addEventListener('htmx:sendError', function () {
    say('The portal does not answer. Nothing was saved.');
  });
  if (toast && toast.textContent.trim()) say(toast.textContent.trim());
}());
