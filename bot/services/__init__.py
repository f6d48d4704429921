"""Use cases: gather, decide, save; one file a topic. No Telegram and no words in here."""
