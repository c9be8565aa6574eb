const fs = require("fs");
const path = require("path");
const os = require("os");

/** Where office-addin-dev-certs keeps the development certificate of this user. */
const FOLDER = path.join(os.homedir(), ".office-addin-dev-certs");

/** Key, certificate and authority of https://localhost; `npm run start:excel` installs them first. */
function certificateFiles() {
  const read = (name) => {
    const file = path.join(FOLDER, name);
    if (!fs.existsSync(file)) throw new Error(`${name} is missing: run "npx office-addin-dev-certs install" and try again`);
    return fs.readFileSync(file);
  };
  return { key: read("localhost.key"), cert: read("localhost.crt"), ca: read("ca.crt") };
}

module.exports = { certificateFiles };
