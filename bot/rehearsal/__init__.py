"""The rehearsal room: Telegram in one process, with the coach on one side and people on the other.

`model` is the Telegram (users, chats, messages, updates) and `methods` its Bot API, with `spec` to
check calls by. A bot reaches it in memory (`request`) or over HTTP (`face`, `hooks`). `room` adds
the clock, `page_api` serves the chat page, and `site` opens it all on a port.
"""
