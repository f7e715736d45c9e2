// Notes what scripts of others do to the page, and shows it at its foot. It keeps what it needs by
// itself: on the hostile page nothing else is to be relied on.
(() => {
  const keys = Object.keys;
  const before = new Set(keys(window));
  let errors = 0;
  let shift = 0;

  const put = (id, text) => {
    const place = document.getElementById(id);
    if (place && place.textContent !== text) place.textContent = text;
  };
  const tell = () => {
    const names = [];
    for (const name of keys(window)) if (!before.has(name)) names[names.length] = name;
    put("errors", String(errors));
    put("shift", shift.toFixed(3));
    put("names", names.length ? names.join(", ") : "none");
    put("cookies", document.cookie || "none");
  };
  const failed = () => {
    errors += 1;
    tell();
  };
  addEventListener("error", failed);
  addEventListener("unhandledrejection", failed);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
    tell();
  }).observe({ type: "layout-shift", buffered: true });
  setInterval(tell, 500);
})();
