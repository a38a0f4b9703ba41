import type { Mail } from '@aura/api';

export type MailContent = {
  to: string;
  subject: string;
  /** Plain paragraphs; what people typed may stand in them. */
  paragraphs: string[];
  action?: { label: string; url: string };
  /** Digits to type, shown large. */
  code?: string;
  /** Said last, small: why this mail came. */
  because: string;
};

/** A plain mail in text and HTML: no images, nothing loaded from elsewhere. */
export function composeMail({ to, subject, paragraphs, action, code, because }: MailContent): Mail {
  const text = [
    ...paragraphs,
    ...(code ? [code] : []),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    `--\n${because}`,
  ].join('\n\n');
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f6f4ef;color:#1c1b19;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:520px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #ddd8cc">
${paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escapeHtml(paragraph)}</p>`).join('\n')}
${code ? `<p style="margin:0 0 16px;font:600 28px/1.2 ui-monospace,monospace;letter-spacing:4px">${escapeHtml(code)}</p>` : ''}
${action ? `<p style="margin:0 0 16px"><a href="${escapeHtml(action.url)}" style="color:#7a3e12">${escapeHtml(action.label)}</a></p><p style="margin:0 0 16px;font-size:13px;color:#5c584f;word-break:break-all">${escapeHtml(action.url)}</p>` : ''}
<p style="margin:24px 0 0;font-size:13px;color:#5c584f">${escapeHtml(because)}</p>
</div></body></html>`;
  return { to, subject, text, html, links: action ? [action.url] : [], ...(code ? { code } : {}) };
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
