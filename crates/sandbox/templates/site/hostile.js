// What some web sites do to what all scripts on them share.
Array.prototype.map = function () {
  throw new Error("this site has its own idea of map");
};
Object.prototype.x = "on every object";
window.fetch = () => {
  throw new Error("this site has its own idea of fetch");
};
window.JSON = { parse: () => undefined, stringify: () => "" };
