/* Begins the side by side (banding.js). From the disk a browser runs no module: there the page reads
   as without a script, and says so. */
if (location.protocol !== "file:") {
  import(new URL("banding.js", document.currentScript.src));
}
