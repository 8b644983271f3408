export function MailButton() {
  return null;
}
