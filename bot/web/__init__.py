"""What the coach serves over HTTP: health, and Telegram's webhook where one is set."""
