"""The chat on the ward's website: a demonstration page, the script that embeds the chat, its panel and its API."""
