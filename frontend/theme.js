// Runs before the first paint, so that a theme chosen earlier does not flash up as the other one.
// Without a choice the style sheet follows the system.
{
  const [, theme] = /(?:^|; )gangway-theme=(gangway-(?:light|dark))(?:;|$)/.exec(document.cookie) ?? [];
  if (theme !== undefined) {
    document.documentElement.dataset.theme = theme;
  }
}
