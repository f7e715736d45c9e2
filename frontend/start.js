// Starts the browser application. Trunk puts the names of its two files into preload links.
const address = (kind) => document.querySelector(`link[rel="${kind}"]`).href;

try {
  const { default: start } = await import(address("modulepreload"));
  await start({ module_or_path: address("preload") });
  document.getElementById("start")?.remove();
} catch (error) {
  console.error(error);
  const words = document.getElementById("start-words");
  if (words) {
    words.textContent = "Gangway could not be loaded. Please reload the page.";
  }
}
