// Runs before the first paint, so that a theme chosen earlier does not flash up as the other one.
// Without a choice the style sheet follows the system.
try {
  const theme = localStorage.getItem("gangway-theme");
  if (theme === "gangway-light" || theme === "gangway-dark") {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // Storage is blocked: the system's theme it is.
}
