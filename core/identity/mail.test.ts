import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMailer, listDevMails } from './mail.ts';
import { composeMail } from './mail-template.ts';
import { identityModule } from './module.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [identityModule] });
});
afterAll(() => world.close());

const content = {
  to: 'jo@acme.test',
  subject: 'Jo <b>invites</b> you\r\nBcc: everyone@acme.test',
  paragraphs: ['Hello <script>alert(1)</script> & "friends"'],
  action: { label: 'Accept', url: 'http://acme.test/accept?a=1&b="x"' },
  because: 'You know why',
};

describe('a mail', () => {
  it('says the same as text and as HTML, where nothing that was typed is markup and nothing is loaded', () => {
    const { text, html, links } = composeMail({ ...content, code: '123456' });
    expect(text).toContain('Hello <script>alert(1)</script> & "friends"');
    expect(html).toContain('Hello &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;friends&quot;');
    expect(html).not.toMatch(/<script|<img|src=|url\(/);
    expect([text.includes('123456'), html.includes('123456'), links]).toEqual([true, true, [content.action.url]]);
  });

  it('without a server lands in the development mailbox, newest first', async () => {
    const send = createMailer({ from: 'Aura <no-reply@aura.test>', identity: world.platform.identity });
    await send(composeMail({ ...content, subject: 'First' }));
    await send(composeMail({ ...content, subject: 'Second', code: '654321' }));
    const mails = await listDevMails(world.platform.identity);
    expect(mails.map(({ subject }) => subject)).toEqual(['Second', 'First']);
    expect(mails[0]).toEqual({
      to: 'jo@acme.test',
      subject: 'Second',
      text: expect.any(String),
      html: expect.any(String),
      links: [content.action.url],
      code: '654321',
      at: expect.stringMatching(/Z$/),
    });
  });

  it('keeps a line break in a subject or an address from becoming a header', async () => {
    const send = createMailer({ from: 'Aura <no-reply@aura.test>', identity: world.platform.identity });
    await send(composeMail(content));
    expect((await listDevMails(world.platform.identity))[0]?.subject).toBe(
      'Jo <b>invites</b> you Bcc: everyone@acme.test',
    );
    await expect(async () => send(composeMail({ ...content, to: 'jo@acme.test\r\nBcc: x@y.test' }))).rejects.toThrow(
      /one line/,
    );
  });

  it('goes to the SMTP server when there is one, with one recipient', async () => {
    const { createServer } = await import('node:net');
    const lines: string[] = [];
    const server = createServer((socket) => {
      let inData = false;
      socket.write('220 test\r\n');
      socket.on('data', (chunk) => {
        for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
          lines.push(line);
          if (inData && line !== '.') continue;
          if (line === '.') inData = false;
          if (line === 'DATA') inData = true;
          socket.write(line === 'DATA' ? '354 go\r\n' : line.startsWith('EHLO') ? '250 test\r\n' : '250 ok\r\n');
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const send = createMailer({
      smtpUrl: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
      from: 'Aura <no-reply@aura.test>',
      identity: world.platform.identity,
    });
    await send(composeMail({ ...content, to: 'jo@acme.test' }));
    server.close();
    expect(lines.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<jo@acme.test>']);
    const headers = lines.slice(lines.indexOf('DATA') + 1, lines.indexOf('MIME-Version: 1.0'));
    expect(headers.map((line) => line.split(':')[0])).toEqual(['From', 'To', 'Subject', 'Message-ID', 'Date']);
  });
});
