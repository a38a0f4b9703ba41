// Loaded into the web server before anything else: if the starter is killed outright, the server must not keep the port.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
