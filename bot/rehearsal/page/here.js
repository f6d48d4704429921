/** What the page knows at this moment: the room's last state, as one person sees it, and the open chat. */

export const here = { state: null, chat: null };

/** The open chat's entry in the list, if any is open. */
export const openChat = () => here.state?.chats.find(({ id }) => id === here.chat);

/** The person sitting at the page. */
export const me = () => here.state.me.id;

/** A link to this very bot, with what it carries to /start; null for any other. */
export function ownLink(url) {
  const [, name, carries] = /^https:\/\/t\.me\/(\w+)(?:\?start=([\w-]{1,64}))?$/.exec(url || '') ?? [];
  const own = name && name.toLowerCase() === here.state.bot.username.toLowerCase();
  return own ? { carries: carries ?? '' } : null;
}
