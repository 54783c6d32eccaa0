// Keeps the member code of the minute on the page: counts down, then asks central for the next.
"use strict";

(function () {
  const live = document.getElementById("live");
  if (!live) {
    return;
  }
  const path = live.querySelector(".qr path");
  const picture = live.querySelector(".qr");
  const ground = live.querySelector(".qr rect");
  const digits = document.getElementById("digits");
  const left = document.getElementById("left");
  const state = document.getElementById("state");
  const ring = document.getElementById("ring");
  const count = document.getElementById("count");
  const STEP_MS = 60000;
  const AGAIN_MS = 5000;
  const MOST_WAIT_MS = 10000;
  let endsAt = performance.now() + Number(live.dataset.left);
  let askAt = endsAt;
  let isAsking = false;

  function countDown() {
    const now = performance.now();
    const seconds = Math.max(0, Math.ceil((endsAt - now) / 1000));
    left.textContent = live.dataset.words.replace("#", String(seconds));
    count.textContent = String(seconds);
    ring.setAttribute("stroke-dasharray", Math.min(seconds, 60) + " 60");
    // What ran out must not be shown to a scanner as if it were good.
    live.classList.toggle("old", now >= endsAt + STEP_MS);
    if (now >= askAt && !document.hidden) {
      ask();
    }
  }

  function show(code) {
    picture.setAttribute("viewBox", "0 0 " + code.size + " " + code.size);
    ground.setAttribute("width", code.size);
    ground.setAttribute("height", code.size);
    path.setAttribute("d", code.path);
    digits.textContent = code.digits;
    say(code.used ? live.dataset.used : live.dataset.once);
    endsAt = performance.now() + code.left_ms;
    askAt = endsAt;
  }

  function say(words) {
    if (state.textContent !== words) {
      state.textContent = words;
    }
  }

  async function ask() {
    if (isAsking) {
      return;
    }
    isAsking = true;
    askAt = performance.now() + AGAIN_MS;
    const patience = new AbortController();
    const timer = setTimeout(function () { patience.abort(); }, MOST_WAIT_MS);
    try {
      const answer = await fetch(live.dataset.path, {
        cache: "no-store", credentials: "same-origin", signal: patience.signal,
      });
      if (answer.status === 401) {
        location.reload();
        return;
      }
      if (!answer.ok) {
        throw new Error("not now");
      }
      const code = await answer.json();
      if (!code.path) {
        location.reload();
        return;
      }
      show(code);
    } catch (error) {
      say(live.dataset.gone);
    } finally {
      clearTimeout(timer);
      isAsking = false;
    }
  }

  document.addEventListener("visibilitychange", function () {
    if (!document.hidden) {
      ask();
    }
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) {
      ask();
    }
  });
  live.classList.add("live");
  setInterval(countDown, 250);
  countDown();
})();
