"""Copies the methods and types in use out of the whole Bot API, and draws the room's picture.

Run it as `python tests/bot/data/extract_botapi.py path/to/api.json` when the coach needs more of
the Bot API or when a new version is out. It writes `botapi.json` beside itself (the extract, as
it was found) and `bot/rehearsal/botapi.json` (the picture: names, types and nothing else).
"""

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
PICTURE = HERE.parents[2] / "bot" / "rehearsal" / "botapi.json"

METHODS = """
getMe close logOut getUpdates setWebhook deleteWebhook getWebhookInfo sendMessage sendPhoto
sendDocument sendLocation sendPoll sendMediaGroup sendChatAction copyMessage editMessageText
editMessageCaption editMessageReplyMarkup editMessageMedia stopPoll deleteMessage deleteMessages
editEphemeralMessageText editEphemeralMessageCaption editEphemeralMessageReplyMarkup
deleteEphemeralMessage answerCallbackQuery setMessageReaction pinChatMessage unpinChatMessage
getFile setMyCommands getMyCommands deleteMyCommands setMyDescription setMyShortDescription
setChatMenuButton getChat getChatMember getChatAdministrators getChatMemberCount leaveChat
createForumTopic
""".split()  # noqa: SIM905  # a list to be read and added to

TYPES = """
Update WebhookInfo User Chat ChatFullInfo Message MessageId InaccessibleMessage
MaybeInaccessibleMessage MessageEntity TextQuote ReplyParameters LinkPreviewOptions
EphemeralMessageParameters PhotoSize Document Voice Sticker Location Contact File Poll
PollOption PollAnswer InputPollOption InlineKeyboardMarkup InlineKeyboardButton CopyTextButton
DisabledButton ReplyKeyboardMarkup KeyboardButton ReplyKeyboardRemove ForceReply CallbackQuery
BotCommand BotCommandScope BotCommandScopeDefault BotCommandScopeAllPrivateChats
BotCommandScopeAllGroupChats BotCommandScopeAllChatAdministrators BotCommandScopeChat
BotCommandScopeChatAdministrators BotCommandScopeChatMember MenuButton MenuButtonCommands
MenuButtonDefault MenuButtonWebApp WebAppInfo ChatMember ChatMemberOwner ChatMemberAdministrator
ChatMemberMember ChatMemberRestricted ChatMemberLeft ChatMemberBanned ChatMemberUpdated
MessageReactionUpdated ReactionType ReactionTypeEmoji ReactionTypeCustomEmoji ReactionTypePaid
InputMedia InputMediaPhoto InputMediaDocument ForumTopic ForumTopicCreated ForumTopicClosed
ForumTopicReopened AcceptedGiftTypes ResponseParameters
""".split()  # noqa: SIM905  # a list to be read and added to

CONSTANT = re.compile(r"(?:must be|always) \W?(\w+)\W?$")


def field(known: dict) -> tuple[str, str]:
    """One entry of the picture: "chat_id!" -> "Integer|String"; "!" means required."""
    kind = "|".join(known["types"])
    constant = CONSTANT.search(known["description"])
    if constant and known["types"] == ["String"] and known["name"] in {"type", "status"}:
        kind += "=" + constant[1]
    return known["name"] + "!" * known["required"], kind


def picture(extract: dict) -> dict:
    """The extract without its prose."""
    types = {}
    for name, known in extract["types"].items():
        if known.get("subtypes"):
            types[name] = [kind for kind in known["subtypes"] if kind in extract["types"]]
        else:
            types[name] = dict(map(field, known.get("fields", [])))
    methods = {
        name: dict(map(field, known.get("fields", [])))
        for name, known in extract["methods"].items()
    }
    return {"version": extract["version"], "methods": methods, "types": types}


def main(path: str) -> None:
    """Writes both files anew."""
    whole = json.loads(Path(path).read_text())
    extract = {key: whole[key] for key in ("version", "release_date", "changelog")}
    extract["methods"] = {name: whole["methods"][name] for name in METHODS}
    extract["types"] = {name: whole["types"][name] for name in TYPES}
    (HERE / "botapi.json").write_text(json.dumps(extract, indent=1, ensure_ascii=False) + "\n")
    PICTURE.write_text(json.dumps(picture(extract), indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
