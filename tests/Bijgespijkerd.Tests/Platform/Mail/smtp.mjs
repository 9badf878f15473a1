// A real mail server for the tests. Its first line of input is what it needs (a key and a certificate for TLS, or nothing); it prints the
// port the system chose and then a line for each letter it took, and ends with its input. What it does depends on who a letter is for.
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';

const lines = createInterface({ input: process.stdin });
let release = () => {};
const held = new Promise((resolve) => {
  release = resolve;
});
const refused = (code, text) => Object.assign(new Error(text), { responseCode: code });
const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);

function begin({ key, cert }) {
  const server = new SMTPServer({
    ...(key ? { key, cert } : { disabledCommands: ['STARTTLS'] }),
    authOptional: !key,
    disableReverseLookup: true,
    onAuth: ({ username, password }, _, done) => (username === 'post' && password === 'geheim' ? done(null, { user: username }) : done(refused(535, 'Wrong password'))),
    onRcptTo: ({ address }, _, done) => {
      if (address.startsWith('onbekend')) {
        done(refused(550, 'No such user here'));
      } else if (address.startsWith('later')) {
        done(refused(451, 'Greylisted, come back later'));
      } else {
        done();
      }
    },
    onData: async (stream, session, done) => {
      const pieces = [];
      for await (const piece of stream) {
        pieces.push(piece);
      }

      const to = session.envelope.rcptTo.map((r) => r.address);
      if (to[0].startsWith('traag')) {
        say({ waits: to });
        await held;
      }

      if (to[0].startsWith('inhoud')) {
        done(refused(554, 'Not this text'));
        return;
      }

      say({ to, from: session.envelope.mailFrom.address, secure: session.secure, user: session.user ?? null, raw: Buffer.concat(pieces).toString('base64') });
      if (to[0].startsWith('sluit')) {
        for (const connection of server.connections) {
          connection._socket.destroy();
        }
      } else {
        done();
      }
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1', () => say({ port: server.server.address().port }));
}

let begun = false;
lines.on('line', (line) => {
  if (!begun) {
    begun = true;
    begin(JSON.parse(line));
  } else {
    release();
  }
});
lines.on('close', () => process.exit(0));
