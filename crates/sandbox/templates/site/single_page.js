// Swaps pages as single-page frameworks do: the address changes, the old body goes, a new one comes.
const WORDS = {
  "": "Welcome. These pages are swapped by a script: the whole body goes, and a new one comes.",
  hours: "Monday to Friday from 9 to 5, Saturday until noon.",
  contact: "1 Harbor Street, or the button in the corner.",
};

function draw() {
  const body = document.body.cloneNode(true);
  const page = location.pathname.split("/single-page")[1].replaceAll("/", "");
  body.querySelector("#view").textContent = WORDS[page] ?? WORDS[""];
  for (const link of body.querySelectorAll("[data-swap]")) {
    if (link.pathname === location.pathname) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.body.replaceWith(body);
}

addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-swap]");
  if (!link) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  draw();
  document.querySelector(`[data-swap][aria-current]`)?.focus();
});
addEventListener("popstate", draw);
draw();
