"""Telegram in: read the update, ask one service, reply; one file a topic."""
