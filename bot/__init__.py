"""What runs inside Rasa: understanding, the gateway channel, training and start-up."""

from bot.processor import choose_kernels

choose_kernels()  # before anything imports numpy
