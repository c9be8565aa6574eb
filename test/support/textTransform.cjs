// Gives a .txt file as the module's default export, as the bundler does.
module.exports = { process: (source) => ({ code: `module.exports = { __esModule: true, default: ${JSON.stringify(source)} };` }) };
